/** Writes the page objects, once their folios and their parents in the page tree are known. */
import { type Fill, fillMarks } from "./fill-marks.js";
import type { PageFolios } from "./folios.js";
import type { NumberedRun } from "./number-runs.js";
import type { PageTree, PlacedSheet } from "./pages.js";

/** Number and text of an object. */
export type WrittenObject = readonly [number, string];

export function writePages(
  runs: readonly NumberedRun[],
  tree: PageTree,
  folios: ReadonlyMap<PlacedSheet, PageFolios>,
  fill: Fill,
): WrittenObject[] {
  return runs.flatMap((placed) => {
    const { blank, sheets } = placed;
    const pages = sheets.map((sheet, index): WrittenObject => {
      const page = placed.run.outline.pages[index]!;
      const own = page.contents.map((number) => `${placed.numbers[number]} 0 R`);
      const { before = [], after = [], fonts = "" } = folios.get(sheet) ?? {};
      const contents = [...before, ...own, ...after];
      const entries = [
        fillMarks(page.entries, placed, fill),
        `/Contents [${contents.join(" ")}]`,
        `/Resources <<${fillMarks(page.resources, placed, fill)}\n/Font <<${fillMarks(page.fonts, placed, fill)}${fonts}>>>>`,
      ];
      return pageObject(sheet, tree, entries);
    });
    return blank ? [pageObject(blank, tree, ["/Type /Page", "/Resources <<>>"]), ...pages] : pages;
  });
}

function pageObject(sheet: PlacedSheet, tree: PageTree, entries: readonly string[]): WrittenObject {
  const parent = `/Parent ${tree.parents.get(sheet.ref)}`;
  return [sheet.ref.objectNumber, `<<${[...entries, sheet.boxes, parent].join("\n")}>>`];
}
