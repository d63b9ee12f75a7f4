/** Finds a locator at the beginning of what follows a citation key: `, p. 3`, `chap. 2`, `{iv–vi}`, `, 33`. */
import { en } from "./csl/locales/en.js";
import { localeData } from "./csl/locales/languages.js";
import type { LocaleData } from "./csl/locales/locale-data.js";

export interface Located {
  readonly locator: string;
  /** CSL name of what it counts. */
  readonly label: string;
  /** What follows the locator. */
  readonly rest: string;
}

/** What a locator may count (CSL 1.0.2, "Locators"). */
const LABELS = (
  "book chapter column figure folio issue line note number opus page paragraph part section sub-verbo " +
  "supplement verse volume"
).split(" ");

const tables = new Map<LocaleData, readonly [word: string, label: string][]>();

const NUMBERS = String.raw`(?:[A-Za-z]{0,2}\d+[a-z]{0,2}|[ivxlcdm]+\b)`;
const RANGE = new RegExp(String.raw`^${NUMBERS}(?:\s*(?:[-–—]|--|,|&)\s*${NUMBERS})*`, "i");

/** As in Pandoc: a number alone counts pages; English words are known in every language. */
export function readLocator(suffix: string, language: string): Located | undefined {
  const start = /^\s*,?\s*/.exec(suffix)![0].length;
  const text = suffix.slice(start);
  const braced = /^\{([^{}]*)\}/.exec(text);
  if (braced) {
    const rest = text.slice(braced[0].length);
    // Empty braces say that what follows is no locator.
    if (braced[1]!.trim() === "") return { locator: "", label: "page", rest };
    const inside = readLocator(braced[1]!, language);
    return inside ? { ...inside, rest } : { locator: braced[1]!.trim(), label: "page", rest };
  }
  const { label, length } = labelAt(text, language);
  const numbers = RANGE.exec(text.slice(length))?.[0];
  // Without a word only digits are a locator: “mild” is none, though it looks Roman.
  if (numbers === undefined || (label === undefined && !/^\d/.test(numbers))) return undefined;
  return {
    locator: numbers.replace(/--/g, "–"),
    label: label ?? "page",
    rest: text.slice(length + numbers.length),
  };
}

function labelAt(text: string, language: string): { label: string | undefined; length: number } {
  for (const data of new Set([localeData(language), en])) {
    for (const [word, label] of wordsIn(data)) {
      if (!text.toLowerCase().startsWith(word)) continue;
      const gap = /^\.?\s*/.exec(text.slice(word.length))![0];
      const isWhole = gap !== "" || /[.§]$/.test(word);
      if (isWhole) return { label, length: word.length + gap.length };
    }
  }
  return { label: undefined, length: 0 };
}

function wordsIn(data: LocaleData): readonly [word: string, label: string][] {
  const known = tables.get(data) ?? wordsOf(data.terms);
  tables.set(data, known);
  return known;
}

/** Words in small letters, the longest first. */
function wordsOf(terms: Readonly<Record<string, string | readonly string[]>>): [string, string][] {
  const words = LABELS.flatMap((label) =>
    [label, `${label} short`, `${label} symbol`].flatMap((name) =>
      [terms[name] ?? []].flat().map((word): [string, string] => [word.toLowerCase(), label]),
    ),
  );
  return words.sort(([a], [b]) => b.length - a.length);
}
