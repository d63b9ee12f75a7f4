/** Reads RIS, which databases and reference managers write: a tag and a value a line, from `TY` to `ER`. */
import { counterText } from "../language/counter-style.js";
import { readDate } from "./date-text.js";
import type { DateValue, Item, Name } from "./item.js";

interface Field {
  readonly tag: string;
  value: string;
}

const LINE = /^([A-Z][A-Z0-9])\s{0,2}-(?: (.*)|)$/;

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

/** @param tell gets what is wrong, and where: an offset in the text. */
export function parseRis(text: string, tell: (message: string, at: number) => void): Item[] {
  const items: Item[] = [];
  const keys = new Set<string>();
  const add = (fields: readonly Field[]) => {
    const item = itemOf(fields, keys);
    keys.add(item.id);
    items.push(item);
  };
  let fields: Field[] | undefined;
  let start = 0;
  let at = 0;
  /** Lines that are in no work have one cause, as long as they follow each other. */
  let isAstray = false;
  const addWithoutEnd = () => {
    if (!fields) return;
    tell("a work has no end: a line `ER  -` is missing", start);
    add(fields);
  };
  for (const line of text.split("\n")) {
    const match = LINE.exec(line.replace(/^\uFEFF/, "").trimEnd());
    if (match?.[1] === "TY") {
      addWithoutEnd();
      isAstray = false;
      fields = [];
      start = at;
    }
    if (match?.[1] === "ER") {
      if (fields) add(fields);
      fields = undefined;
    } else if (match) {
      if (fields) fields.push({ tag: match[1]!, value: (match[2] ?? "").trim() });
      else if (!isAstray) {
        tell("a work begins with a line `TY  -`, and this line is in none", at);
        isAstray = true;
      }
    } else if (fields && fields.length > 0 && line.trim() !== "") {
      // What has no tag goes on with the value before.
      fields.at(-1)!.value += ` ${line.trim()}`;
    }
    at += line.length + 1;
  }
  addWithoutEnd();
  if (items.length === 0 && !isAstray && text.trim() !== "")
    tell("it has no line `TY  -`, with which a work begins", 0);
  return items;
}

/** @param taken keys of the works before it. */
function itemOf(fields: readonly Field[], taken: ReadonlySet<string>): Item {
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
  const accessed = first("Y2");
  if (accessed !== undefined) dates.accessed = dateOf(accessed);
  return { id: first("ID") ?? keyOf(names, dates, variables, taken), type, variables, names, dates };
}

/** What tags mean depends on the kind of the work. */
function settle(
  type: string,
  variables: Record<string, string>,
  first: (tag: string) => string | undefined,
): void {
  const [begin, end] = [first("SP"), first("EP")];
  if (begin !== undefined) variables.page = end === undefined || end === begin ? begin : `${begin}-${end}`;
  const number = first("SN");
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
