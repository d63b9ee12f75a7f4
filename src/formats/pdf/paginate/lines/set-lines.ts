/**
 * Sets the lines of paragraphs by plan: the browser measures their words, the program chooses their lines (`plan/lines/`),
 * and the browser shows them. What does not come out as it was chosen gets the browser's own lines back.
 */
import type { MeasuredParagraph, SetParagraph } from "../../plan/lines/paragraph.js";
import type { LineEdit } from "./lines-types.js";

export function setLinesByPlan(): void {
  const linesOf = (paragraphs: readonly MeasuredParagraph[]): Promise<readonly (SetParagraph | null)[]> =>
    new Promise((resolve) => {
      window.colophonTakeLines = resolve;
      window.onParagraphs(paragraphs);
    });

  const isTooWide = ({ block, hanging }: LineEdit): boolean =>
    block.scrollWidth > block.clientWidth + Math.ceil(hanging) + 1;

  window.colophonSetLines = async (roots) => {
    const lines = window.colophonLines;
    const fonts = lines.openFonts();
    lines.findPseudos();
    // First all that is read, then all that is written: the column is laid out twice, and not for each paragraph.
    const runs = roots.flatMap((root) => lines.findRuns(root));
    const read = runs.flatMap((run) => lines.readRun(run, fonts) ?? []);
    fonts.measure();
    const measured = read.map((finish) => finish());
    if (measured.length === 0) return;
    const set = await linesOf(measured.map(({ paragraph }) => paragraph));
    const edits = measured.flatMap((each, index) => {
      const own = set[index];
      return own ? [lines.writeLines(each, own)] : [];
    });
    const wrong = edits.filter(isTooWide);
    for (const edit of wrong) edit.undo();
  };
}
