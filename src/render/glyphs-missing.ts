/**
 * Sees to it that every character of a book has a glyph, or says which one has none.
 *
 * A face of a fallback font takes the name of the theme's own family, for just the characters
 * that the family lacks: so each font stack of the theme falls back at its first name, and no
 * font of the machine ever gets into a book.
 */
import { noStore, type Store } from "../cache/store.js";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Book } from "../model/book.js";
import { FALLBACK_FONTS, type FallbackFont } from "./fallback-fonts.js";
import { type FontFace, type ThemeFonts, takeFonts } from "./fonts.js";
import { hasGlyph } from "./glyphs.js";
import { charactersIn, type Occurrence } from "./glyphs-in-book.js";

/** Families that have only one purpose keep to it. */
const APART = /\bMath$/;
const FIXED_WIDTH = /\b(?:Mono|Code|Typewriter|Courier)\b/i;

/**
 * The fonts of a theme with fallback faces for the characters of a book.
 *
 * @param root the publication's folder: its own packages come before those of the program.
 * @param store see `glyphs.ts`.
 */
export async function completeFonts(
  fonts: ThemeFonts,
  book: Book,
  root: string,
  report: Report,
  store: Store = noStore,
): Promise<ThemeFonts> {
  const own = fonts.faces.filter(({ family }) => !APART.test(family));
  const characters = charactersIn(book);
  const files: FontFiles = { store, facesOf: facesIn(root) };
  const added: FontFace[] = [];
  for (const [family, faces] of familiesOf(own)) {
    const lacking = await withoutGlyph(store, characters, faces);
    added.push(...(await fallbackFaces(family, faces, lacking, files)));
  }
  for (const [character, { location }] of await withoutGlyph(store, characters, [...own, ...added])) {
    report(missingGlyph(character, location));
  }
  return { ...fonts, faces: [...fonts.faces, ...added] };
}

/** Where fallback fonts and their characters are. */
interface FontFiles {
  readonly store: Store;
  readonly facesOf: FacesOf;
}

function familiesOf(faces: readonly FontFace[]): Map<string, FontFace[]> {
  const families = new Map<string, FontFace[]>();
  for (const face of faces) families.set(face.family, [...(families.get(face.family) ?? []), face]);
  return families;
}

/** The characters that none of the faces can show. */
async function withoutGlyph(
  store: Store,
  characters: ReadonlyMap<string, Occurrence>,
  faces: readonly FontFace[],
): Promise<[string, Occurrence][]> {
  const lacking: [string, Occurrence][] = [];
  for (const entry of characters) {
    if (!(await faceWith(store, faces, entry[0]))) lacking.push(entry);
  }
  return lacking;
}

async function faceWith(
  store: Store,
  faces: readonly FontFace[],
  character: string,
): Promise<FontFace | undefined> {
  const code = character.codePointAt(0)!;
  for (const face of faces) if (await hasGlyph(store, face, code)) return face;
  return undefined;
}

async function fallbackFaces(
  family: string,
  faces: readonly FontFace[],
  lacking: readonly (readonly [string, Occurrence])[],
  files: FontFiles,
): Promise<FontFace[]> {
  const byFile = new Map<string, number[]>();
  for (const [character, occurrence] of lacking) {
    const found = await fallbackFor(character, occurrence, FIXED_WIDTH.test(family), files);
    if (found) byFile.set(found.file, [...(byFile.get(found.file) ?? []), character.codePointAt(0)!]);
  }
  // The browser looks for a glyph only among faces of the very weight and style that it wants.
  const looks = new Map(faces.map(({ weight, style }) => [`${weight} ${style}`, { weight, style }]));
  return [...byFile].flatMap(([file, codes]) =>
    [...looks.values()].map((look) => ({
      family,
      ...look,
      ranges: codes.sort((a, b) => a - b).map((code): [number, number] => [code, code]),
      file,
    })),
  );
}

async function fallbackFor(
  character: string,
  { language }: Occurrence,
  isFixedWidth: boolean,
  { store, facesOf }: FontFiles,
): Promise<FontFace | undefined> {
  for (const font of FALLBACK_FONTS) {
    if (font.fixedWidth && !isFixedWidth) continue;
    if (font.languages && !font.languages.test(language)) continue;
    if (!font.characters.test(character)) continue;
    const face = await faceWith(store, facesOf(font), character);
    if (face) return face;
  }
  return undefined;
}

type FacesOf = (font: FallbackFont) => readonly FontFace[];

/** Looks for each font once: to find a package takes a while, and every lacking character asks for some. */
function facesIn(root: string): FacesOf {
  const known = new Map<FallbackFont, readonly FontFace[]>();
  return (font) => {
    const faces = known.get(font) ?? readFaces(font, root);
    known.set(font, faces);
    return faces;
  };
}

function readFaces({ styles }: FallbackFont, root: string): readonly FontFace[] {
  try {
    return takeFonts(`@import "${styles}";`, root).faces;
  } catch {
    // An optional package that is not installed: the characters are reported.
    return [];
  }
}

function missingGlyph(character: string, location: Occurrence["location"]) {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  const optional = FALLBACK_FONTS.find(
    ({ styles, characters }) => styles.startsWith("@fontsource-variable/") && characters.test(character),
  );
  const hint = optional
    ? `Run npm install ${optional.styles.replace(/\/[^/]+$/, "")}`
    : "Import a font that has it in `styles/print.css` of the publication, or write something else";
  return diagnostic(
    "missing-glyph",
    `No font of this edition has \`${character}\` (${code})`,
    location,
    hint,
  );
}
