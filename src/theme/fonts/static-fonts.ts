/**
 * Makes static fonts of the variable ones that stand in for a theme's: Chinese, Japanese and Korean letters, emoji.
 *
 * A browser prints a variable font letter by letter as drawings (`font-instances.ts`). Packages
 * cut such a font into slices, so only those are taken that have a letter of the book.
 */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Store } from "../../cache/store.js";
import { pinFont } from "./font-instances.js";
import type { FontFace } from "./fonts.js";

/** As Fontsource names the files of fonts with an axis of weights, and no other. */
const VARIABLE = /^(?<name>.+)-wght-normal\.woff2$/;

/** The faces in their order, the variable ones of them as static fonts of their weight. */
export async function staticFaces(faces: readonly FontFace[], store: Store): Promise<FontFace[]> {
  const pinned: FontFace[] = [];
  /** Families of a theme have the same font for their letters. */
  const known = new Map<string, Uint8Array>();
  for (const face of faces) {
    const { name } = VARIABLE.exec(basename(face.file))?.groups ?? {};
    if (name === undefined) pinned.push(face);
    else {
      const file = `${name}-${face.weight}.ttf`;
      const bytes =
        known.get(file) ?? (await pinFont(await readFile(face.file), { wght: face.weight }, store));
      known.set(file, bytes);
      // Fonts of packages are free ones (`fallback-fonts.ts`).
      pinned.push({ ...face, file, own: { bytes, mayBeEmbedded: true, mayBeSubset: true } });
    }
  }
  return pinned;
}
