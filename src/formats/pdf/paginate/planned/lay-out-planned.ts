/**
 * Lays a run out by plan, in the place of Paged.js's own pages.
 *
 * All that Paged.js does before its first page is done: styles are read, content is prepared, the first page measures what
 * is wider or taller than a page. Then the text becomes one column, the program plans its pages, and the document is
 * made to print them. What cannot be planned is said, and Paged.js lays the document out anew.
 */
import type { Galley, PagePlan } from "../../plan/galley.js";
import type { PagedChunker } from "../engine/paged-types.js";
import type { ChosenLines } from "../lines/lines-types.js";
import type { GalleyBox, ReadGalley } from "./galley-types.js";

export function layOutPlanned(): void {
  const planOf = (galley: Galley): Promise<PagePlan> =>
    new Promise((resolve) => {
      window.colophonTakePlan = resolve;
      window.onGalley(galley);
    });

  const loadFonts = () => Promise.allSettled([...document.fonts].map((font) => font.load()));

  /**
   * Reads the galley and plans its pages; where they end better with other numbers of lines in some paragraphs, these are set
   * anew, and all is read and planned as it is then.
   */
  const planOfBox = async (
    box: GalleyBox,
    floats: ReadGalley["floats"],
    lines: ChosenLines,
    side: Galley["side"],
  ): Promise<readonly [ReadGalley, PagePlan]> => {
    const { readGalley } = window.colophonPlanned;
    const read = readGalley(box, { floats }, side);
    const loose = window.colophonPlanned.looseParagraphs(read, lines);
    const plan = await planOf({ ...read.galley, ...loose });
    const changes = plan.pages.flatMap(({ loosened = [] }) => loosened);
    if (changes.length === 0) return [read, plan];
    await lines.loosen(
      new Map(
        changes.map(({ paragraph, by }) => [read.places[loose.loose[paragraph]!.from]!.paragraph!.block, by]),
      ),
    );
    const again = readGalley(box, { floats, columns: read.columns }, side);
    const { strips } = window.colophonPlanned.looseParagraphs(again, lines);
    return [again, await planOf({ ...again.galley, strips })];
  };

  const layOut = async (chunker: PagedChunker, content: DocumentFragment): Promise<void> => {
    const planned = window.colophonPlanned;
    const page = chunker.addPage();
    await chunker.hooks.beforePageLayout.trigger(page, content, undefined, chunker);
    const made = planned.makeGalley(page, content);
    await loadFonts();
    const box = { ...made, sides: planned.openSideNotes(made) };
    // Paragraphs between which a figure floats follow one another: that bears on their lines.
    const floats = planned.openFloats(box);
    const lines = await window.colophonSetLines([box.flow, ...box.notes.keys()]);
    window.colophonTidyHyphens(box.flow);
    for (const note of box.notes.keys()) window.colophonTidyHyphens(note);
    const side = document.documentElement.dataset.firstSide === "verso" ? "verso" : "recto";
    const [first, plan] = await planOfBox(box, floats, lines, side);
    const read = planned.withSideNotes(first, plan);
    if (!plan.isWhole) planned.refuse("something is taller than a page");
    for (const _ of plan.pages) window.onPage();
    const { places } = read;
    const starts = plan.pages.map(({ from, isBlank }) =>
      isBlank || from >= places.length ? undefined : planned.startOf(places[from]!),
    );
    const furniture = await planned.furnish(chunker, box, read, plan);
    planned.survey(box, read, plan, starts, furniture);
    const sheets = planned.sheetsOf(box, furniture, side);
    planned.steer(box, read, plan, starts);
    document.head.append(sheets);
    window.colophonFurniture = furniture.of;
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      constructor(...parts: ConstructorParameters<typeof window.Paged.Handler>) {
        super(...parts);
        window.colophonUnplanned = undefined;
        window.colophonFurniture = undefined;
        const { chunker } = this;
        if (document.documentElement.dataset.engine !== "plan") return;
        chunker.render = async (content) => {
          await layOut(chunker, content).catch((error: unknown) => {
            if (window.colophonUnplanned === undefined) throw error;
          });
          return { done: true };
        };
      }
    },
  );
}
