/**
 * The words that a book needs and its author did not write: "Contents", "Chapter", "Back to note".
 *
 * One table for each language (`words/`), all with the same keys, so a missing word is a type error. An
 * edition's own words (`words` in the publication file) stand for those of its language.
 */
import { en } from "./words/en.js";
import {
  CAPTION_SEPARATORS,
  ENUMERATIONS,
  NUMBER,
  NUMBER_FORMS,
  NUMBERED,
  type Numbered,
  SMALL_LETTER,
  WHOLE_IN_CONTENTS,
} from "./words/number-forms.js";
import { tableOf, wordLanguage } from "./words/tables.js";
import type { Word } from "./words/words.js";

/** Whose words they are: an edition, or what is known of it. */
export interface Wording {
  readonly metadata: { readonly language: string };
  /** The author's own, by key; they hold for texts in the language of the edition. */
  readonly words?: Readonly<Record<string, string>>;
}

/**
 * A word of a book in a language; English when the language has no table.
 *
 * @param language BCP 47 tag, of the text that the word stands beside.
 */
export function word(of: Wording, language: string, key: Word): string {
  return ownWord(of, language, key) ?? tableWord(language, key);
}

/** The word of the table alone. */
export function tableWord(language: string, key: Word): string {
  return tableOf(wordLanguage(language) ?? "en")[key];
}

function ownWord({ words, metadata }: Wording, language: string, key: string): string | undefined {
  if (words === undefined || !Object.hasOwn(words, key)) return undefined;
  return primaryOf(language) === primaryOf(metadata.language) ? words[key] : undefined;
}

function primaryOf(language: string): string {
  return language.split("-")[0]!.toLowerCase();
}

/** True for a key of the tables: templates and roles arrive as plain strings. */
export function isWord(key: string): key is Word {
  return Object.hasOwn(en, key);
}

/** True for what may have a number beside it. */
export function isNumbered(key: string): key is Numbered {
  return (NUMBERED as readonly string[]).includes(key);
}

/** What stands before a number and after it: `第` and `章`. */
export interface NumberForm {
  readonly before: string;
  readonly after: string;
}

const DEFAULT_FORM = `\u00A0${NUMBER}`;

/** How a word stands with its number: the author's form, that of the language, or the word and then the number. */
export function numberForm(of: Wording, language: string, kind: Numbered): NumberForm {
  const [before = "", after = ""] = formOf(of, language, kind).split(NUMBER);
  return { before, after };
}

function formOf(of: Wording, language: string, kind: Numbered): string {
  const own = ownWord(of, language, `${kind}-number`);
  if (own !== undefined) return own;
  const key = kind === "page" ? "page-short" : kind;
  const name = ownWord(of, language, key);
  const form = NUMBER_FORMS[wordLanguage(language) ?? ""]?.[kind];
  if (form === undefined) return (name ?? tableWord(language, key)) + DEFAULT_FORM;
  return name === undefined ? form : withName(form, tableWord(language, key), name);
}

/** The form of the language with the author's word; where its own word stands otherwise, the word comes first. */
function withName(form: string, name: string, own: string): string {
  const at = form.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return own + DEFAULT_FORM;
  return form.slice(0, at) + own + form.slice(at + name.length);
}

/** `Chapter 3`, `第3章`, `3. fejezet`: kept on one line. */
export function numbered(of: Wording, language: string, kind: Numbered, number: string): string {
  const { before, after } = numberForm(of, language, kind);
  return before + number + after;
}

/** The same inside a sentence, where many languages write the word with a small letter. */
export function numberedInText(of: Wording, language: string, kind: Numbered, number: string): string {
  const { before, after } = numberForm(of, language, kind);
  const isSmall = SMALL_LETTER.has(wordLanguage(language) ?? "");
  return (isSmall ? before.toLocaleLowerCase(language) : before) + number + after;
}

/** What stands between “Figure 1” and the words of the caption. */
export function captionSeparator(of: Wording, language: string): string {
  return (
    ownWord(of, language, "caption-separator") ?? CAPTION_SEPARATORS[wordLanguage(language) ?? ""] ?? " "
  );
}

/** True where contents show the whole name of a chapter (“第3章”), and not its number alone. */
export function isWholeInContents(language: string): boolean {
  return WHOLE_IN_CONTENTS.has(wordLanguage(language) ?? "");
}

/** Names as one phrase: `A, B and C`. */
export function enumeration(of: Wording, names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  const { language } = of.metadata;
  const [between, last] = ENUMERATIONS[wordLanguage(language) ?? ""] ?? [
    ", ",
    ` ${word(of, language, "and")} `,
  ];
  return names.slice(0, -1).join(between) + joint(last, names.at(-1)!, language) + names.at(-1);
}

/** The same without an “and”, for where there is little room: `A, B, C`. */
export function listed({ metadata }: Wording, names: readonly string[]): string {
  const [between] = ENUMERATIONS[wordLanguage(metadata.language) ?? ""] ?? [", "];
  return names.join(between);
}

/** In Hebrew “and” is a letter of the word that follows; before other letters it has a hyphen (CLDR). */
function joint(last: string, name: string, language: string): string {
  if (wordLanguage(language) !== "he") return last;
  return last.trimEnd() + (/^[\u0590-\u05FF]/.test(name) ? "" : "-");
}

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Languages whose usual script runs from right to left, and such scripts (ISO 15924). */
const RIGHT_TO_LEFT = list(`
  ar ara arc arz azb bal ckb dv fa fas glk he heb iw ji ks lrc mzn nqo pnb prs ps rhg sd skr syr ug ur urd yi
`);
const RIGHT_TO_LEFT_SCRIPTS = list("adlm arab aran hebr mand nkoo rohg samr syrc thaa");

/**
 * The direction in which a language is written, as the `dir` attribute spells it: that of its
 * usual script, or of the one that the tag names (`az-Arab`, `ks-Deva`).
 */
export function direction(language: string): "ltr" | "rtl" {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft = script ? RIGHT_TO_LEFT_SCRIPTS.has(script) : RIGHT_TO_LEFT.has(primary);
  return isRightToLeft ? "rtl" : "ltr";
}
