/**
 * Sees to it that every character of a book has a glyph, or says which one has none.
 *
 * A face of a fallback font takes the name of the theme's own family, for just the characters
 * that the family lacks: so each font stack of the theme falls back at its first name, and no
 * font of the machine ever gets into a book.
 */
import { noStore, type Store } from "../../cache/store.js";
import type { Report } from "../../diagnostics/diagnostic.js";
import { type FontFace, isOfFormulas, type ThemeFonts, takeFonts } from "../fonts/fonts.js";
import { staticFaces } from "../fonts/static-fonts.js";
import { type BookTexts, charactersIn, IDEOGRAPHIC_SPACE, type Occurrence } from "./book-texts.js";
import { FALLBACK_FONTS, type FallbackFont } from "./fallback-fonts.js";
import { hasGlyph, isGlyphless } from "./glyphs.js";
import { reportUnreadable } from "./glyphs-report.js";

/**
 * The fonts of a theme with fallback faces for the characters of a book.
 *
 * @param book its texts.
 * @param root the publication's folder: its own packages come before those of the program.
 * @param store see `glyphs.ts`.
 */
export async function completeFonts(
  fonts: ThemeFonts,
  book: BookTexts,
  root: string,
  report: Report,
  store: Store = noStore,
): Promise<ThemeFonts> {
  const own = fonts.faces.filter((face) => !isOfFormulas(face));
  const apart = fonts.faces.filter(isOfFormulas);
  const { text, formulas } = charactersIn(book.texts);
  const inFormulas = await withoutGlyph(store, formulas, apart);
  const characters = new Map([...inFormulas, ...text]);
  const wanted = new Map([...ofFolios(fonts, book.language), ...characters]);
  const files: FontFiles = { store, facesOf: facesIn(root) };
  const added: FontFace[] = [];
  for (const [family, faces] of familiesOf(own)) {
    const lacking = await withoutGlyph(store, wanted, faces);
    added.push(...(await fallbackFaces(family, faces, lacking, files)));
  }
  const missing = await withoutGlyph(store, characters, [...own, ...added]);
  const unreadable = new Set(
    missing.flatMap(([character]) => (character === IDEOGRAPHIC_SPACE ? [] : [character])),
  );
  if (unreadable.size > 0) reportUnreadable(book, unreadable, report);
  // Of faces with the same character the last one counts (CSS Fonts 4, section 4.5): a key of emoji has a digit.
  return { ...fonts, faces: [...(await staticFaces(added, store)), ...fonts.faces], unreadable };
}

function ofFolios({ folioLetters = "" }: ThemeFonts, language: string): [string, Occurrence][] {
  return [...folioLetters]
    .filter((letter) => letter > "~" && !isGlyphless(letter))
    .map((letter) => [letter, { language }]);
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

/** The characters, and the sequences of emoji, that none of the faces can show. */
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
  for (const face of faces) if (await hasGlyphs(store, face, codesOf(character))) return face;
  return undefined;
}

/** True when a face has all of a sequence. */
async function hasGlyphs(store: Store, face: FontFace, codes: readonly number[]): Promise<boolean> {
  for (const code of codes) if (!(await hasGlyph(store, face, code))) return false;
  return true;
}

function codesOf(characters: string): number[] {
  return Array.from(characters, (each) => each.codePointAt(0)!);
}

type Look = Pick<FontFace, "weight" | "style">;

async function fallbackFaces(
  family: string,
  faces: readonly FontFace[],
  lacking: readonly (readonly [string, Occurrence])[],
  files: FontFiles,
): Promise<FontFace[]> {
  // The browser looks for a glyph only among faces of the very weight and style that it wants.
  const looks = new Map(faces.map(({ weight, style }) => [`${weight} ${style}`, { weight, style }]));
  const added = new Map<string, { look: Look; file: string; codes: number[] }>();
  for (const [character, occurrence] of lacking) {
    const found = await fallbackFor(character, occurrence, family, files);
    for (const [name, look] of found.length > 0 ? looks : []) {
      const { file } = nearestFace(found, look);
      const key = `${file} ${name}`;
      const face = added.get(key) ?? { look, file, codes: [] };
      added.set(key, face);
      face.codes.push(...codesOf(character));
    }
  }
  return [...added.values()].map(({ look, file, codes }) => ({
    family,
    ...look,
    ranges: [...new Set(codes)].sort((a, b) => a - b).map((code): [number, number] => [code, code]),
    file,
  }));
}

/** The face that comes nearest to a look: a slanted letter stands out more than a bold one. */
function nearestFace(faces: readonly FontFace[], look: Look): FontFace {
  const distance = ({ weight, style }: FontFace): number =>
    (style === look.style ? 0 : 2) + (weight > 400 === look.weight > 400 ? 0 : 1);
  return faces.reduce((nearest, face) => (distance(face) < distance(nearest) ? face : nearest));
}

/** The faces with a character, or with all of a sequence, of the first font that has it. */
async function fallbackFor(
  character: string,
  { language }: Occurrence,
  family: string,
  { store, facesOf }: FontFiles,
): Promise<FontFace[]> {
  for (const font of FALLBACK_FONTS) {
    if (font.families?.test(family) === false) continue;
    if (font.languages?.test(language) === false) continue;
    if (!font.characters.test(character)) continue;
    const faces: FontFace[] = [];
    for (const face of facesOf(font)) {
      if (await hasGlyphs(store, face, codesOf(character))) faces.push(face);
    }
    if (faces.length > 0) return faces;
  }
  return [];
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

/** A sheet that is not there is that of an optional package, or of a face that the font does not have. */
function readFaces(font: FallbackFont, root: string): readonly FontFace[] {
  return font.sheets.flatMap((sheet) => {
    try {
      return takeFonts(`@import "${font.package}/${sheet}";`, root).faces;
    } catch {
      return [];
    }
  });
}
