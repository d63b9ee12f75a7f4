/** What the entries and fields of BibTeX and BibLaTeX are in CSL. */
import type { BibEntry } from "./bibtex.js";
import { isoDate } from "./csl-json.js";
import type { DateValue, Item, Name } from "./item.js";
import { latexText } from "./latex-text.js";

const TYPES: Readonly<Record<string, string>> = {
  article: "article-journal",
  book: "book",
  mvbook: "book",
  booklet: "pamphlet",
  collection: "book",
  inbook: "chapter",
  incollection: "chapter",
  inproceedings: "paper-conference",
  conference: "paper-conference",
  manual: "report",
  mastersthesis: "thesis",
  phdthesis: "thesis",
  thesis: "thesis",
  proceedings: "book",
  reference: "book",
  inreference: "entry-encyclopedia",
  report: "report",
  techreport: "report",
  online: "webpage",
  electronic: "webpage",
  www: "webpage",
  software: "software",
  dataset: "dataset",
  patent: "patent",
  periodical: "periodical",
  unpublished: "manuscript",
  audio: "song",
  music: "song",
  video: "motion_picture",
  movie: "motion_picture",
  artwork: "graphic",
  letter: "personal_communication",
  legislation: "legislation",
};

/** Fields that go over unchanged, for every type of entry. */
const FIELDS: Readonly<Record<string, string>> = {
  abstract: "abstract",
  address: "publisher-place",
  location: "publisher-place",
  chapter: "chapter-number",
  doi: "DOI",
  edition: "edition",
  eprint: "number",
  institution: "publisher",
  school: "publisher",
  organization: "publisher",
  isbn: "ISBN",
  issn: "ISSN",
  language: "language",
  langid: "language",
  note: "note",
  number: "issue",
  issue: "issue",
  pages: "page",
  pagetotal: "number-of-pages",
  publisher: "publisher",
  series: "collection-title",
  shorttitle: "title-short",
  journal: "container-title",
  journaltitle: "container-title",
  shortjournal: "container-title-short",
  booktitle: "container-title",
  url: "URL",
  version: "version",
  volume: "volume",
  volumes: "number-of-volumes",
  eventtitle: "event-title",
  origlocation: "original-publisher-place",
  origpublisher: "original-publisher",
  origtitle: "original-title",
  type: "genre",
  howpublished: "medium",
};

const NAMES: Readonly<Record<string, string>> = {
  author: "author",
  editor: "editor",
  translator: "translator",
  bookauthor: "container-author",
};

const PROTECTED = new Set(["title", "booktitle", "journal", "journaltitle", "subtitle", "booksubtitle"]);

export function itemOfEntry({ type, key, fields }: BibEntry): Item {
  const variables: Record<string, string> = {};
  const names: Record<string, Name[]> = {};
  for (const [field, value] of fields) {
    const name = NAMES[field];
    if (name !== undefined) names[name] = namesOf(value);
    else if (FIELDS[field] !== undefined) variables[FIELDS[field]] = textOf(field, value);
  }
  const title = titleOf(fields, "title", "subtitle");
  if (title !== "") variables.title = title;
  const container = titleOf(fields, "booktitle", "booksubtitle");
  if (container !== "") variables["container-title"] = container;
  settle(type, variables, fields);
  const dates = datesOf(fields);
  return { id: key, type: TYPES[type] ?? "document", variables, names, dates };
}

function textOf(field: string, value: string): string {
  if (field === "url" || field === "doi") return value.replace(/\\([_%#&~])/g, "$1");
  const text = latexText(value, PROTECTED.has(field) ? "protect" : "drop");
  return field === "pages" ? text.replace(/\s*[-–—]+\s*/g, "–") : text;
}

function titleOf(fields: ReadonlyMap<string, string>, main: string, sub: string): string {
  const parts = [main, sub].flatMap((name) => {
    const value = fields.get(name);
    return value === undefined ? [] : [latexText(value, "protect")];
  });
  const [first = "", second] = parts;
  return second === undefined ? first : `${first}${/[?!:.]$/.test(first) ? " " : ": "}${second}`;
}

/** What depends on the kind of the entry. */
function settle(type: string, variables: Record<string, string>, fields: ReadonlyMap<string, string>): void {
  const number = variables.issue;
  // The number of a book is its number in the series, that of a report its own.
  if (number !== undefined && type !== "article" && type !== "periodical") {
    delete variables.issue;
    variables[fields.has("series") ? "collection-number" : "number"] = number;
  }
  if (type === "article") delete variables.publisher;
  if (type === "phdthesis") variables.genre ??= "PhD thesis";
  if (type === "mastersthesis") variables.genre ??= "Master’s thesis";
}

function datesOf(fields: ReadonlyMap<string, string>): Record<string, DateValue> {
  const dates: Record<string, DateValue> = {};
  const issued = fields.get("date") ?? legacyDate(fields);
  if (issued !== undefined) dates.issued = isoDate(latexText(issued));
  const urldate = fields.get("urldate");
  if (urldate !== undefined) dates.accessed = isoDate(urldate);
  const origdate = fields.get("origdate");
  if (origdate !== undefined) dates["original-date"] = isoDate(origdate);
  return dates;
}

const MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function legacyDate(fields: ReadonlyMap<string, string>): string | undefined {
  const year = fields.get("year");
  if (year === undefined) return undefined;
  const month = fields.get("month")?.toLowerCase() ?? "";
  const number = /^\d+$/.test(month) ? Number(month) : MONTH_NAMES.indexOf(month.slice(0, 3)) + 1;
  return number > 0 && /^\d+$/.test(year) ? `${year}-${String(number).padStart(2, "0")}` : year;
}

/** `von Last, Jr, First`, `First von Last`, `{An Institution}`, joined by `and`. */
export function namesOf(value: string): Name[] {
  return splitOutside(value, /\s+and\s+/y)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => (name === "others" ? { literal: "others" } : nameOf(name)));
}

function nameOf(name: string): Name {
  if (/^\{[^{}]*\}$/.test(name)) return { literal: latexText(name) };
  const parts = splitOutside(name, /\s*,\s*/y);
  if (parts.length === 1) return plainName(splitOutside(name, /\s+/y));
  const [last = "", middle = "", first] = parts;
  const { particle, family } = withParticle(splitOutside(last, /\s+/y));
  const given = latexText(first ?? middle);
  return {
    ...(particle === "" ? {} : { "non-dropping-particle": particle }),
    family,
    ...(given === "" ? {} : { given }),
    ...(first === undefined ? {} : { suffix: latexText(middle) }),
  };
}

function plainName(words: readonly string[]): Name {
  const lower = words.findIndex((word, index) => index < words.length - 1 && isLower(word));
  const start = lower < 0 ? words.length - 1 : lower;
  const { particle, family } = withParticle(words.slice(start));
  const given = latexText(words.slice(0, start).join(" "));
  return {
    ...(particle === "" ? {} : { "non-dropping-particle": particle }),
    family,
    ...(given === "" ? {} : { given }),
  };
}

function withParticle(words: readonly string[]): { particle: string; family: string } {
  let count = 0;
  while (count < words.length - 1 && isLower(words[count]!)) count++;
  return {
    particle: latexText(words.slice(0, count).join(" ")),
    family: latexText(words.slice(count).join(" ")),
  };
}

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word.replace(/^[{\\'"`^~]+/, ""));
}

/** Cuts at a separator that stands outside of braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}") depth--;
    separator.lastIndex = at;
    const match = depth === 0 ? separator.exec(text)?.[0] : undefined;
    if (!match) continue;
    parts.push(text.slice(start, at));
    at += match.length - 1;
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}
