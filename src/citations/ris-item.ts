/** Makes a work of the lines of RIS. What a tag means depends on who wrote it: the readings here are those of Zotero. */
import { counterText } from "../language/counter-style.js";
import { readDate } from "./date-text.js";
import type { DateValue, Item, Name } from "./item.js";
import { languageTag } from "./language-tag.js";

export interface RisField {
  readonly tag: string;
  value: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ABST: "article-journal",
  ART: "graphic",
  BILL: "bill",
  BLOG: "post-weblog",
  BOOK: "book",
  CASE: "legal_case",
  CHAP: "chapter",
  COMP: "software",
  CONF: "paper-conference",
  CPAPER: "paper-conference",
  DATA: "dataset",
  DICT: "entry-dictionary",
  EBOOK: "book",
  ECHAP: "chapter",
  EDBOOK: "book",
  EJOUR: "article-journal",
  ELEC: "webpage",
  ENCYC: "entry-encyclopedia",
  FIGURE: "figure",
  HEAR: "hearing",
  ICOMM: "personal_communication",
  INPR: "article-journal",
  JFULL: "periodical",
  JOUR: "article-journal",
  LEGAL: "legislation",
  MANSCPT: "manuscript",
  MAP: "map",
  MGZN: "article-magazine",
  MPCT: "motion_picture",
  MUSIC: "musical_score",
  NEWS: "article-newspaper",
  PAMP: "pamphlet",
  PAT: "patent",
  PCOMM: "personal_communication",
  RPRT: "report",
  SER: "book",
  SLIDE: "speech",
  SOUND: "song",
  STAND: "standard",
  STAT: "legislation",
  THES: "thesis",
  UNPB: "manuscript",
  VIDEO: "motion_picture",
};

const NAMES: Readonly<Record<string, string>> = {
  AU: "author",
  A1: "author",
  A2: "editor",
  ED: "editor",
  A3: "collection-editor",
  A4: "translator",
};

/** The first that a work has counts. */
const VARIABLES: readonly (readonly [variable: string, tags: readonly string[]])[] = [
  ["title", ["TI", "T1", "CT"]],
  ["container-title", ["JF", "JO", "T2", "BT", "JA"]],
  ["container-title-short", ["J2", "JA"]],
  ["collection-title", ["T3"]],
  ["title-short", ["ST"]],
  ["volume", ["VL"]],
  ["issue", ["IS", "CP"]],
  ["publisher", ["PB"]],
  ["publisher-place", ["CY", "PP"]],
  ["edition", ["ET"]],
  ["abstract", ["AB", "N2"]],
  ["note", ["N1"]],
  ["DOI", ["DO"]],
  ["URL", ["UR", "L2"]],
  ["language", ["LA"]],
  ["genre", ["M3"]],
  ["call-number", ["CN"]],
  ["archive", ["DB"]],
];

/** @param taken keys of the works before it. */
export function itemOfRis(fields: readonly RisField[], taken: ReadonlySet<string>): Item {
  const first = (tag: string) => fields.find((field) => field.tag === tag && field.value !== "")?.value;
  const variables: Record<string, string> = {};
  for (const [variable, tags] of VARIABLES) {
    const value = tags.map(first).find((each) => each !== undefined);
    if (value !== undefined) variables[variable] = value;
  }
  const type = TYPES[first("TY")?.toUpperCase() ?? ""] ?? "document";
  settle(type, variables, first);
  const names: Record<string, Name[]> = {};
  for (const { tag, value } of fields) {
    const role = NAMES[tag];
    if (role !== undefined && value !== "") names[role] = [...(names[role] ?? []), nameOf(value)];
  }
  const dates: Record<string, DateValue> = {};
  const issued = first("DA") ?? first("PY") ?? first("Y1");
  if (issued !== undefined) dates.issued = dateOf(issued, first("PY"));
  // Ovid writes the date of the work twice.
  const accessed = first("Y2");
  if (accessed !== undefined && accessed !== first("Y1")) dates.accessed = dateOf(accessed);
  return { id: first("ID") ?? keyOf(names, dates, variables, taken), type, variables, names, dates };
}

