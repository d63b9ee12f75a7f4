/** Draws the folios onto the pages, as pagination artifacts: ISO 32000-1, 14.8.2.2. */
import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import type { FolioSlot } from "../model/print.js";
import type { FolioFont } from "./folio-fonts.js";
import { rounded, type Sheet } from "./pages.js";

const CONTENTS = PDFName.of("Contents");
const RESOURCES = PDFName.of("Resources");
const FONT = PDFName.of("Font");

/** A page and the folios that belong on it. */
export interface Pagination {
  readonly sheet: Sheet;
  readonly slots: readonly FolioSlot[];
}

/**
 * Adds a content stream with the folios to each page.
 *
 * The browser leaves its own coordinates in force at the end of a page, so its content is
 * wrapped in a saved graphics state first.
 */
export function drawFolios(
  context: PDFContext,
  pages: readonly Pagination[],
  fonts: ReadonlyMap<string, FolioFont>,
): void {
  const numbered = pages.filter(({ slots }) => slots.length > 0);
  if (numbered.length === 0) return;
  const save = context.register(context.stream("q\n"));
  for (const { sheet, slots } of numbered) {
    const drawing = slots.map((slot) => drawFolio(sheet, slot, fonts.get(slot.font)!)).join("");
    const folios = context.register(context.stream(`Q\n${drawing}`));
    sheet.leaf.set(CONTENTS, context.obj([save, ...contents(sheet), folios]));
    addFonts(context, sheet, new Set(slots.map((slot) => fonts.get(slot.font)!)));
  }
}

function drawFolio(sheet: Sheet, slot: FolioSlot, font: FolioFont): string {
  const line = font.lines.get(slot.text)!;
  const spacing = slot.letterSpacing ?? 0;
  const width = line.width * slot.size + spacing * ([...slot.text].length - 1);
  const shift = { left: 0, center: width / 2, right: width }[slot.align];
  const x = rounded(sheet.left + slot.x - shift);
  const y = rounded(sheet.top - slot.baseline);
  const subtype = slot.baseline < sheet.height / 2 ? "Header" : "Footer";
  return [
    `/Artifact <</Type /Pagination /Subtype /${subtype}>> BDC`,
    `BT ${slot.color.map(rounded).join(" ")} rg /${font.resource} ${rounded(slot.size)} Tf`,
    `${rounded(spacing)} Tc ${x} ${y} Td ${line.codes} Tj ET`,
    "EMC\n",
  ].join("\n");
}

function contents({ leaf }: Sheet): PDFRef[] {
  const value = leaf.get(CONTENTS);
  const target = leaf.lookup(CONTENTS);
  if (target instanceof PDFArray) return target.asArray() as PDFRef[];
  return value === undefined ? [] : [value as PDFRef];
}

function addFonts(context: PDFContext, { leaf }: Sheet, fonts: ReadonlySet<FolioFont>): void {
  const resources = ownDict(context, leaf, RESOURCES);
  const dict = ownDict(context, resources, FONT);
  for (const font of fonts) dict.set(PDFName.of(font.resource), font.ref);
}

/** The dictionary under a key, made when it is not there. */
function ownDict(context: PDFContext, parent: PDFDict, key: PDFName): PDFDict {
  const present = parent.lookupMaybe(key, PDFDict);
  if (present !== undefined) return present;
  const made = PDFDict.withContext(context);
  parent.set(key, made);
  return made;
}
