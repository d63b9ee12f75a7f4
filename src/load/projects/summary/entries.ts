/**
 * Reads a `SUMMARY.md`: the chapters of a book as mdBook and GitBook list them.
 *
 * A heading at the top is a title, later ones name parts. Links in a list are chapters, nested as
 * the list is; links outside of it come before the first list (prefix) or after the last (suffix).
 */
import createMarkdownIt, { type Token } from "markdown-it";
import type { Location } from "../../../diagnostics/location.js";
import { blankDestination } from "../../../model/blank-destination.js";
import type { Entry, Group, Outline } from "../../outline/outline.js";
import { plain, wordsOf } from "../../outline/plain.js";

export interface Summary extends Outline {
  /** Text of the heading at the top; empty when there is none. */
  readonly title: string;
}

interface OpenEntry extends Entry {
  readonly children: OpenEntry[];
}

interface OpenGroup extends Group {
  readonly entries: OpenEntry[];
}

/** What stands in the file, in its order. Links outside of lists have depth 0. */
type Item =
  | { readonly kind: "heading"; readonly title: string; readonly location: Location }
  | { readonly kind: "entry"; readonly depth: number; readonly entry: OpenEntry };

/** @param file Path for the places, relative to the publication's folder. */
export function readSummary(text: string, file: string): Summary {
  const items = itemsOf(text, file);
  const isTitled = items[0]?.kind === "heading";
  const title = items[0]?.kind === "heading" ? items[0].title : "";
  const listed = isTitled ? items.slice(1) : items;
  const isNumbered = (item: Item) => item.kind === "entry" && item.depth > 0;
  const first = listed.findIndex(isNumbered);
  const last = listed.findLastIndex(isNumbered);
  // Without a list every link is a chapter.
  if (first < 0) return { title, prefix: [], groups: group(listed, file), suffix: [] };
  return {
    title,
    prefix: entriesOf(listed.slice(0, first)),
    groups: group(listed.slice(headingBefore(listed, first), last + 1), file),
    suffix: entriesOf(listed.slice(last + 1)),
  };
}

function entriesOf(items: readonly Item[]): OpenEntry[] {
  return items.flatMap((item) => (item.kind === "entry" ? [item.entry] : []));
}

/** The heading right before the first list names its part. */
function headingBefore(items: readonly Item[], first: number): number {
  return items[first - 1]?.kind === "heading" ? first - 1 : first;
}

function group(items: readonly Item[], file: string): Group[] {
  let current: OpenGroup = { location: { file, line: 1, column: 1 }, entries: [] };
  const groups = [current];
  let open: OpenEntry[] = [];
  for (const item of items) {
    if (item.kind === "heading") {
      current = { part: item.title, location: item.location, entries: [] };
      groups.push(current);
      open = [];
      continue;
    }
    open = open.slice(0, Math.max(item.depth - 1, 0));
    (open.at(-1)?.children ?? current.entries).push(item.entry);
    open.push(item.entry);
  }
  return groups.filter(({ entries }) => entries.length > 0);
}

function itemsOf(text: string, file: string): Item[] {
  const lines = text.split("\n");
  const items: Item[] = [];
  let depth = 0;
  let isHeading = false;
  for (const token of createMarkdownIt({ html: true }).use(blankDestination).parse(text, {})) {
    if (token.type === "heading_open") isHeading = true;
    else if (/^(?:bullet|ordered)_list_open$/.test(token.type)) depth += 1;
    else if (/^(?:bullet|ordered)_list_close$/.test(token.type)) depth -= 1;
    if (token.type !== "inline") continue;
    if (isHeading)
      items.push({ kind: "heading", title: plain(token), location: placeOf(token, 0, lines, file) });
    else items.push(...entryItems(token, depth, lines, file));
    isHeading = false;
  }
  return items;
}

function entryItems(inline: Token, depth: number, lines: readonly string[], file: string): Item[] {
  const items: Item[] = [];
  const children = inline.children ?? [];
  let line = 0;
  for (const [index, token] of children.entries()) {
    if (token.type === "softbreak") line += 1;
    if (token.type !== "link_open") continue;
    const end = children.findIndex((each, at) => at > index && each.type === "link_close");
    const title = children
      .slice(index + 1, end)
      .map(wordsOf)
      .join("");
    const entry = { title, href: hrefOf(token), location: placeOf(inline, line, lines, file), children: [] };
    items.push({ kind: "entry", depth, entry });
  }
  // GitBook has items that only gather others.
  if (items.length > 0 || depth === 0) return items;
  const entry = { title: plain(inline), href: "", location: placeOf(inline, 0, lines, file), children: [] };
  return [{ kind: "entry", depth, entry }];
}

function hrefOf(link: Token): string {
  const href = String(link.attrGet("href") ?? "");
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function placeOf(inline: Token, offset: number, lines: readonly string[], file: string): Location {
  const line = (inline.map?.[0] ?? 0) + offset;
  const text = lines[line] ?? "";
  return { file, line: line + 1, column: Math.max(text.indexOf("["), text.search(/\S/), 0) + 1 };
}
