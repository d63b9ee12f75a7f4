/** Makes a work of an entry of BibTeX or BibLaTeX. */
import type { BibEntry } from "./bibtex.js";
import { datesOf } from "./bibtex-dates.js";
import { namesOf } from "./bibtex-names.js";
import { EDITORS, FIELDS, NAMES, TYPES } from "./bibtex-tables.js";
import type { Item, Name } from "./item.js";
import { languageTag } from "./language-tag.js";
import { latexText } from "./latex-text.js";

type Fields = ReadonlyMap<string, string>;
type Variables = Record<string, string>;

/** @param entry with the fields that it has from others. */
export function itemOfEntry({ type, key, fields }: BibEntry): Item {
  const variables: Variables = {};
  for (const [field, variable] of FIELDS) {
    const value = fields.get(field);
    if (value !== undefined) variables[variable] ??= textOf(field, value);
  }
  titles(type, variables, fields);
  settle(type, variables, fields);
  addresses(variables, fields);
  for (const [name, value] of Object.entries(variables)) if (value === "") delete variables[name];
  const aliases = (fields.get("ids") ?? "").split(",").flatMap((id) => id.trim() || []);
  return {
    id: key,
    ...(aliases.length > 0 ? { aliases } : {}),
    type: typeOf(type, fields),
    variables,
    names: peopleIn(fields),
    dates: datesOf(fields),
    ...(isEnglish(variables.language) ? { titles: "capitalized" as const } : {}),
  };
}

/** What says nothing of its language is English, as everywhere in BibTeX. */
function isEnglish(language = "en"): boolean {
  return /^en\b/.test(language);
}

/** `entrysubtype` says which kind of periodical an article is in. */
function typeOf(type: string, fields: Fields): string {
  const subtype = fields.get("entrysubtype")?.toLowerCase();
  if (type === "article" && subtype === "magazine") return "article-magazine";
  if (type === "article" && subtype === "newspaper") return "article-newspaper";
  if (type === "unpublished" && fields.has("eventtitle")) return "speech";
  return TYPES[type] ?? "document";
}

function peopleIn(fields: Fields): Record<string, Name[]> {
  const prefixes = /useprefix\s*=\s*false/.test(fields.get("options") ?? "") ? "dropped" : "kept";
  const names: Record<string, Name[]> = {};
  for (const [field, variable] of Object.entries(NAMES)) {
    const value = fields.get(field);
    if (value === undefined) continue;
    const role = field === "editor" ? (EDITORS[fields.get("editortype") ?? ""] ?? variable) : variable;
    const people = namesOf(value, prefixes);
    if (people.length > 0) names[role] = people;
  }
  return names;
}

/** Titles keep braces: what they hold keeps its capitals. */
const TITLES = new Set(["journal", "journaltitle", "series", "shorttitle", "eventtitle", "origtitle"]);

