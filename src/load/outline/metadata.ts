/**
 * What a text or a project says of itself, in the words of Pandoc, Quarto, R Markdown and their relatives:
 * `title`, `author`, `date`, `lang`, `bibliography`.
 */
import { posix } from "node:path";
import type { FactKey, Facts } from "./facts.js";
import { identifiersIn } from "./identifiers.js";
import { peopleIn } from "./people.js";
import { isCode, plainWords } from "./plain-words.js";
import { rightsIn } from "./rights.js";
import type { SettingsText } from "./settings-file.js";
import { seriesIn, subjectsIn } from "./subjects.js";
import { textOf, textsOf, type Values, valuesOf } from "./values.js";

/** Keys by which tools call a fact, the first one that is there counts. */
const NAMES = {
  title: ["title", "site_name", "booktitle"],
  subtitle: ["subtitle", "tagline"],
  description: ["description", "site_description", "abstract"],
  language: ["lang", "language", "locale", "languageCode", "defaultContentLanguage"],
  date: ["date", "pubdate"],
  publisher: ["publisher"],
  cover: ["cover-image", "epub-cover-image", "cover", "cover_image"],
  identifier: ["isbn", "identifier"],
  bibliography: ["bibliography"],
  csl: ["csl", "citation-style"],
  nocite: ["nocite"],
  allow: ["allow"],
} as const satisfies Readonly<Record<FactKey | "publisher", readonly string[]>>;

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
  const people = peopleIn(values);
  const titles = titlesIn(values.title);
  return {
    file,
    people,
    ...given({
      title: words("title") ?? titles.main,
      subtitle: words("subtitle") ?? titles.subtitle,
      description: words("description"),
      language: said("language")?.replaceAll("_", "-"),
      date: dateIn(said("date")),
      publisher: words("publisher"),
      rights: rightsIn(values, authorsAmong(people)),
      identifiers: identifiersIn(values),
      subjects: subjectsIn(values),
      series: seriesIn(values),
      cover: paths.cover === undefined ? undefined : fromFolderOf(file, paths.cover),
      csl: paths.csl === undefined ? undefined : fromFolderOf(file, paths.csl),
      nocite: nocite.length === 0 ? undefined : nocite,
      bibliography: bibliography.length === 0 ? undefined : bibliography,
    }),
    place: (fact) => settings.place([...at, keyOf(fact) ?? ""]),
    sayLanguage,
  };
}

function authorsAmong(people: Facts["people"]): readonly string[] {
  return people.flatMap(({ name, role }) => (role === undefined ? [name] : []));
}

/** Pandoc has titles by their kinds, too: `- { type: main, text: … }`. */
function titlesIn(value: unknown): { readonly main?: string; readonly subtitle?: string } {
  const all = [value ?? []].flat().map(valuesOf);
  const ofType = (...types: readonly (string | undefined)[]) =>
    plainWords(textOf(all.find(({ type }) => types.includes(textOf(type)))?.text) ?? "") || undefined;
  return given({ main: ofType("main", undefined), subtitle: ofType("subtitle") });
}

/** What both say, the first one where they differ. */
export function joinedFacts(first: Facts, second: Facts): Facts {
  const own = Object.keys(first).filter((key) => key !== "people" && key !== "file");
  return {
    ...second,
    ...first,
    people: first.people.length > 0 ? first.people : second.people,
    identifiers: { ...second.identifiers, ...first.identifiers },
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
