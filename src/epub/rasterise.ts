/** Turns a drawn cover into the JPEG image that shops ask for. */
import { keepNewest } from "../cache/newest.js";
import type { Rasterise } from "./cover.js";
import { imageLibrary } from "./image-library.js";
import { outlineText } from "./outline-text.js";

/** Letters have sharp edges: less than this shows around them. */
const QUALITY = 88;

/** Covers drawn in this process: editions of one build often share theirs. */
const drawn = keepNewest<Promise<Uint8Array>>(8);

/**
 * @param root The publication's folder: fonts that it brings come first.
 * @param packages Folders of themes, which bring fonts, too.
 */
export function rasteriser(root: string, packages: readonly string[] = []): Rasterise {
  return async (svg) => {
    const outlined = await outlineText(svg, root, packages);
    const jpeg = await drawn.takeOrMake(outlined, () => toJpeg(outlined));
    return { mediaType: "image/jpeg", bytes: jpeg };
  };
}

async function toJpeg(svg: string): Promise<Uint8Array> {
  const sharp = await imageLibrary();
  return await sharp(Buffer.from(svg)).jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" }).toBuffer();
}
