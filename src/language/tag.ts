/** Language tags: BCP 47 as written, and languages that exist. */
import { nearest } from "../diagnostics/nearest.js";

type Named = "language" | "region";

const NAMES = new Map<Named, Intl.DisplayNames>();

/** The English name of a code, so that `french` can be answered with `fr`. Names are loaded when they are asked for. */
function englishName(type: Named, code: string): string | undefined {
  const names = NAMES.get(type) ?? new Intl.DisplayNames(["en"], { type, fallback: "none" });
  NAMES.set(type, names);
  return names.of(code);
}

/**
 * - `known`: well-formed, and a language that the program's Unicode data (CLDR) can name;
 * - `unlisted`: well-formed, but one of the thousands of languages that CLDR has no name for, or none;
 * - `bad`: not BCP 47, or certainly no language.
 */
export type LanguageStanding = "known" | "unlisted" | "bad";

/** Judges a tag against BCP 47 (RFC 5646) and the languages and regions that exist. */
export function languageStanding(tag: string): LanguageStanding {
  const locale = parse(tag);
  if (locale === undefined) return "bad";
  if (locale.region !== undefined && englishName("region", locale.region) === undefined) return "bad";
  if (englishName("language", locale.language) !== undefined) return "known";
  // ISO 639-1 (two letters) is listed in full, and no subtag is longer than three letters in use.
  return locale.language.length === 3 ? "unlisted" : "bad";
}

/** The tag in its canonical form (`en-us` becomes `en-US`). Only for tags that are not `bad`. */
export function canonicalLanguage(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag;
}

/** A tag that the author may have meant: `fr` for `french` or `français`, `en-US` for `en_US`. */
export function likelyLanguage(text: string): string | undefined {
  const dashed = text.trim().replaceAll("_", "-");
  if (dashed !== text && languageStanding(dashed) === "known") return canonicalLanguage(dashed);
  const names = namedLanguages();
  const name = names.has(text.toLowerCase()) ? text.toLowerCase() : nearest(text, names.keys());
  if (name !== undefined && text.length > 3) return names.get(name);
  const language = dashed.split("-")[0] ?? "";
  return language !== dashed && languageStanding(language) === "known" ? language : undefined;
}

function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** Every two-letter language by its name in English and in the language itself. */
function namedLanguages(): ReadonlyMap<string, string> {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const names = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const tag = `${first}${second}`;
      const english = englishName("language", tag);
      if (english === undefined || Intl.getCanonicalLocales(tag)[0] !== tag) continue;
      names.set(english.toLowerCase(), tag);
      const own = new Intl.DisplayNames([tag], { type: "language", fallback: "none" }).of(tag);
      if (own !== undefined && !names.has(own.toLowerCase())) names.set(own.toLowerCase(), tag);
    }
  }
  return names;
}
