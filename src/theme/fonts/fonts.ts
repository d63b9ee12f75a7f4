/**
 * The fonts of a theme: they come from npm packages, so pages are the same on every machine.
 *
 * A style sheet names a font file by `@import "@fontsource/source-serif-4/400.css"`. Each
 * imported face covers a range of characters; a document gets only the faces whose
 * characters it has, because Paged.js loads every face it finds.
 */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isInside } from "../../input/folder.js";
import { PACKAGE_ROOT } from "../../runtime/package-root.js";
import type { ThemeFile } from "../files.js";
import type { PageSize } from "../styles/page-sizes.js";
import { withoutSoftHyphen } from "./soft-hyphen.js";
import { rangesOf } from "./unicode-range.js";
import { wholeFace } from "./whole-fonts.js";

/** It stands for its file as that was found: another content comes with another face. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** Inclusive ranges of code points; empty when the face is for all. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Absolute path of the WOFF2 or TrueType file; the name of one that is in memory. */
  readonly file: string;
  /** Of a font that a style sheet brings: its content, in the plain form (sfnt), and what its licence allows. */
  readonly own?: OwnFont;
  /** Other descriptors, as a style sheet has them: `font-stretch: 75%;`. */
  readonly descriptors?: string;
}

export interface OwnFont {
  readonly bytes: Uint8Array;
  readonly mayBeEmbedded: boolean;
  readonly mayBeSubset: boolean;
}

export interface ThemeFonts {
  /** The style sheet without its imports of fonts. */
  readonly styles: string;
  readonly faces: readonly FontFace[];
  /** Named pages of another size than the edition's (`theme/styles/page-sizes.ts`). */
  readonly sizes?: readonly PageSize[];
  /** Characters that style sheets write beside the numbers of pages. */
  readonly folioLetters?: string;
  /** Characters of a book that none of them has. */
  readonly unreadable?: ReadonlySet<string>;
}

const IMPORT = /@import\s+(?:url\()?["']([^"']+)["']\)?\s*;\s*/g;
const FACE = /@font-face\s*\{([^}]*)\}/g;

/**
 * Takes the imports of fonts out of a style sheet.
 *
 * @param root the publication's folder: its own packages come before those of the program.
 * @param packages folders of themes, which bring packages of their own.
 * @throws Error when an import names a package that is not installed.
 */
export function takeFonts(styles: string, root: string, packages: readonly string[] = []): ThemeFonts {
  const imports = [...styles.matchAll(IMPORT)].map((match) => match[1]!);
  const folders = [root, ...packages, PACKAGE_ROOT];
  const faces = [...new Set(imports)].flatMap(
    (name) => wholeFaces(name, folders) ?? facesOf(resolve(name, folders)),
  );
  return { styles: styles.replace(IMPORT, ""), faces };
}

/** Of whole fonts that were found in this process: the same face is the same value, so that it is read once. */
const knownWhole = new Map<string, FontFace>();

/** The face of a package of whole fonts, as a list; undefined when the import names none. */
export function wholeFaces(name: string, folders: readonly string[]): FontFace[] | undefined {
  const found = wholeFace(name, folders);
  if (found === undefined) return undefined;
  const face = knownWhole.get(found.file) ?? { ...found, ranges: [] };
  knownWhole.set(found.file, face);
  return [face];
}

function resolve(name: string, folders: readonly string[]): string {
  const places = folders.map((folder) => path.join(folder, "package.json"));
  for (const place of places) {
    try {
      return createRequire(place).resolve(name);
    } catch {
      // Not in this place: the next one may have it.
    }
  }
  throw new Error(`The style sheet imports \`${name}\`, which is not installed: run npm install ${name}`);
}

/**
 * The faces of a package of fonts: a sheet of nothing but `@font-face` rules with WOFF2 files, none of them
 * variable. Undefined for any other sheet.
 */