function textOf(field: string, value: string): string {
  if (field === "url" || field === "doi") return value.replace(/\\([_%#&~])/g, "$1").trim();
  const text = latexText(value, TITLES.has(field) ? "protect" : "drop");
  return field === "pages" ? text.replace(/\s*[-–—]+\s*/g, "–") : text;
}

function titles(type: string, variables: Variables, fields: Fields): void {
  const title = titleOf(fields, "title");
  const book = titleOf(fields, "booktitle");
  const main = titleOf(fields, "maintitle");
  if (title !== "") variables.title = title;
  if (book !== "") variables["container-title"] = book;
  if (main !== "" && book === "") variables["container-title"] ??= main;
  if (main !== "" && book !== "") {
    variables["container-title"] = main;
    variables["volume-title"] = book;
  }
  const journal = fields.get("journalsubtitle");
  if (journal !== undefined && variables["container-title"] !== undefined) {
    variables["container-title"] = withSubtitle(variables["container-title"], latexText(journal, "protect"));
  }
  const issue = titleOf(fields, "issuetitle");
  if (issue !== "") variables["volume-title"] ??= issue;
  // A periodical as a whole is called what its articles are in.
  if (type === "periodical") variables.title ??= variables["container-title"] ?? "";
  const short = shortTitle(title, fields);
  if (short !== undefined) variables["title-short"] ??= short;
}

/** What comes before a subtitle, in a field of its own or after a colon. */
function shortTitle(title: string, fields: Fields): string | undefined {
  if (fields.has("subtitle")) return latexText(fields.get("title") ?? "", "protect");
  const before = /^(.+?)(?::|(?<=[?!]))\s/.exec(title)?.[1];
  const isWhole = before?.match(/<\w/g)?.length === before?.match(/<\//g)?.length;
  return isWhole ? before : undefined;
}

/** @param field `title`, with its `subtitle` and `titleaddon`; the same of a book. */
function titleOf(fields: Fields, field: string): string {
  const [main, sub, addon] = [field, field.replace("title", "subtitle"), `${field}addon`].map((name) => {
    const value = fields.get(name);
    return value === undefined ? undefined : latexText(value, "protect");
  });
  const whole = sub === undefined ? (main ?? "") : withSubtitle(main ?? "", sub);
  return addon === undefined ? whole : `${whole}${/[?!.]$/.test(whole) ? " " : ". "}${addon}`;
}

function withSubtitle(title: string, subtitle: string): string {
  return `${title}${title === "" ? "" : /[?!:.]$/.test(title) ? " " : ": "}${subtitle}`;
}

const THESES: Readonly<Record<string, string>> = {
  phdthesis: "PhD thesis",
  mastersthesis: "Master’s thesis",
  mathesis: "Master’s thesis",
  bathesis: "Bachelor’s thesis",
  candthesis: "Candidate thesis",
  techreport: "Technical report",
  resreport: "Research report",
  software: "Computer software",
  patent: "Patent",
};

/** Keys of BibLaTeX for `pubstate`. */
const STATES: Readonly<Record<string, string>> = {
  inpreparation: "in preparation",
  inpress: "in press",
  prepublished: "prepublished",
};

const NUMBERED_ALONE =
  /^(?:report|techreport|patent|standard|legislation|jurisdiction|unpublished|misc|online|manual)$/;

/** What depends on the kind of the entry. */
function settle(type: string, variables: Variables, fields: Fields): void {
  const number = variables.issue;
  // The number of a book is its number in the series, that of a report its own.
  if (number !== undefined && !/^(?:article|periodical|suppperiodical)$/.test(type)) {
    delete variables.issue;
    variables[fields.has("series") && !NUMBERED_ALONE.test(type) ? "collection-number" : "number"] = number;
  }
  variables.status = STATES[variables.status ?? ""] ?? variables.status ?? "";
  const genre = fields.get("type");
  if (genre !== undefined) variables.genre = THESES[genre.trim().toLowerCase()] ?? variables.genre ?? "";
  else if (type === "phdthesis" || type === "mastersthesis") variables.genre = THESES[type]!;
  const language = fields.get("langid") ?? fields.get("language") ?? fields.get("hyphenation");
  if (language !== undefined) variables.language = languageTag(latexText(language));
  const volume = fields.get("part");
  if (volume !== undefined && variables.volume !== undefined) {
    variables.volume = `${variables.volume}.${latexText(volume)}`;
    delete variables["part-number"];
  }
}

const EPRINTS: Readonly<Record<string, (id: string) => string>> = {
  arxiv: (id) => `https://arxiv.org/abs/${id.replace(/^arxiv:/i, "")}`,
  googlebooks: (id) => `https://books.google.com?id=${id}`,
  hdl: (id) => `https://hdl.handle.net/${id}`,
  jstor: (id) => `https://www.jstor.org/stable/${id}`,
  pubmed: (id) => `https://www.ncbi.nlm.nih.gov/pubmed/${id}`,
};

/** Where a work is found: an address in another field, an archive of papers; what is published in another way. */
function addresses(variables: Variables, fields: Fields): void {
  const eprint = fields.get("eprint")?.trim();
  const kind = (fields.get("eprinttype") ?? fields.get("archiveprefix") ?? "").trim().toLowerCase();
  if (eprint && EPRINTS[kind]) variables.URL ??= EPRINTS[kind](eprint);
  const how = fields.get("howpublished");
  if (how === undefined) return;
  const address = /https?:\/\/[^\s{}\\]+(?:\\[_%#&~][^\s{}\\]*)*/
    .exec(how)?.[0]
    .replace(/\\([_%#&~])/g, "$1");
  if (address !== undefined) variables.URL ??= address;
  else variables.publisher ??= latexText(how);
}
