/**
 * Makes the cover that the author gives fit for shops: a picture made of pixels, in the colours of a screen, on a ground
 * of its own, and no larger than they take. One that is too small to be shown well is said.
 *
 * The figures are Amazon's (KDP, “Cover image guidelines”: at least 625 × 1000, 1600 × 2560 at best) and Apple's.
 */
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { imageLibrary } from "../../../input/images/image-library.js";
import { isPlain } from "../images/plain-image.js";

const SMALLEST = { width: 625, height: 1000 };
/** The longer side that is asked for, and the longest that is kept. */
const BEST_HEIGHT = 2560;
const LONGEST = 4000;
/** Bytes: shops take more, readers' connections do not. */
const HEAVIEST = 5 * 1024 * 1024;
const QUALITY = 88;

const PIXELS = new Set(["image/jpeg", "image/png"]);

/** A picture, and the file of the publication that it is. */
export interface CoverImage {
  /** Key in `book.resources`; undefined for one that no file has. */
  readonly source: string | undefined;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** @param location of the edition that names it. */
export async function fitCover(cover: CoverImage, report: Report, location: Location): Promise<CoverImage> {
  if (!PIXELS.has(cover.mediaType)) return cover;
  const sharp = await imageLibrary();
  const image = sharp(cover.bytes, { failOn: "error" });
  const { width, height, hasAlpha } = await image.metadata();
  reportSize(width, height, cover, report, location);
  const isHeavy = cover.bytes.length > HEAVIEST || Math.max(width, height) > LONGEST;
  if (isPlain(cover.bytes) && !hasAlpha && !isHeavy) return cover;
  const upright = image.autoOrient();
  const sized = isHeavy
    ? upright.resize({ width: BEST_HEIGHT, height: BEST_HEIGHT, fit: "inside", withoutEnlargement: true })
    : upright;
  const bytes = await sized
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" })
    .toBuffer();
  // A picture of its own from now on: the text may show the author's.
  return { source: undefined, mediaType: "image/jpeg", bytes };
}

function reportSize(
  width: number,
  height: number,
  { source }: CoverImage,
  report: Report,
  location: Location,
) {
  const isSmall = width < SMALLEST.width || height < SMALLEST.height;
  const isLying = width > height;
  if (!isSmall && !isLying) return;
  const message = isLying
    ? `The cover “${source}” is wider than high, ${width} × ${height} pixels: shops show it small between others`
    : `The cover “${source}” has ${width} × ${height} pixels: shops ask for ${SMALLEST.width} × ${SMALLEST.height} or more`;
  const hint = "Give a JPEG or PNG image of 1600 × 2560 pixels";
  report(diagnostic("epub-cover-size", message, location, hint));
}
