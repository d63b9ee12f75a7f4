/** The cover of an ebook: the publication's image, or one drawn from the theme's template. */
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { word } from "../../../language/words.js";
import type { Book } from "../../../model/book.js";
import type { Theme } from "../../../model/theme.js";
import { NO_IMAGE } from "../images/images.js";
import { COVER_SIZE, coverLayout } from "./cover-layout.js";
import { type CoverImage, fitCover } from "./fit-cover.js";

export interface Cover extends CoverImage {
  /** What stands for the cover where it cannot be seen. */
  readonly alt: string;
}

/**
 * Turns a cover drawn as SVG into a JPEG or PNG image, which shops ask for. The image may come later:
 * it is made outside of the program's thread.
 *
 * @param height in pixels. Default: its own.
 */
export type Rasterise = (
  svg: string,
  height?: number,
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
  if (given === undefined) return await drawnCover(book, theme, rasterise);
  return pending(async () => {
    const cover = given.mediaType === SVG ? await pixelsOf(given, rasterise) : given;
    return { ...cover, ...(await fitCover(cover, report, book.edition.location)) };
  });
}

const SVG = "image/svg+xml";

/** As high as shops ask for: a drawing has no size of its own. */
async function pixelsOf(cover: Cover, rasterise: Rasterise): Promise<Cover> {
  const drawing = Buffer.from(cover.bytes).toString("utf8");
  const { mediaType, bytes } = await rasterise(drawing, COVER_SIZE.height);
  return { ...cover, mediaType, bytes: await bytes };
}

function pending(finish: () => Promise<Cover>): PendingCover {
  const finished = finish();
  // Who began it may fail before the cover does, and never ask for it.
  finished.catch(() => undefined);
  return { finished };
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

const COVER_TYPES = new Set(["image/jpeg", "image/png", "image/gif", SVG]);
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
  return pending(async () => ({ source: undefined, mediaType, bytes: await bytes, alt: altOf(book) }));
}

function altOf({ metadata, edition }: Book): string {
  return `${word(edition, metadata.language, "cover")} – ${metadata.title}`;
}
