/** Sides: whose they are, which scenes they have, and the sheet on which they lie. */
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import { openReader } from "../../input/reader.js";
import type { PdfEdition } from "../../model/publication.js";
import type { Sides } from "../../model/script-pages.js";
import { scenesOfSheet } from "../../read/data/call-sheet/day.js";
import type { Overridable } from "../schema/schema.js";
import type { Merged } from "./merged.js";

type SidesDescription = NonNullable<NonNullable<Overridable["script"]>["sides"]>;

/** @param content folder that files are named from, relative to the publication's. */
export async function describedSides(
  { scenes, character, "call-sheet": sheet }: SidesDescription,
  { places, pathOf }: Merged,
  content: string | undefined,
  folder: Folder,
  report: Report,
): Promise<Sides> {
  const place = places.value([...pathOf("script"), "sides", "call-sheet"]);
  const context = { folder, reader: openReader(folder.root), report };
  const from = content === undefined ? "publication.yaml" : `${content}/publication.yaml`;
  const ofSheet = scenes === undefined && sheet !== undefined && scenesOfSheet(sheet, from, place, context);
  const listed = scenes === undefined ? (await ofSheet) || undefined : numbersIn(scenes);
  return {
    ...(listed === undefined ? {} : { scenes: listed }),
    ...(character === undefined ? {} : { character }),
  };
}

function numbersIn(scenes: NonNullable<SidesDescription["scenes"]>): readonly string[] {
  const numbers = [scenes].flat().flatMap((each) => String(each).split(/[\s,;]+/));
  return numbers.filter((each) => each !== "");
}

/** Narrow margins: pages of a script bring their own. */
const SHEET_MARGINS = {
  "margin-top": "0.3in",
  "margin-bottom": "0.3in",
  "margin-inner": "0.3in",
  "margin-outer": "0.3in",
};

/** Sides lie on a sheet turned sideways. */
export function sheetOfSides(edition: PdfEdition): PdfEdition {
  if (edition.script?.sides === undefined) return edition;
  const { width, height } = edition.trim;
  return {
    ...edition,
    trim: { width: Math.max(width, height), height: Math.min(width, height) },
    variables: { ...SHEET_MARGINS, ...edition.variables },
    // Most scenes are on none of its pages: nothing leads to them.
    tocDepth: 1,
  };
}