type First = (tag: string) => string | undefined;

/** What tags mean depends on the kind of the work. */
function settle(type: string, variables: Record<string, string>, first: First): void {
  const isArticle = type.startsWith("article");
  const page = pagesOf(first) ?? (isArticle ? first("C7") : undefined);
  if (page !== undefined) variables.page = page;
  const number = /\d[\d-]*[\dXx]/.exec(first("SN") ?? "")?.[0];
  if (number !== undefined) {
    const isBook = /^(?:book|chapter|thesis|report)$/.test(type) || number.replace(/\D/g, "").length > 8;
    variables[isBook ? "ISBN" : "ISSN"] = number;
  }
  if (type === "book") {
    const series = variables["container-title"];
    delete variables["container-title"];
    if (series !== undefined && series !== variables.title) variables["collection-title"] ??= series;
  }
  if (type === "report" && variables.issue !== undefined) {
    variables.number = variables.issue;
    delete variables.issue;
  }
  if (variables.genre !== undefined && DOI.test(variables.genre)) variables.DOI ??= variables.genre;
  // Databases say “Article” of every article.
  if (isArticle || PLAIN_KINDS.has(type) || DOI.test(variables.genre ?? "")) delete variables.genre;
  // What follows an address in its line is of another tag.
  for (const name of ["DOI", "URL"]) {
    const [address] = (variables[name] ?? "").split(/\s/);
    if (address) variables[name] = address;
  }
  if (variables.language !== undefined) variables.language = languageTag(variables.language);
}

const DOI = /^10\.\d{4,9}\//;

/** Kinds of works of which no style needs to say more. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(["book", "chapter", "paper-conference"]);

function pagesOf(first: First): string | undefined {
  const [begin, end] = ["SP", "EP"].map((tag) => first(tag)?.replace(/[\u2010-\u2015]/g, "-"));
  return end === undefined || end === begin ? begin : begin === undefined ? end : `${begin}-${end}`;
}

function nameOf(value: string): Name {
  const [family = "", given, suffix] = value.split(",").map((each) => each.trim());
  if (given === undefined || given === "") return { literal: family };
  return { family, given, ...(suffix ? { suffix } : {}) };
}

/** `2020/05/03/`, `2020///Spring`; a date without a year has that of another tag. */
function dateOf(text: string, year?: string): DateValue {
  const parts = /^(\d{3,4})(?:[/-](\d{1,2})?(?:[/-](\d{1,2})?)?)?(?:\/.*)?$/.exec(text.trim());
  if (!parts) return readDate(/\d{4}/.test(text) ? text : (year ?? text));
  const numbers: number[] = [];
  for (const part of parts.slice(1)) {
    if (part === undefined || Number(part) === 0) break;
    numbers.push(Number(part));
  }
  return { "date-parts": [numbers] };
}

/** The family name and year, for works that have no key: `Doe2020`, then `Doe2020a`. */
function keyOf(
  names: Readonly<Record<string, readonly Name[]>>,
  dates: Readonly<Record<string, DateValue>>,
  variables: Readonly<Record<string, string>>,
  taken: ReadonlySet<string>,
): string {
  const person = names.author?.[0] ?? names.editor?.[0];
  const word =
    person?.family ?? person?.literal ?? variables.title?.split(/\s+/).find((each) => each.length > 3);
  const year = dates.issued?.["date-parts"]?.[0]?.[0] ?? "";
  const key = (word ?? "work").replace(/[^\p{L}\p{N}]+/gu, "") + year;
  let own = key;
  for (let count = 1; taken.has(own); count++) own = key + counterText("lower-alpha", count);
  return own;
}
