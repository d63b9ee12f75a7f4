/**
 * Projects in several languages keep each in a folder of its name, or in texts whose names end in it. A book is in one
 * of them; the others are told.
 */
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import { languageStanding } from "../../language/tag.js";
import { compareNames } from "./natural-order.js";

const LANGUAGE = /^[a-z]{2}(?:[-_](?:[A-Za-z]{2}|Hans|Hant))?$/;
/** One or two may be called like a language by chance. */
const FEWEST = 3;

/** The folders in one that hold translations, by name. @param path relative to the publication's folder. */
export async function translationsIn(path: string, { root }: Folder): Promise<readonly string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => []);
  const names = entries.flatMap((each) => (each.isDirectory() ? [each.name] : []));
  return [...translationsAmong(names)].sort(compareNames);
}

/** The names of those folders that hold translations of what is beside them. */
export function translationsAmong(folders: readonly string[]): ReadonlySet<string> {
  const found = folders.filter(isLanguage);
  return new Set(found.length < FEWEST ? [] : found);
}

function isLanguage(name: string): boolean {
  return LANGUAGE.test(name) && languageStanding(name.replaceAll("_", "-")) === "known";
}

/** A name that ends in a language: `intro.fr.md`, `README_pt-BR.md`. */
const TRANSLATED = /^(.+?)([-_.])([A-Za-z]{2}(?:[-_](?:[A-Za-z]{2}|Hans|Hant))?)\.(\w+)$/;
const README = /^(?:readme|index|_index)$/i;
/** Countries that are written for their languages. */
const COUNTRIES = new Set(["cn", "jp", "kr", "tw", "ua"]);

/**
 * Those of the texts in a folder that are translations of one beside them, which is called like them without the language.
 * Letters behind a hyphen may be words, as in `what-to-do`: they tell a language of what each has one of, or with a region in capitals.
 */
export function translatedTexts(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  return names.filter((name) => {
    const [, base = "", sign, tag = "", ending] = TRANSLATED.exec(name) ?? [];
    if (!all.has(`${base}.${ending}`)) return false;
    if (README.test(base)) return COUNTRIES.has(tag.toLowerCase()) || isLanguage(tag.replace(/^../, lower));
    return (sign === "." || /[A-Z]/.test(tag)) && isLanguage(tag);
  });
}

const lower = (text: string): string => text.toLowerCase();

/** The folder of the language that the project is in, else of English, else the first. */
export function preferred(names: readonly string[], language: string | undefined): string | undefined {
  const base = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  const ofLanguage = (tag: string) =>
    names.find((each) => each.replaceAll("_", "-").toLowerCase() === tag.toLowerCase()) ??
    names.find((each) => base(each) === base(tag));
  return (language === undefined ? undefined : ofLanguage(language)) ?? ofLanguage("en") ?? names[0];
}

/**
 * @param others names of the folders that are left out, of which there are some.
 * @param around the folder that they lie in. @param content that of the texts that are taken.
 */
export function translationsLeftOut(
  others: readonly string[],
  around: string,
  content: string,
  file?: string,
): Diagnostic {
  const [first = "", ...more] = others.map((each) => posix.join(around, each));
  const named = more.length === 0 ? `\`${first}\` is` : `\`${first}\` and ${more.length} more folders are`;
  const taken = content === around ? "what stands beside them" : `those of \`${content}\``;
  return diagnostic(
    "translations-left-out",
    `A book is in one language: ${named} left out, and its texts are ${taken}`,
    file === undefined ? undefined : { file, line: 1, column: 1 },
    `For another one, write \`content: ${first}\` in a publication.yaml: \`colophon init --from .\` begins one`,
  );
}

/** @param texts paths of the translations that are left out, of which there are some. */
export function translatedTextsLeftOut(texts: readonly string[]): Diagnostic {
  const [first = "", ...more] = texts;
  const named =
    more.length === 0 ? `\`${first}\` is` : `\`${first}\` and ${more.length} more translations are`;
  return diagnostic(
    "translations-left-out",
    `A book is in one language: ${named} left out`,
    { file: first, line: 1, column: 1 },
    "Build a translation by its name, or list its texts in a publication.yaml: it is a book of its own",
  );
}
