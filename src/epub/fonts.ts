/**
 * The theme's fonts inside an ebook, when the edition asks for them: each cut down to the
 * letters in use, as TrueType, which every reading system takes, with the licence of its family.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Book } from "../model/book.js";
import type { EpubDocument } from "../model/ebook.js";
import { type FontFace, facesFor, takeFonts } from "../render/fonts.js";
import { loadStyles } from "../render/styles.js";

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

/** @param styles The ebook's style sheet: families that it names are embedded, and that of the text. */
export async function embeddedFonts(
  book: Book,
  documents: readonly EpubDocument[],
  styles: string,
  root: string,
): Promise<BookFonts> {
  const { edition } = book;
  if (edition.format !== "epub" || (edition.embedFonts ?? "none") === "none") return NO_FONTS;
  // The fonts of a theme are those of its print edition; an ebook's styles only name them.
  const print = takeFonts(
    loadStyles(edition.theme, "pdf", root, edition.themeFolders),
    root,
    edition.themeFolders,
  );
  const textFamily = familyOfText(print.styles);
  const named = print.faces.filter(({ family }) => family === textFamily || styles.includes(`"${family}"`));
  const text = charactersOf(book, documents);
  const faces = facesFor(named, text);
  const fonts = await Promise.all(faces.map((face) => embed(face, text)));
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
  const titles = JSON.stringify([book.metadata, book.contents]);
  return [...new Set([...texts, titles].join(""))].sort().join("");
}

async function embed({ file, family, weight, style, ranges }: FontFace, text: string): Promise<EmbeddedFont> {
  const { default: subsetFont } = await import("subset-font");
  const inRange = [...text].filter((character) => {
    const code = character.codePointAt(0)!;
    return ranges.length === 0 || ranges.some(([first, last]) => code >= first && code <= last);
  });
  const bytes = await subsetFont(await readFile(file), inRange.join(""), { targetFormat: "sfnt" });
  const script = /-(latin|latin-ext|greek|greek-ext|cyrillic|cyrillic-ext|vietnamese)-\d/.exec(file)?.[1];
  const name = [fileStem(family), script, weight, style === "italic" ? style : undefined];
  const href = `fonts/${name.filter((part) => part !== undefined).join("-")}.ttf`;
  return { href, mediaType: "font/ttf", bytes };
}

function fileStem(family: string): string {
  return family.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function fontFaceRule({ family, weight, style, ranges }: FontFace, href: string): string {
  const list = ranges.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join(", ");
  const range = ranges.length === 0 ? "" : ` unicode-range: ${list};`;
  return (
    `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; ` +
    `src: url("../${href}") format("truetype");${range} }\n`
  );
}

/** Open font licences ask to be handed on with the font. */
async function licencesOf(faces: readonly FontFace[]): Promise<EmbeddedFont[]> {
  const folders = new Map(faces.map(({ family, file }) => [family, path.dirname(path.dirname(file))]));
  const found = [...folders].map(async ([family, folder]): Promise<EmbeddedFont[]> => {
    const names = await readdir(folder);
    const name = names.find((each) => /^(licen[cs]e|ofl)(\.(txt|md))?$/i.test(each));
    if (name === undefined) return [];
    const bytes = await readFile(path.join(folder, name));
    return [{ href: `fonts/${fileStem(family)}-licence.txt`, mediaType: "text/plain", bytes }];
  });
  return (await Promise.all(found)).flat();
}
