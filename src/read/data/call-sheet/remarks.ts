/** What a call sheet says in sentences: safety, notes to departments and to all, channels, who may see it. */
import type { Element } from "hast";
import { classed, element } from "../elements.js";
import type { ContentContext } from "../kind.js";
import { block } from "./lists.js";
import type { CallSheet } from "./schema.js";

export function safety({ safety: notes = [] }: CallSheet, { at }: ContentContext) {
  return block("safety", sentences(notes, "safety", at));
}

export function notes({ notes: all = [] }: CallSheet, { at }: ContentContext) {
  return block("notes", sentences(all, "notes", at));
}

function sentences(all: readonly string[], key: string, at: ContentContext["at"]): Element | undefined {
  if (all.length === 0) return undefined;
  return element(
    "ul",
    {},
    all.map((each, index) => element("li", {}, [each], at([key, index]))),
  );
}

export function departments({ departments: all = {} }: CallSheet, { at }: ContentContext) {
  return block("departments", named(all, "departments", at));
}

export function channels({ channels: all = {} }: CallSheet, { at }: ContentContext) {
  return block("channels", named(all, "channels", at));
}

function named(
  all: Readonly<Record<string, string>>,
  key: string,
  at: ContentContext["at"],
): Element | undefined {
  const entries = Object.entries(all);
  if (entries.length === 0) return undefined;
  return classed(
    "ul",
    "sheet-named",
    entries.map(([name, value]) =>
      element("li", {}, [element("strong", {}, [name]), ` ${value}`], at([key, name])),
    ),
  );
}

export function confidential({ confidential: line }: CallSheet, { at }: ContentContext) {
  return line === undefined ? undefined : classed("p", "confidential", [line], at(["confidential"]));
}
