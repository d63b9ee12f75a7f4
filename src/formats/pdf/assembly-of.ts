/** Puts together what is joined to one PDF: runs with their folios and links, and what the file says of the book. */
import { readFile } from "node:fs/promises";
import { programFingerprint } from "../../cache/fingerprint.js";
import { keyOf, type Store } from "../../cache/store.js";
import type { Sheet } from "../../model/sheet.js";
import type { FontFace, ThemeFonts } from "../../theme/fonts/fonts.js";
import type { AssemblyInput, PrintedRun, SegmentStore } from "./assemble/assembly.js";
import { piecesOf } from "./assemble/pieces-of.js";
import { folioSlots } from "./folio-slots.js";
import { pageLabels } from "./paginate/folios.js";
import type { Pagination } from "./paginate/paginate.js";
import type { Print } from "./print.js";
import { boxesOf, otherSheets } from "./sheet.js";

export async function assemblyOf(
  { linked, outline, information }: Pick<Print, "linked" | "outline" | "information">,
  { placed: places, laidOut }: Pagination,
  fonts: ThemeFonts,
  sheet: Sheet,
  store: Store,
): Promise<AssemblyInput> {
  const last = places.at(-1);
  const total = last === undefined ? 0 : last.start + last.pages;
  const runs = places.map((placed, index): PrintedRun => {
    const { prepared, survey } = laidOut[index]!;
    const slots = folioSlots(survey.folios, { placed, total }, fonts.faces);
    // Paged.js gives ids of its own to notes, at random: nothing leads there.
    const anchors = survey.anchors.filter(({ id }) => linked.has(id));
    return { prepared, blankBefore: placed.blankBefore, anchors, slots };
  });
  return {
    runs,
    labels: pageLabels(places),
    outline,
    information,
    boxes: boxesOf(sheet),
    otherBoxes: otherSheets(sheet, fonts.sizes).map(boxesOf),
    fonts: await readFonts(runs, fonts.faces),
    segments: await segmentsIn(store),
  };
}

async function segmentsIn(store: Store): Promise<SegmentStore> {
  const program = await programFingerprint();
  return {
    read: (name) => store.read("segment", keyOf(program, name)),
    write: (name, content) => store.write("segment", keyOf(program, name), content),
  };
}

async function readFonts(
  runs: readonly PrintedRun[],
  faces: readonly FontFace[],
): Promise<Map<string, Uint8Array>> {
  const files = new Set(runs.flatMap((run) => run.slots.flatMap(piecesOf).map(({ font }) => font)));
  const own = new Map(faces.flatMap(({ file, own }) => (own ? [[file, own.bytes]] : [])));
  const read = [...files].map(async (file) => [file, own.get(file) ?? (await readFile(file))] as const);
  return new Map(await Promise.all(read));
}
