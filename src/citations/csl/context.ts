/** What every element of a style needs to be evaluated, and what comes of it. */
import type { Item } from "../item.js";
import { citationLabel } from "./citation-label.js";
import type { Locale } from "./locale.js";
import { type Attributes, box, type Output } from "./output.js";
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

/** How much of a given name is shown though the style asks for less. */
export type GivenForm = "initials" | "long";

/** What tells a work from others of the same author and year. */
export interface Distinction {
  readonly citationNumber: number;
  /** `a`, `b`, … */
  readonly yearSuffix?: string;
  /** How many names are shown at least. */
  readonly names?: number;
  /** By `nameKey`. */
  readonly givenNames?: ReadonlyMap<string, GivenForm>;
  /** How many conditions of the style that tell it apart hold. */
  readonly conditions?: number;
}

/** Given names that are shown in all cites (`givenname-disambiguation-rule`). */
export interface GivenNames {
  /** By `nameKey`. */
  readonly forms: ReadonlyMap<string, GivenForm>;
  /** Whether the first name of a list is meant only. */
  readonly which: "all" | "primary";
}

export interface Context {
  readonly style: Style;
  readonly locale: Locale;
  readonly item: Item;
  readonly area: "citation" | "bibliography";
  readonly mention: WorkMention;
  readonly distinction: Distinction;
  readonly givenNames: GivenNames;
  /** `sort` writes names and dates as they are sorted. */
  readonly purpose: "show" | "sort";
  /** Options that hold for names here: of the style, of the area, of a sort key. */
  readonly nameOptions: Attributes;
  readonly progress: Progress;
}

/** What has happened so far in one evaluation of one work. */
export interface Progress {
  /** Variables that a substitute has used: they are not shown again. */
  readonly used: Set<string>;
  /** Variables that have given something, while a substitute is looked for. */
  readonly given: Set<string>;
  readonly isSubstitute: boolean;
  /** How many conditions have asked whether to tell the work apart. */
  conditions: number;
}

export function freshProgress(): Progress {
  return { used: new Set(), given: new Set(), isSubstitute: false, conditions: 0 };
}

export interface Result {
  readonly output: Output[];
  /** Whether variables were called, and whether one of them had a value: decides if a group is shown. */
  readonly variables: "none" | "empty" | "filled";
}

export const NOTHING: Result = { output: [], variables: "none" };

/** A function that evaluates any element; passed on so that the kinds of elements need not know each other. */
export type Evaluate = (element: XmlElement, context: Context) => Result;

export function called(output: Output[]): Result {
  return { output, variables: output.length > 0 ? "filled" : "empty" };
}

/** One answer for several elements. */
export function combined(results: readonly Result[]): Result["variables"] {
  if (results.some(({ variables }) => variables === "filled")) return "filled";
  return results.some(({ variables }) => variables === "empty") ? "empty" : "none";
}

/** What an element asks for its text, but for a delimiter: that belongs to parts. */
export function dressed(
  output: readonly Output[],
  node: XmlElement,
  more?: Parameters<typeof box>[2],
): Output[] {
  const { delimiter: _, ...attributes } = node.attributes;
  return box(output, attributes, more);
}

/** The value of an ordinary or number variable, with what belongs to the mention, to be shown. */
export function variableOf(context: Context, name: string): string {
  const value = peekAt(context, name);
  if (value !== "") context.progress.given.add(name);
  return value;
}

/** The same, for a question about it. */
export function peekAt(context: Context, name: string): string {
  return context.progress.used.has(name) ? "" : valueIn(context, name);
}

function valueIn({ item, mention, distinction, area }: Context, name: string): string {
  switch (name) {
    case "locator":
      return mention.locator ?? "";
    case "citation-number":
      return String(distinction.citationNumber);
    case "year-suffix":
      return distinction.yearSuffix ?? "";
    case "first-reference-note-number":
      return area === "citation" && mention.firstNote !== undefined ? String(mention.firstNote) : "";
    case "page-first":
      return item.variables["page-first"] ?? /^[^\s–,&-]+/.exec(item.variables.page ?? "")?.[0] ?? "";
    case "citation-label":
      return item.variables[name] ?? citationLabel(item);
    default:
      return item.variables[name] ?? "";
  }
}
