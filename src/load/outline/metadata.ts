/**
 * What a text or a project says of itself, in the words of Pandoc, Quarto, R Markdown and their relatives:
 * `title`, `author`, `date`, `lang`, `bibliography`.
 */
import { posix } from "node:path";
import type { FactKey, Facts } from "./facts.js";
import type { SettingsText } from "./settings-file.js";
import { textOf, textsOf, type Values, valuesOf } from "./values.js";

/** Keys by which tools call a fact, the first one that is there counts. */
const NAMES = {
  title: ["title", "site_name", "booktitle"],
  subtitle: ["subtitle", "tagline"],
  description: ["description", "site_description", "abstract"],
  language: ["lang", "language", "locale", "languageCode", "defaultContentLanguage"],
  date: ["date", "pubdate"],
  publisher: ["publisher"],
  rights: ["rights", "copyright"],
  cover: ["cover-image", "epub-cover-image", "cover", "cover_image"],
  bibliography: ["bibliography"],
  csl: ["csl", "citation-style"],
  nocite: ["nocite"],
  allow: ["allow"],
} as const satisfies Readonly<Record<FactKey | "publisher" | "rights", readonly string[]>>;

const AUTHORS = ["author", "authors", "creator", "site_author"];

export interface Said {
  readonly settings: SettingsText;
  /** The mapping in the settings that says it, and the keys that lead there. Default: all of them. */
  readonly values?: Values;
  readonly at?: readonly string[];
  /** How a language is written there: `lang: de`. */
  readonly sayLanguage: (language: string) => string;
}

export function factsOf({ settings, values = settings.values, at = [], sayLanguage }: Said): Facts {
  const { file } = settings;
  const keyOf = (fact: keyof typeof NAMES) => NAMES[fact].find((name) => textsOf(values[name]).length > 0);
  const said = (fact: keyof typeof NAMES) => {
    const key = keyOf(fact);
    return key === undefined ? undefined : textsOf(values[key])[0];
  };
  const words = (fact: keyof typeof NAMES) => {
    const found = plainWords(said(fact) ?? "");
    return found === "" || isCode(found) ? undefined : found;
  };
  const bibliography = textsOf(values[keyOf("bibliography") ?? ""]).map((each) => fromFolderOf(file, each));
  const nocite = textsOf(values.nocite);
  const paths = { cover: said("cover"), csl: said("csl") };
  return {
    file,
    authors: authorsIn(values),
    ...given({
      title: words("title"),
      subtitle: words("subtitle"),
      description: words("description"),
      language: said("language")?.replaceAll("_", "-"),
      date: dateIn(said("date")),
      publisher: words("publisher"),
      rights: words("rights"),
      cover: paths.cover === undefined ? undefined : fromFolderOf(file, paths.cover),
      csl: paths.csl === undefined ? undefined : fromFolderOf(file, paths.csl),
      nocite: nocite.length === 0 ? undefined : nocite,
      bibliography: bibliography.length === 0 ? undefined : bibliography,
    }),
    place: (fact) => settings.place([...at, keyOf(fact) ?? ""]),
    sayLanguage,
  };
}

/** What both say, the first one where they differ. */
export function joinedFacts(first: Facts, second: Facts): Facts {
  const own = Object.keys(first).filter((key) => key !== "authors" && key !== "file");
  return {
    ...second,
    ...first,
    authors: first.authors.length > 0 ? first.authors : second.authors,
    place: (key) => (own.includes(key) ? first : second).place(key),
  };
}

function given<Values extends Readonly<Record<string, unknown>>>(values: Values) {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [Key in keyof Values]?: NonNullable<Values[Key]> };
}

/** Paths count from the file that names them, `/` from the root of the project. */
function fromFolderOf(file: string, path: string): string {
  return path.startsWith("/") ? path.slice(1) : posix.normalize(posix.join(posix.dirname(file), path));
}

function authorsIn(values: Values): readonly string[] {
  const key = AUTHORS.find((name) => values[name] !== undefined && values[name] !== null);
  const written = key === undefined ? [] : [values[key]].flat();
  const names = written.flatMap((each) =>
    typeof each === "string" ? separate(each) : nameIn(valuesOf(each)),
  );
  return [...new Set(names.map(plainWords))].filter((name) => name !== "" && !isCode(name));
}

/** `Ada Roe and Bo Li`, `Ada Roe; Bo Li`, `Ada Roe, Bo Li`; in `Roe, Ada` the comma is part of a name. */
function separate(text: string): readonly string[] {
  const parts = text.split(/\s*;\s*|\s*,?\s+(?:and|&)\s+/);
  return parts.flatMap((part) => {
    const pieces = part.split(/\s*,\s*/);
    return pieces.every((piece) => /\S\s+\S/.test(piece)) ? pieces : [part];
  });
}

/** Quarto and MyST have mappings; a name may be one as well. */
function nameIn(values: Values): readonly string[] {
  const { name, text, given, family, literal, firstName, lastName } = values;
  if (typeof name === "object") return nameIn(valuesOf(name));
  const whole = textOf(name) ?? textOf(text) ?? textOf(literal);
  if (whole !== undefined) return [whole];
  const parts = [textOf(given) ?? textOf(firstName), textOf(family) ?? textOf(lastName)];
  const joined = parts.filter((part) => part !== undefined).join(" ");
  // A key alone is a name: `- Ada Roe: …`.
  return joined !== "" ? [joined] : Object.keys(values).slice(0, 1);
}

/** Without links, emphasis, notes, HTML and an address in angle brackets. */
function plainWords(text: string): string {
  return text
    .replace(/\^\[[^\]]*\]|\[\^[^\]]*\]|<[^<>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^()]*\)/g, "$1")
    .replace(/(\*\*|__|\*|`(?!r ))(\S(?:.*?\S)?)\1/g, "$2")
    .replace(/\\([^\w\s])/g, "$1")
    .replace(/&(amp|copy|reg|lt|gt|quot|nbsp|ndash|mdash);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Those that people write in titles and rights. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", copy: "©", reg: "®", lt: "<", gt: ">", quot: '"', nbsp: " ", ndash: "–", mdash: "—" },
};

/** R and Quarto compute some values, which only they can. */
function isCode(text: string): boolean {
  return /`r\s|\{\{<|\{\{/.test(text);
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** `2024-05-03`, `2024/5/3`, `May 3, 2024`, `3 May 2024`, `2024`; what is no date is none. */
function dateIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:$|[T ])/.exec(text) ?? [];
  if (year !== undefined) return dateOf(year, month, day);
  const words = /^(?:(\d{1,2})\s+)?([A-Za-z]{3})[a-z]*\.?(?:\s+(\d{1,2}),?)?,?\s+(\d{4})$/.exec(text);
  if (words === null) return undefined;
  const [, before, name = "", after, of = ""] = words;
  const at = MONTHS.indexOf(name.toLowerCase());
  return at < 0 ? undefined : dateOf(of, String(at + 1), before ?? after);
}

function dateOf(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const parts = [year, month?.padStart(2, "0"), month && day?.padStart(2, "0")].filter(Boolean);
  const date = parts.join("-");
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}
