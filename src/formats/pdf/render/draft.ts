/** Writes the document of a run as it will be laid out, but for the folios of other pages. */
import { withDigits } from "../../../language/digits.js";
import { direction } from "../../../language/words.js";
import type { Book, Section } from "../../../model/book.js";
import type { PdfEdition } from "../../../model/publication.js";
import { facesFor, fontFaceRules } from "../../../theme/fonts/fonts.js";
import { withCodePoints } from "../../../theme/glyphs/glyphs-report.js";
import { printedSheets } from "../../../theme/styles/page-sizes.js";
import type { Dressing } from "../dressing.js";
import type { RunDraft } from "../job/layout-job.js";
import { sheetOf } from "../sheet.js";
import { type Assets, noted } from "./assets.js";
import type { BookData } from "./book-data.js";
import { pageStyles } from "./page-styles.js";
import { renderSection } from "./section.js";

/** What is the same for all runs of an edition. */
export interface DraftContext {
  readonly book: Book;
  readonly edition: PdfEdition;
  readonly dressing: Dressing;
  readonly data: BookData;
  readonly assets: Assets;
}

/** Margin boxes show more than the sections hold: folios, and the titles and names in the styles of pages. */
const FOLIO_CHARACTERS = "0123456789ivxlcdm";

/** @param sections of the run, in order. */
export function writeDraft(
  run: string,
  sections: readonly Section[],
  { book, edition, dressing: { theme, fonts }, data, assets }: DraftContext,
): RunDraft {
  const { unreadable } = fonts;
  const ofPages = withCodePoints(pageStyles(edition, book, sections[0]!), unreadable);
  const ids = new Set(sections.map((section) => section.id));
  const inRun = (id: string): boolean => ids.has(book.anchors.get(id) ?? id);
  const used = noted(assets);
  const { script, hyphenation } = edition;
  const context = { inRun, unreadable, hyphenation, image: used.image, data, script };
  const rendered = sections.map((section, index) => renderSection(book, theme, section, index, context));
  const digits = withDigits("0123456789", book.metadata.language);
  const shown = [...rendered, ofPages, FOLIO_CHARACTERS, digits].join("");
  const faces = facesFor(fonts.faces, shown);
  const html = theme.render("run.html", {
    language: book.metadata.language,
    wording: data.wording,
    direction: direction(book.metadata.language),
    title: book.metadata.title,
    theme: theme.name,
    fonts:
      fontFaceRules(faces, (face) => used.font(face).address) +
      printedSheets(fonts.sizes ?? [], edition.bleed),
    styles: ofPages + fonts.styles,
    sections: rendered,
  });
  return {
    run,
    html: Buffer.from(assets.addressed(html)),
    sheet: sheetOf(edition),
    engine: edition.engine,
    assets: used.all(),
  };
}
