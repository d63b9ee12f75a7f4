/** The cover of an ebook: the publication's image, or one drawn from the theme's template. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { word } from "../language/words.js";
import type { Book } from "../model/book.js";
import type { Theme } from "../model/theme.js";
import { coverLayout } from "./cover-layout.js";
import { imageFormat } from "./image-format.js";

export interface Cover {
  /** Key in `book.resources`; undefined for a cover that was drawn. */
  readonly source: string | undefined;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What stands for the cover where it cannot be seen. */
  readonly alt: string;
}

/** Turns a cover drawn as SVG into a JPEG or PNG image, which shops ask for. */
export type Rasterise = (svg: string) => Promise<{ mediaType: string; bytes: Uint8Array }>;

/**
 * Finds or draws the cover.
 *
 * @param rasterise Left out, a drawn cover stays SVG: valid, but not every shop takes it.
 */
export async function coverOf(
  book: Book,
  theme: Theme,
  rasterise: Rasterise | undefined,
  report: Report,
): Promise<Cover> {
  return givenCover(book, report) ?? (await drawnCover(book, theme, rasterise));
}

function givenCover(book: Book, report: Report): Cover | undefined {
  const { cover, location } = book.edition;
  if (cover === undefined) return undefined;
  const resource = book.resources.get(cover);
  if (resource === undefined) {
    const hint = "Give the path of an image inside the publication's folder.";
    report(diagnostic("epub-cover-missing", `There is no cover image “${cover}”`, location, hint));
    return undefined;
  }
  const mediaType = imageFormat(resource.bytes);
  if (mediaType === undefined) {
    const message = `The cover “${cover}” is not a JPEG, PNG, GIF or SVG image`;
    report(
      diagnostic("epub-cover-format", message, location, "Convert it to JPEG, at least 1600 pixels wide."),
    );
    return undefined;
  }
  return { source: cover, mediaType, bytes: resource.bytes, alt: altOf(book) };
}

async function drawnCover(book: Book, theme: Theme, rasterise: Rasterise | undefined): Promise<Cover> {
  const svg = theme.render("cover.svg", { language: book.metadata.language, ...coverLayout(book.metadata) });
  const image = (await rasterise?.(svg)) ?? { mediaType: "image/svg+xml", bytes: Buffer.from(svg) };
  return { source: undefined, ...image, alt: altOf(book) };
}

function altOf({ metadata }: Book): string {
  return `${word(metadata.language, "cover")} – ${metadata.title}`;
}
