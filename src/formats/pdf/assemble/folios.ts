/** Draws the folios onto the pages, as pagination artifacts: ISO 32000-1, 14.8.2.2. */
import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { FolioSlot } from "../../../model/print.js";
import type { FolioFont } from "./folio-fonts.js";
import { type PlacedSheet, rounded } from "./pages.js";
import { piecesOf } from "./pieces-of.js";

/** A page and the folios that belong on it. */
export interface Pagination {
  readonly sheet: PlacedSheet;
  readonly slots: readonly FolioSlot[];
}

/** What a page gets for its folios. */
export interface PageFolios {
  /** Content streams before and after its own. */
  readonly before: readonly PDFRef[];
  readonly after: readonly PDFRef[];
  /** Text of the entries of its fonts dictionary. */
  readonly fonts: string;
}

/**
 * Writes a content stream with the folios of each page.
 *
 * The browser leaves its own coordinates in force at the end of a page, so its content is
 * wrapped in a saved graphics state first.
 */
export function drawFolios(
  context: PDFContext,
  pages: readonly Pagination[],
  fonts: ReadonlyMap<string, FolioFont>,
): ReadonlyMap<PlacedSheet, PageFolios> {
  const numbered = pages.filter(({ slots }) => slots.length > 0);
  if (numbered.length === 0) return new Map();
  const save = context.register(context.stream("q\n"));
  return new Map(
    numbered.map(({ sheet, slots }): [PlacedSheet, PageFolios] => {
      const drawing = slots.map((slot) => drawFolio(sheet, slot, fonts)).join("");
      const folios = context.register(context.stream(`Q\n${drawing}`));
      const used = new Set(slots.flatMap(piecesOf).map(({ font }) => fonts.get(font)!));
      const entries = [...used].map(({ resource, ref }) => `\n/${resource} ${ref}`);
      return [sheet, { before: [save], after: [folios], fonts: entries.join("") }];
    }),
  );
}

function drawFolio(sheet: PlacedSheet, slot: FolioSlot, fonts: ReadonlyMap<string, FolioFont>): string {
  const pieces = piecesOf(slot).map(({ font, text }) => {
    const { resource, lines } = fonts.get(font)!;
    return { resource, text, ...lines.get(text)! };
  });
  const spacing = slot.letterSpacing ?? 0;
  const letters = pieces.reduce((sum, { text }) => sum + [...text].length, 0);
  const natural = pieces.reduce((sum, { width }) => sum + width, 0);
  const width = natural * slot.size + spacing * (letters - 1);
  const shift = { left: 0, center: width / 2, right: width }[slot.align];
  const x = rounded(sheet.left + slot.x - shift);
  const y = rounded(sheet.top - slot.baseline);
  const subtype = slot.baseline < sheet.height / 2 ? "Header" : "Footer";
  const [first, ...rest] = pieces;
  const font = (resource: string): string => `/${resource} ${rounded(slot.size)} Tf`;
  return [
    `/Artifact <</Type /Pagination /Subtype /${subtype}>> BDC`,
    `BT ${slot.color.map(rounded).join(" ")} rg ${font(first!.resource)}`,
    [
      `${rounded(spacing)} Tc ${x} ${y} Td ${first!.shown(slot.size)}`,
      ...rest.map(({ resource, shown }) => `${font(resource)} ${shown(slot.size)}`),
      "ET",
    ].join(" "),
    "EMC\n",
  ].join("\n");
}
