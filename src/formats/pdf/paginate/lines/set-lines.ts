/**
 * Sets the lines of paragraphs by plan: the browser measures their words, the program chooses their lines (`plan/lines/`),
 * and the browser shows them. What does not come out as it was chosen gets the browser's own lines back.
 *
 * Once pages are planned some paragraphs get a line more or fewer, so that pages end together.
 */
import type { MeasuredParagraph, SetParagraph } from "../../plan/lines/paragraph.js";
import type { ChosenLines, LineEdit, ReadRun } from "./lines-types.js";

export function setLinesByPlan(): void {
  const linesOf = (paragraphs: readonly MeasuredParagraph[]): Promise<readonly (SetParagraph | null)[]> =>
    new Promise((resolve) => {
      window.colophonTakeLines = resolve;
      window.onParagraphs(paragraphs);
    });

  const isTooWide = ({ block, hanging }: LineEdit): boolean =>
    block.scrollWidth > block.clientWidth + Math.ceil(hanging) + 1;

  /** A run as it is shown. */
  interface Shown {
    readonly read: ReadRun;
    readonly set: SetParagraph;
    readonly edit: LineEdit;
  }

  const show = (read: ReadRun, set: SetParagraph): Shown => ({
    read,
    set,
    edit: window.colophonLines.writeLines(read, set),
  });

  /** Paragraphs that are one block each. */
  const byBlock = (shown: readonly Shown[]): Map<HTMLElement, Shown> =>
    new Map(shown.filter(({ read }) => read.run.isAll).map((each) => [each.edit.block, each]));

  const chosenLines = (shown: readonly Shown[]): ChosenLines => {
    const blocks = byBlock(shown);
    return {
      of(block) {
        const each = blocks.get(block);
        if (!each) return undefined;
        const { lines, more, fewer } = each.set;
        const { joints } = each.read.paragraph;
        return { ends: lines.map(({ end }) => joints[end]!).join(""), more, fewer };
      },
      async loosen(changes) {
        const wanted = [...changes].map(([block, by]) => ({ each: blocks.get(block)!, by }));
        const set = await linesOf(
          wanted.map(({ each: { read }, by }) => ({
            ...read.paragraph,
            wishes: { ...read.paragraph.wishes, looseness: by },
          })),
        );
        const changed = wanted.flatMap(({ each }, index) => {
          const own = set[index];
          if (!own) return [];
          each.edit.undo();
          return [{ before: each, after: show(each.read, own) }];
        });
        const wrong = new Set(changed.filter(({ after }) => isTooWide(after.edit)));
        for (const each of changed) {
          if (wrong.has(each)) each.after.edit.undo();
          const { block } = each.before.edit;
          blocks.set(block, wrong.has(each) ? show(each.before.read, each.before.set) : each.after);
        }
      },
    };
  };

  window.colophonSetLines = async (roots) => {
    const lines = window.colophonLines;
    const fonts = lines.openFonts();
    lines.findPseudos();
    // First all that is read, then all that is written: the column is laid out twice, and not for each paragraph.
    const runs = roots.flatMap((root) => lines.findRuns(root));
    const read = runs.flatMap((run) => lines.readRun(run, fonts) ?? []);
    fonts.measure();
    const measured = read.map((finish) => finish());
    if (measured.length === 0) return chosenLines([]);
    const set = await linesOf(measured.map(({ paragraph }) => paragraph));
    const shown = measured.flatMap((each, index) => {
      const own = set[index];
      return own ? [show(each, own)] : [];
    });
    const wrong = new Set(shown.filter(({ edit }) => isTooWide(edit)));
    for (const { edit } of wrong) edit.undo();
    return chosenLines(shown.filter((each) => !wrong.has(each)));
  };
}
