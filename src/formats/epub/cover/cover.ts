/** The cover of an ebook: the publication's image, or one drawn from the theme's template. */
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { word } from "../../../language/words.js";
import type { Book } from "../../../model/book.js";
import type { Theme } from "../../../model/theme.js";
import { NO_IMAGE } from "../images/images.js";
import { coverLayout } from "./cover-layout.js";

export interface Cover {
  /** Key in `book.resources`; undefined for a cover that was drawn. */
  readonly source: string | undefined;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What stands for the cover where it cannot be seen. */
  readonly alt: string;
}

/**
 * Turns a cover drawn as SVG into a JPEG or PNG image, which shops ask for. The image may come later:
 * it is made outside of the program's thread.
 */
export type Rasterise = (
  svg: string,
) => Promise<{ readonly mediaType: string; readonly bytes: Uint8Array | Promise<Uint8Array> }>;

/** A cover that is being drawn while something else is done. */
export interface PendingCover {
  readonly finished: Promise<Cover>;
}

/** Finds the cover, or begins to draw it. */
export async function startCover(
  book: Book,
  theme: Theme,
  rasterise: Rasterise,
  report: Report,
): Promise<PendingCover> {
  const given = givenCover(book, report);
  return given ? { finished: Promise.resolve(given) } : await drawnCover(book, theme, rasterise);
}

function givenCover(book: Book, report: Report): Cover | undefined {
  const { cover, location } = book.edition;
  if (cover === undefined) return undefined;
  const resource = book.resources.get(cover);
  const mediaType = resource?.mediaType;
  if (resource !== undefined && COVER_TYPES.has(resource.mediaType)) {
    return { source: cover, mediaType: resource.mediaType, bytes: resource.bytes, alt: altOf(book) };
  }
  // An image that is not there, or is broken, was reported when it was looked for.
  if (mediaType !== undefined || !IMAGE_NAME.test(cover)) report(coverFault(cover, mediaType, location));
  return undefined;
}

const COVER_TYPES = new Set(["image/jpeg", "image/png", "image/gif", "image/svg+xml"]);
const IMAGE_NAME = /\.(jpe?g|png|gif|svg|webp|avif)$/i;

function coverFault(cover: string, mediaType: string | undefined, location: Location) {
  const message =
    mediaType === undefined || mediaType === NO_IMAGE
      ? `The cover “${cover}” is not an image`
      : `The cover “${cover}” is an animated image of the type ${mediaType}`;
  const hint = "Give a JPEG or PNG image, at least 1600 pixels wide";
  return diagnostic("epub-cover-format", message, location, hint);
}

async function drawnCover(book: Book, theme: Theme, rasterise: Rasterise): Promise<PendingCover> {
  const svg = theme.render("cover.svg", {
    language: book.metadata.language,
    wording: book.edition,
    ...coverLayout(book.metadata, book.edition),
  });
  const { mediaType, bytes } = await rasterise(svg);
  const finish = async () => ({ source: undefined, mediaType, bytes: await bytes, alt: altOf(book) });
  const finished = finish();
  // Who began it may fail before the cover does, and never ask for it.
  finished.catch(() => undefined);
  return { finished };
}

function altOf({ metadata, edition }: Book): string {
  return `${word(edition, metadata.language, "cover")} – ${metadata.title}`;
}
