/**
 * The theme's fonts inside an ebook, when the edition asks for them: each cut down to the
 * letters in use, as TrueType, which every reading system takes, with the licence of its family.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { publisherLine } from "../../adapt/colophon-imprint.js";
import type { Book } from "../../model/book.js";
import type { EpubDocument } from "../../model/ebook.js";
import { type FontFace, facesFor } from "../../theme/fonts/fonts.js";
import type { ThemeStyles } from "../../theme/styles/read-styles.js";

export interface EmbeddedFont {
  /** Relative to the package document. */
  readonly href: string;
  readonly mediaType: "font/ttf" | "text/plain";
  readonly bytes: Uint8Array;
}

export interface BookFonts {
  /** The fonts, then their licences. */
  readonly files: readonly EmbeddedFont[];
  /** The rules that make the book use them; they go before its other styles. */
  readonly styles: string;
}

const NO_FONTS: BookFonts = { files: [], styles: "" };

/** Faces that an ebook may have. */
export interface FontChoice {
  /** The ebook's own style sheet: families that it names are embedded, and that of the text. */
  readonly styles: ThemeStyles;
  /** The fonts of a theme are those of its print edition; an ebook's styles only name them. */
  readonly print: ThemeStyles;
}

/** What the ebook's styles bring themselves is embedded, the fonts of the theme when the edition asks for them. */
export async function embeddedFonts(
  book: Book,
  documents: readonly EpubDocument[],
  { styles, print }: FontChoice,
): Promise<BookFonts> {
  const { edition } = book;
  const wantsTheme = edition.format === "epub" && (edition.embedFonts ?? "none") !== "none";
  const textFamily = wantsTheme ? familyOfText(print.styles) : undefined;
  const ofTheme = print.faces.filter(
    ({ family }) => family === textFamily || styles.styles.includes(`"${family}"`),
  );
  const named = [...styles.own, ...(wantsTheme ? ofTheme : [])].filter(
    ({ own }) => own?.mayBeEmbedded ?? true,
  );
  if (named.length === 0) return NO_FONTS;
  const text = charactersOf(book, documents);
  const faces = facesFor(named, text);
  const names = namesOf(faces);
  const fonts = await Promise.all(faces.map((face, index) => embed(face, names[index]!, text)));
  const rules = faces.map((face, index) => fontFaceRule(face, fonts[index]!.href));
  const bodyRule = textFamily === undefined ? "" : `body { font-family: "${textFamily}", serif; }\n`;
  return { files: [...fonts, ...(await licencesOf(faces))], styles: rules.join("") + bodyRule };
}

/** The theme's variable for the typeface of running text; the last one that is set counts. */
function familyOfText(styles: string): string | undefined {
  return [...styles.matchAll(/--font-text:\s*"([^"]+)"/g)].at(-1)?.[1];
}

/** Every character of the ebook, markup included: each counts once, so that adds next to nothing. */
function charactersOf(book: Book, documents: readonly EpubDocument[]): string {
  const texts = documents.map(({ xhtml }) => xhtml);
  const titles = JSON.stringify([book.metadata, book.contents, book.imprint, publisherLine(book)]);
  return [...new Set([...texts, titles].join(""))].sort().join("");
}

async function embed(face: FontFace, name: string, text: string): Promise<EmbeddedFont> {
  return { href: `fonts/${name}.ttf`, mediaType: "font/ttf", bytes: await contentOf(face, text) };
}

/** Cut down to the letters in use, if its licence allows that. */
async function contentOf({ file, own, ranges }: FontFace, text: string): Promise<Uint8Array> {
  if (own?.mayBeSubset === false) return own.bytes;
  const { default: subsetFont } = await import("subset-font");
  const inRange = [...text].filter((character) => {
    const code = character.codePointAt(0)!;
    return ranges.length === 0 || ranges.some(([first, last]) => code >= first && code <= last);
  });
  const font = own === undefined ? await readFile(file) : Buffer.from(own.bytes);
  return await subsetFont(font, inRange.join(""), { targetFormat: "sfnt" });
}

/** By family, script, weight and style; those that are still the same are counted. */
function namesOf(faces: readonly FontFace[]): string[] {
  const used = new Map<string, number>();
  return faces.map(({ file, family, weight, style }) => {
    const script = /-(latin|latin-ext|greek|greek-ext|cyrillic|cyrillic-ext|vietnamese)-\d/.exec(file)?.[1];
    const parts = [fileStem(family), script, weight, style === "italic" ? style : undefined];
    const name = parts.filter((part) => part !== undefined).join("-");
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

function fileStem(family: string): string {
  return family.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function fontFaceRule({ family, weight, style, ranges, descriptors = "" }: FontFace, href: string): string {
  const list = ranges.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join(", ");
  const range = ranges.length === 0 ? "" : ` unicode-range: ${list};`;
  return (
    `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; ` +
    `src: url("../${href}") format("truetype");${range} ${descriptors}}\n`
  );
}

/** Open font licences ask to be handed on with the font. */
async function licencesOf(faces: readonly FontFace[]): Promise<EmbeddedFont[]> {
  const packaged = faces.filter(({ own }) => own === undefined);
  const folders = new Map(packaged.map(({ family, file }) => [family, path.dirname(path.dirname(file))]));
  const found = [...folders].map(async ([family, folder]): Promise<EmbeddedFont[]> => {
    const names = await readdir(folder);
    // Longer names first: a package's own licence may stand beside that of its font.
    const name = names
      .sort((one, other) => other.length - one.length)
      .find((each) => /^(licen[cs]e|ofl)(_font)?(\.(txt|md))?$/i.test(each));
    if (name === undefined) return [];
    const bytes = await readFile(path.join(folder, name));
    return [{ href: `fonts/${fileStem(family)}-licence.txt`, mediaType: "text/plain", bytes }];
  });
  return (await Promise.all(found)).flat();
}
