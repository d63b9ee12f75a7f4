/** The title of a script, and its title page, as trees. */
import { basename, extname } from "node:path";
import type { Element } from "hast";
import type { Build } from "./build.js";
import type { TitleEntry } from "./script.js";

/** What a title page shows, in its order, with the keys that say it. What else stands there is for programs. */
const SHOWN: readonly (readonly [name: string, ...keys: readonly string[]])[] = [
  ["title", "title"],
  ["credit", "credit"],
  ["author", "author", "authors"],
  ["source", "source"],
  ["contact", "contact", "contact info"],
  ["notes", "notes"],
  ["revision", "revision"],
  ["date", "draft date", "date"],
  ["copyright", "copyright"],
];

/** `header.script-titles`; none for a script without a title page. */
export function titlePageTree(entries: readonly TitleEntry[], build: Build): readonly Element[] {
  const children = SHOWN.flatMap(([name, ...keys]) => {
    const entry = entryOf(entries, keys);
    return entry === undefined ? [] : [build.block("p", [`script-${name}`], entry.lines)];
  });
  if (children.length === 0) return [];
  const properties = { className: ["script-titles", "nohyphen"] };
  return [{ type: "element", tagName: "header", properties, children }];
}

/** The heading of the script, by which contents and bookmarks name it: without a title page, the name of its file. */
export function titleTree(entries: readonly TitleEntry[], file: string, build: Build): Element {
  const entry = entryOf(entries, ["title"]);
  const classes = ["script-title", "unnumbered"];
  if (entry !== undefined) return build.block("h1", classes, entry.lines);
  const value = basename(file, extname(file)).replace(/[-_]+/g, " ");
  return {
    type: "element",
    tagName: "h1",
    properties: { className: classes },
    children: [{ type: "text", value }],
  };
}

function entryOf(entries: readonly TitleEntry[], keys: readonly string[]): TitleEntry | undefined {
  return entries.find(({ key, lines }) => keys.includes(key) && lines.length > 0);
}
