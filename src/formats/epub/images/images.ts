/**
 * Makes the images of a book fit for an ebook: formats and colours that every reading system shows, no wider
 * than the edition asks for. Other images keep their bytes.
 */
import type { Metadata, Sharp } from "sharp";
import { sourceTypes } from "../../../adapt/source-types.js";
import { imageLibrary } from "../../../input/images/image-library.js";
import type { Book, Resource } from "../../../model/book.js";
import { isPackagedImage } from "../content/names.js";
import { imageFormat } from "./image-format.js";
import { withIptc, withXmp } from "./metadata-blocks.js";
import { isPlain } from "./plain-image.js";
import { withSourceType } from "./source-types.js";

/** Formats that are converted: EPUB 3.3 does not have them, or only since of late. */
const CONVERTED = new Set(["image/webp", "image/avif"]);
const PIXELS = new Set(["image/jpeg", "image/png", ...CONVERTED]);
const QUALITY = 88;

/** Stands for a file that is no image, whatever its name says. */
export const NO_IMAGE = "application/octet-stream";

/**
 * The book with its images as the ebook has them. What cannot be read is marked with the media
 * type `NO_IMAGE`; the place that shows it reports it.
 */
export async function ebookImages(book: Book): Promise<Book> {
  const { edition } = book;
  const width = edition.format === "epub" ? edition.imageWidth : undefined;
  const sourceTypeOf = sourceTypes(book);
  const fit = [...book.resources].map(async ([key, resource]): Promise<[string, Resource]> => {
    const image = await ebookImage(resource, key === edition.cover ? undefined : width);
    return [key, withSourceType(image, resource, sourceTypeOf(resource))];
  });
  return { ...book, resources: new Map(await Promise.all(fit)) };
}

/** A picture of the theme as the ebook has it; undefined when no reading system could show it. */
export async function ebookPicture(picture: Pick<Resource, "mediaType" | "bytes">) {
  const { mediaType, bytes } = await ebookImage({ path: "", ...picture }, undefined);
  return isPackagedImage(mediaType) ? { mediaType, bytes } : undefined;
}

async function ebookImage(resource: Resource, width: number | undefined): Promise<Resource> {
  const mediaType = imageFormat(resource.bytes) ?? NO_IMAGE;
  const given = { ...resource, mediaType };
  const isKept = width === undefined && !CONVERTED.has(mediaType) && isPlain(resource.bytes);
  if (!PIXELS.has(mediaType) || isKept) return given;
  const sharp = await imageLibrary();
  const image = sharp(resource.bytes, { failOn: "error" });
  try {
    return await converted(given, image, width);
  } catch {
    return { ...given, mediaType: NO_IMAGE };
  }
}

async function converted(given: Resource, image: Sharp, width: number | undefined): Promise<Resource> {
  const { width: own, hasAlpha, pages = 1, ...metadata } = await image.metadata();
  const isWide = width !== undefined && own > width;
  if (!isWide && !CONVERTED.has(given.mediaType) && isPlain(given.bytes)) return given;
  // A still picture in the place of a moving one would be another picture.
  if (pages > 1) return given;
  const upright = image.autoOrient();
  const sized = (isWide ? upright.resize({ width, withoutEnlargement: true }) : upright).toColourspace(
    "srgb",
  );
  const isDrawing = given.mediaType === "image/png" || hasAlpha || isLossless(given);
  const bytes = isDrawing
    ? await sized.png({ compressionLevel: 9 }).toBuffer()
    : await sized.jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer();
  const mediaType = isDrawing ? "image/png" : "image/jpeg";
  return { ...given, mediaType, bytes: withMetadata(bytes, mediaType, metadata) };
}

/** What it said of itself it still says: who made it, and how. */
function withMetadata(
  bytes: Uint8Array,
  mediaType: string,
  { xmp, iptc }: Pick<Metadata, "xmp" | "iptc">,
): Uint8Array {
  const described = iptc === undefined ? bytes : withIptc(bytes, mediaType, iptc);
  return xmp === undefined ? described : withXmp(described, mediaType, xmp.toString("utf8"));
}

/** A WebP file of the lossless kind (RFC 9649, section 2.6): a screen shot, not a photograph. */
function isLossless({ bytes }: Resource): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("VP8L");
}
