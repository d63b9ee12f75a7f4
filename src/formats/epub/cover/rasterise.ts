/**
 * Turns a drawn cover into the JPEG image that shops ask for.
 *
 * Finding the shapes of its letters and drawing it takes longer than to package a small book, and
 * most books keep their cover from build to build: so the image is kept.
 */
import { readFile } from "node:fs/promises";
import { programFingerprint } from "../../../cache/fingerprint.js";
import { recentResults } from "../../../cache/recent-results.js";
import { keyOf, noStore, type Store } from "../../../cache/store.js";
import { imageLibrary } from "../../../input/images/image-library.js";
import { type FontFace, shapeFile, takeFonts } from "../../../theme/fonts/fonts.js";
import type { Rasterise } from "./cover.js";

/** Letters have sharp edges: less than this shows around them. */
const QUALITY = 88;

/** Covers drawn in this process, by their drawings: editions of one build often share theirs. */
const drawn = recentResults<Promise<Uint8Array>>(8);

/**
 * @param root The publication's folder: fonts that it brings come first.
 * @param packages Folders of themes, which bring fonts, too.
 * @param own Faces that the styles of the publication declare.
 */
export function rasteriser(
  root: string,
  packages: readonly string[] = [],
  store: Store = noStore,
  own: readonly FontFace[] = [],
): Rasterise {
  return async (svg, height) => {
    const key = await keyOfDrawing(svg, height, root, packages, own);
    const kept = await store.read("cover", key);
    if (kept) return { mediaType: "image/jpeg", bytes: kept };
    const { outlineText } = await import("./outline-text.js");
    const outlined = await outlineText(svg, root, packages, own);
    const draw = async () => {
      const jpeg = await drawn.takeOrMake(`${height}\0${outlined}`, () => toJpeg(outlined, height));
      // What is left of text is drawn with the fonts of the system, which nobody can name.
      if (!/<text\b/.test(outlined)) await store.write("cover", key, jpeg);
      return jpeg;
    };
    return { mediaType: "image/jpeg", bytes: draw() };
  };
}

/** All that the image depends on: the drawing and the contents of the fonts that it imports. */
async function keyOfDrawing(
  svg: string,
  height: number | undefined,
  root: string,
  packages: readonly string[],
  own: readonly FontFace[],
): Promise<string> {
  const faces = [...own, ...takeFonts(svg, root, packages).faces];
  const fonts = faces.map(async ({ file, own: given, ...face }) => {
    // A font that is not there is only missed when the drawing has letters for it.
    const shapes = given?.bytes ?? (await readFile(shapeFile(file)).catch(() => ""));
    return [JSON.stringify(face), shapes];
  });
  return keyOf(
    await programFingerprint(),
    "cover",
    svg,
    String(height),
    ...(await Promise.all(fonts)).flat(),
  );
}

/** Dots per inch at which a pixel of a drawing is one of the image. */
const DENSITY = 72;
/** Of a drawing of a few pixels. */
const LARGEST_DENSITY = 2400;

async function toJpeg(svg: string, height: number | undefined): Promise<Uint8Array> {
  const sharp = await imageLibrary();
  const drawing = Buffer.from(svg);
  const { height: own } = height === undefined ? {} : await sharp(drawing).metadata();
  const scale = height === undefined || own === undefined ? 1 : height / own;
  const density = Math.min(Math.max(DENSITY * scale, 1), LARGEST_DENSITY);
  const image = sharp(drawing, { density }).flatten({ background: "#fff" });
  return await image.jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" }).toBuffer();
}
