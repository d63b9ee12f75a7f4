/** Looks at the pictures of a folder: their shapes, their colours, what they say of themselves. */
import { extname, posix } from "node:path";
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { type ImageCredits, imageCredits } from "../../../input/images/image-credits.js";
import { imageFacts } from "../../../input/images/image-facts.js";
import { imageLibrary } from "../../../input/images/image-library.js";
import { safeSvg } from "../../../input/svg/svg.js";
import type { PrepareContext } from "../../source-reader.js";
import { chosen, coloursIn, type Swatch } from "./swatches.js";

/** A picture as the section needs it: plain data. */
export interface FoundPicture extends ImageCredits {
  /** In the folder. */
  readonly name: string;
  /** Relative to the publication's folder. */
  readonly path: string;
  /** Width by height, as it is seen; 1 when nobody can tell. */
  readonly aspect: number;
  /** Those that stand for it, with how much of it they are. */
  readonly colours: readonly Swatch[];
}

const ENDINGS = new Set([".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"]);
/** Pixels of the small picture in which colours are looked for, each way. */
const SMALL = 48;
/** Colours that are kept of each: the whole section chooses among them. */
const KEPT = 12;

/** @returns the pictures in the order of their names, with numbers counted. */
export async function picturesIn(
  folder: string,
  place: Location,
  context: PrepareContext,
): Promise<readonly FoundPicture[]> {
  const names = (await context.folder.filesIn(folder)).filter((name) => {
    return ENDINGS.has(extname(name).toLowerCase()) && !name.startsWith(".");
  });
  names.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  if (names.length === 0) {
    const hint = "Put JPEG, PNG, WebP, AVIF, GIF or SVG files into it";
    context.report(diagnostic("missing-file", `\`${folder}\` has no images`, place, hint));
  }
  const pictures: FoundPicture[] = [];
  // One after another: each may be large.
  for (const name of names) pictures.push(await lookedAt(name, folder, place, context));
  return pictures;
}

/** What cannot be read is told when the pictures of all texts are; here it has a shape that stands for it. */
async function lookedAt(
  name: string,
  folder: string,
  place: Location,
  { reader }: PrepareContext,
): Promise<FoundPicture> {
  const path = posix.join(folder, name);
  const unknown = { name, path, aspect: 1, colours: [] };
  const bytes = await reader.image(path, place, () => undefined);
  if (bytes === undefined || bytes.length < 12) return unknown;
  const facts = imageFacts(bytes);
  const pixels = (facts?.width ?? 0) * (facts?.height ?? 0);
  if (facts?.complete === false || pixels > reader.limits.pixels * 1e6) return unknown;
  try {
    const drawing = facts === undefined ? Buffer.from(safeSvg(bytes).bytes) : bytes;
    return { ...unknown, ...(await shapeAndColours(drawing)), ...imageCredits(bytes) };
  } catch {
    return unknown;
  }
}

/** EXIF may say that a picture is turned: it is looked at as it is seen, and in the colours of a screen. */
async function shapeAndColours(bytes: Uint8Array): Promise<Pick<FoundPicture, "aspect" | "colours">> {
  const sharp = await imageLibrary();
  const { width = 1, height = 1, orientation = 1 } = await sharp(bytes).metadata();
  const small = await sharp(bytes)
    .resize(SMALL, SMALL, { fit: "fill" })
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  const all = coloursIn(small);
  const kept = new Set(chosen(all, KEPT));
  return {
    aspect: Number((orientation > 4 ? height / width : width / height).toFixed(4)),
    colours: all.filter(({ colour }) => kept.has(colour)),
  };
}
