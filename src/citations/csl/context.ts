/** What every element of a style needs to be rendered, and what comes of it. */
import type { Item } from "../item.js";
import type { Locale } from "./locale.js";
import type { Rich } from "./rich.js";
import type { Style } from "./style.js";
import type { XmlElement } from "./xml.js";

/** Where a work was cited before (CSL 1.0.2, "Locators and positions"). */
export type Position = "first" | "subsequent" | "ibid" | "ibid-with-locator";

/** What is particular to one mention of a work. */
export interface WorkMention {
  readonly locator?: string;
  /** CSL name of what the locator counts: `page`, `chapter`. */
  readonly label?: string;
  readonly position: Position;
  readonly isNear: boolean;
  /** Number of the note that cites it first. */
  readonly firstNote?: number;
}

/** What tells a work from others of the same author and year. */
export interface Distinction {
  readonly citationNumber: number;
  /** `a`, `b`, … */
  readonly yearSuffix?: string;
  /** How many names are shown at least. */
  readonly names?: number;
  readonly givenNames?: "initials" | "long";
  readonly disambiguate?: true;
}

export interface Context {
  readonly style: Style;
  readonly locale: Locale;
  readonly item: Item;
  readonly area: "citation" | "bibliography";
  readonly mention: WorkMention;
  readonly distinction: Distinction;
  /** `sort` writes names and dates as they are sorted. */
  readonly purpose: "show" | "sort";
  /** Options that hold for names here: of the style, of the area, of a sort key. */
  readonly nameOptions: Readonly<Record<string, string>>;
  readonly progress: Progress;
}

/** What has happened so far in one rendering of one work. */
export interface Progress {
  /** Variables that a substitute has used: they are not shown again. */
  readonly used: Set<string>;
  /** What to do with the first names: show them, or leave them out. */
  readonly firstNames: "show" | "omit";
  /** What stands for the first names: a dash, when the entry before has the same. */
  readonly instead?: Rich;
  /** The first names as they were rendered. */
  names?: Rich;
  /** Whether a letter goes after the first year, or only where the style has it. */
  readonly yearSuffix: "after the year" | "as the style says";
  hasYearSuffix: boolean;
}

export interface Result {
  readonly nodes: Rich;
  /** Whether variables were called, and whether one of them had a value: decides if a group is shown. */
  readonly variables: "none" | "empty" | "filled";
}

export const NOTHING: Result = { nodes: [], variables: "none" };

/** A function that renders any element; passed on so that the kinds of elements need not know each other. */
export type Render = (element: XmlElement, context: Context) => Result;

export function called(nodes: Rich): Result {
  return { nodes, variables: nodes.length > 0 ? "filled" : "empty" };
}

/** One answer for several elements. */
export function combined(results: readonly Result[]): Result["variables"] {
  if (results.some(({ variables }) => variables === "filled")) return "filled";
  return results.some(({ variables }) => variables === "empty") ? "empty" : "none";
}

/** The value of an ordinary or number variable, with what belongs to the mention. */
export function variableOf(context: Context, name: string): string {
  const { item, mention, distinction, progress } = context;
  if (progress.used.has(name)) return "";
  switch (name) {
    case "locator":
      return mention.locator ?? "";
    case "citation-number":
      return String(distinction.citationNumber);
    case "year-suffix":
      return distinction.yearSuffix ?? "";
    case "first-reference-note-number":
      return mention.firstNote === undefined ? "" : String(mention.firstNote);
    case "page-first":
      return /^[^\s–,&-]+/.exec(item.variables.page ?? "")?.[0] ?? "";
    default:
      return item.variables[name] ?? "";
  }
}