export function packagedFaces(
  { root, path: file }: ThemeFile,
  text: string,
): readonly FontFace[] | undefined {
  const rest = text.replace(/\/\*.*?\*\//gs, "").replace(FACE, "");
  if (rest.trim() !== "" || /font-weight:\s*\d+\s+\d+|woff2-variations/.test(text)) return undefined;
  const faces = facesOf(path.join(root.folder, file));
  return faces.length > 0 && faces.every((face) => isInside(root.folder, face.file)) ? faces : undefined;
}

/**
 * A font for mathematics comes whole, whatever range its package names, and is needed where
 * there is a formula: which glyphs a formula takes from it, only the browser knows.
 */
const MATH_FAMILY = /\bMath$/;

/** True for a font of formulas, which sets no text. */
export function isOfFormulas({ family }: Pick<FontFace, "family">): boolean {
  return MATH_FAMILY.test(family);
}

/** Of the sheets that were read in this process. A preview runs for days: they hold while no file is another one. */
const known = new Map<string, { readonly faces: readonly FontFace[]; readonly state: string }>();

function facesOf(file: string): readonly FontFace[] {
  const before = known.get(file);
  if (before && before.state === stateOf(file, before.faces)) return before.faces;
  const faces = readFaces(file);
  known.set(file, { faces, state: stateOf(file, faces) });
  return faces;
}

/** Sizes and times of change of a style sheet and its fonts. */
function stateOf(sheet: string, faces: readonly FontFace[]): string {
  const files = [sheet, ...faces.map(({ file }) => file)];
  return files
    .map((each) => {
      const { size, mtimeMs } = statSync(each, { throwIfNoEntry: false }) ?? {};
      return `${size}:${mtimeMs}`;
    })
    .join(" ");
}

function readFaces(file: string): FontFace[] {
  return [...readFileSync(file, "utf8").matchAll(FACE)].flatMap(([, body = ""]) => {
    const url = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(body)?.[1];
    if (!url) return [];
    const family = property(body, "font-family").replace(/["']/g, "");
    return [
      {
        family,
        weight: Number(property(body, "font-weight")) || 400,
        style: property(body, "font-style") === "italic" ? ("italic" as const) : ("normal" as const),
        ranges: isOfFormulas({ family }) ? [] : rangesOf(property(body, "unicode-range")),
        file: path.resolve(path.dirname(file), url),
      },
    ];
  });
}

function property(body: string, name: string): string {
  return new RegExp(`${name}\\s*:\\s*([^;]+)`).exec(body)?.[1]?.trim() ?? "";
}

/** The faces that the HTML of a document needs, in their order. */
export function facesFor(faces: readonly FontFace[], text: string): FontFace[] {
  const characters = codePointsIn(text);
  const hasMath = text.includes("<math");
  return faces.filter((face) =>
    isOfFormulas(face)
      ? hasMath
      : face.ranges.length === 0 ||
        face.ranges.some(([first, last]) => characters.some((code) => code >= first && code <= last)),
  );
}

/** The different characters of a text. Every document has those of ASCII, if only in its tags. */
function codePointsIn(text: string): number[] {
  const others = new Set(text.match(/\P{ASCII}/gu));
  return [...ASCII, ...[...others].map((character) => character.codePointAt(0)!)];
}

const ASCII = Array.from({ length: 0x7f }, (_, code) => code);

/** @param addressOf where a document asks for the font of a face. */
export function fontFaceRules(faces: readonly FontFace[], addressOf: (face: FontFace) => string): string {
  return faces
    .map((face) => {
      const { family, weight, style, ranges, own, descriptors = "" } = face;
      return (
        `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; ` +
        `src: url("${addressOf(face)}")${own ? "" : ` format("${fontFormat(face)}")`};${unicodeRange(ranges)} ${descriptors}}\n`
      );
    })
    .join("");
}

/** Of the file of a face, as `format()` names it (CSS Fonts 4, section 4.3). */
function fontFormat(face: FontFace): "truetype" | "woff2" {
  return isTrueType(face) ? "truetype" : "woff2";
}

/** The file of a face of a package, as a browser is to have it. */
export function readFace(face: FontFace): Uint8Array {
  const bytes = readFileSync(face.file);
  return isTrueType(face) ? withoutSoftHyphen(bytes) : bytes;
}

/** The media type of the file of a face. */
export function fontMediaType(face: FontFace): "font/ttf" | "font/woff2" {
  return isTrueType(face) ? "font/ttf" : "font/woff2";
}

function isTrueType({ file, own }: FontFace): boolean {
  return own !== undefined || file.endsWith(".ttf");
}

/** The content of a font in a form that drawing programs read: of a packaged font, the WOFF file beside its WOFF2. */
export function shapesOf({ file, own }: FontFace): Uint8Array {
  return own?.bytes ?? readFileSync(shapeFile(file));
}

/** fontkit reads the shapes of WOFF files; those of WOFF2 files come out wrong. */
export function shapeFile(file: string): string {
  return file.replace(/\.woff2$/, ".woff");
}

/** The `unicode-range` descriptor of a face; nothing when it is for all characters. */
export function unicodeRange(ranges: FontFace["ranges"]): string {
  if (ranges.length === 0) return "";
  const list = ranges.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`);
  return ` unicode-range: ${list.join(", ")};`;
}
