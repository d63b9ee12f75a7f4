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

const LANGUAGE = /^[a-z]{2}(?:[-_](?:[A-Z]{2}|[a-z]{2}|[Hh]an[st]))?$/;
/** Beside others, languages of three letters too: `fil`, `pcm`; by themselves `src` and `doc` are languages. */
const AMONG_OTHERS = /^[a-z]{2,3}(?:[-_](?:[A-Z]{2}|[a-z]{2}|[A-Z]?[a-z]{4}|\d{3}))?$/;
/** What languages are called in names beside their codes, by a country most often. */
const CALLED: ReadonlyMap<string, string> = new Map([
  ["cn", "zh"],
  ["cz", "cs"],
  ["dk", "da"],
  ["gr", "el"],
  ["jp", "ja"],
  ["kr", "ko"],
  ["sp", "es"],
  ["tw", "zh-TW"],
  ["ua", "uk"],
  ["vn", "vi"],
]);
/** One or two may be called like a language by chance: they have to hold what is beside them, or what `en` holds. */
const FEWEST = 3;

/**
 * The folders in one that hold translations of each other or of the texts beside them, by name.
 *
 * @param path relative to the publication's folder.
 */
export async function translationsIn(path: string, folder: Folder): Promise<readonly string[]> {
  const around = await namesIn(path, folder);
  const areSeveral = around.filter((name) => isLanguage(name, LANGUAGE)).length >= FEWEST;
  const languages = around.filter((name) => isLanguage(name, areSeveral ? AMONG_OTHERS : LANGUAGE));
  const within = new Map<string, readonly string[]>();
  for (const name of languages) within.set(name, await namesIn(posix.join(path, name), folder));
  const english = within.get("en") ?? [];
  const isTranslation = (name: string, names: readonly string[]) =>
    areAlike(names, around) ||
    (name === "en"
      ? [...within].some(([other, texts]) => other !== name && areAlike(texts, names))
      : areAlike(names, english));
  const found = [...within].filter(([name, names]) => areSeveral || isTranslation(name, names));
  return found.map(([name]) => name).sort(compareNames);
}

async function namesIn(path: string, { root }: Folder): Promise<readonly string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => []);
  return entries.flatMap(({ name }) => (name.startsWith(".") ? [] : [name]));
}

/** Whether half of what is in one folder is called like what is in the other, and more than the index that all have. */
function areAlike(some: readonly string[], others: readonly string[]): boolean {
  const [one, other] = [some, others].map((names) => names.filter((name) => !INDEX.test(name)));
  const common = one!.filter((each) => other!.includes(each)).length;
  return common >= 2 && common >= Math.min(one!.length, other!.length) / 2;
}

function isLanguage(name: string, form: RegExp): boolean {
  return form.test(name) && languageStanding(tagOf(name)) === "known";
}

/** The tag of a language from what it is called in a name. */
function tagOf(name: string): string {
  return CALLED.get(name.toLowerCase()) ?? name.replaceAll("_", "-");
}

/** A name that ends in a language: `intro.fr.md`, `README_pt-BR.md`. */
const TRANSLATED = /^(.+?)([-_.])([A-Za-z]{2}(?:[-_](?:[A-Za-z]{2}|Hans|Hant))?)\.(\w+)$/;
const README = /^(?:readme|index|_index)$/i;
const INDEX = /^(?:readme|index|_index)\.\w+$/i;

/**
 * Those of the texts in a folder that are translations of one beside them, which is called like them without the language.
 * Letters behind a hyphen may be words, as in `what-to-do`: they tell a language of what each has one of, with a region in
 * capitals, or where there are several.
 */
export function translatedTexts(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  const translations = new Map<string, { name: string; isSure: boolean }[]>();
  for (const name of names) {
    const [, base = "", sign, tag = "", ending] = TRANSLATED.exec(name) ?? [];
    const original = `${base}.${ending}`;
    if (!all.has(original) || !isLanguage(tag.replace(/^../, lower), LANGUAGE)) continue;
    const isSure = README.test(base) || sign === "." || /[A-Z]/.test(tag);
    translations.set(original, [...(translations.get(original) ?? []), { name, isSure }]);
  }
  return [...translations.values()].flatMap((each) =>
    each.flatMap(({ name, isSure }) => (isSure || each.length >= FEWEST ? [name] : [])),
  );
}

const lower = (text: string): string => text.toLowerCase();

/** The folder of the language that the project is in, else of English, else the first. */
export function preferred(names: readonly string[], language: string | undefined): string | undefined {
  const base = (tag: string) => tag.toLowerCase().split("-")[0];
  const ofLanguage = (tag: string) =>
    names.find((each) => tagOf(each).toLowerCase() === tag.toLowerCase()) ??
    names.find((each) => base(tagOf(each)) === base(tag));
  return (language === undefined ? undefined : ofLanguage(language)) ?? ofLanguage("en") ?? names[0];
}

/**
 * @param others paths of the folders that are left out, of which there are some.
 * @param content that of the texts that are taken; undefined where they are beside the others.
 */
export function translationsLeftOut(
  others: readonly string[],
  content: string | undefined,
  file?: string,
): Diagnostic {
  const [first = "", ...more] = others;
  const named = more.length === 0 ? `\`${first}\` is` : `\`${first}\` and ${more.length} more folders are`;
  const taken = content === undefined ? "what stands beside them" : `those of \`${content}\``;
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
