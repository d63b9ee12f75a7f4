/**
 * Puts the edition's variables in the place of `{{ name }}`, when it asks for that, and takes the
 * parser's marks off in any case.
 *
 * A value becomes text, never markup: whatever a row of a table holds, no element comes of it.
 */
import type { Element, ElementContent, Nodes, Parents, Text } from "hast";
import type { Report } from "../diagnostics/diagnostic.js";
import { fillPlaceholders, placeholdersIn, unknownVariable } from "../model/placeholder.js";
import type { Edition, Placeholders } from "../model/publication.js";
import { type Draft, locate } from "./draft.js";

interface Filling {
  readonly variables: Edition["variables"];
  readonly where: Placeholders;
  readonly file: string;
  readonly report: Report;
}

/** Attributes that a reader reads. */
const TEXTS = ["alt", "title", "ariaLabel"] as const;
/** A name in braces as it stands in an address. */
const IN_ADDRESS = /(?:\{|%7B){2}(?:%20)*([a-z0-9-]+)(?:%20)*(?:\}|%7D){2}/gi;

export function fillTexts(draft: Draft, report: Report): void {
  const { variables, placeholders: where = "none" } = draft.edition;
  for (const section of draft.sections) {
    for (const body of section.bodies) {
      const filling: Filling = { variables, where, file: body.file, report };
      fill(body.tree, "text", filling);
      for (const { children } of body.notes.values()) fill({ type: "root", children }, "text", filling);
    }
  }
}

type Place = "text" | "code";

function fill(parent: Parents, place: Place, filling: Filling): void {
  let isMarked = false;
  for (const child of parent.children) {
    if (child.type === "text") fillText(child, place, filling);
    if (child.type !== "element") continue;
    isMarked ||= child.properties.dataPlaceholder !== undefined;
    if (child.properties.dataPlaceholder !== undefined) continue;
    if (filling.where !== "none") fillAttributes(child, filling);
    const isCode = child.tagName === "code" || child.tagName === "pre" || child.tagName === "math";
    fill(child, isCode ? "code" : place, filling);
  }
  if (isMarked) parent.children = unmarked(parent.children as ElementContent[], filling);
}

/** The children with text in the place of marks, and texts that meet in one. */
function unmarked(children: readonly ElementContent[], filling: Filling): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const child of children) {
    const mark = child.type === "element" ? child.properties.dataPlaceholder : undefined;
    const node =
      mark === undefined || child.type !== "element" ? child : textOf(child, String(mark), filling);
    const last = kept.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else kept.push(node);
  }
  return kept;
}

function textOf(mark: Element, name: string, filling: Filling): Text {
  const typed = mark.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  const isAsked = name !== "" && filling.where !== "none";
  const value = isAsked ? (replacementFor(name, mark, filling) ?? typed) : typed;
  return { type: "text", value, ...(mark.position ? { position: mark.position } : {}) };
}

/** Text that the parser does not look into: code, and HTML that is a block of its own. */
function fillText(node: Text, place: Place, filling: Filling): void {
  const isAsked = place === "code" ? filling.where === "text-and-code" : filling.where !== "none";
  if (isAsked) node.value = filledText(node.value, node, filling);
}

function fillAttributes(element: Element, filling: Filling): void {
  for (const name of TEXTS) {
    const text = element.properties[name];
    if (typeof text === "string") element.properties[name] = filledText(text, element, filling);
  }
  const { href } = element.properties;
  if (typeof href !== "string") return;
  // As a part of an address a value is data: it can make no other scheme, host or path of it.
  element.properties.href = href.replace(IN_ADDRESS, (typed: string, name: string) => {
    const value = replacementFor(name, element, filling);
    return value === undefined ? typed : encodeURIComponent(value);
  });
}

function filledText(text: string, node: Nodes, filling: Filling): string {
  if (placeholdersIn(text).length === 0 && !text.includes("\\{{")) return text;
  return fillPlaceholders(text, (name) => replacementFor(name, node, filling));
}

function replacementFor(name: string, node: Nodes, { variables, file, report }: Filling): string | undefined {
  if (Object.hasOwn(variables, name)) return String(variables[name]);
  report(unknownVariable(name, Object.keys(variables), locate(file, node)));
  return undefined;
}
