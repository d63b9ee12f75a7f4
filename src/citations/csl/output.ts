/**
 * What the elements of a style make of a work: a tree that still knows which words are names, years and
 * numbers, so that works can be told apart, joined and shortened before anything is written.
 */
import type { Name } from "../item.js";
import { element, type Face, inFace, mapText, plain, quotation, type Rich, text } from "./text/rich.js";
import { applyTextCase } from "./text/text-case.js";

export type Attributes = Readonly<Record<string, string>>;

/** What a stretch of a citation is. */
export type Tag =
  | { readonly kind: "names"; readonly people: readonly Name[]; readonly isSubstitute: boolean }
  | { readonly kind: "people"; readonly people: readonly Name[] }
  | { readonly kind: "name"; readonly person: Name }
  | { readonly kind: "date"; readonly variable: string }
  | { readonly kind: "year" }
  | { readonly kind: "citation-number" | "citation-label" | "year-suffix" | "locator" | "term" }
  | { readonly kind: "cite"; readonly index: number };

export interface Box {
  readonly kind: "box";
  readonly children: readonly Output[];
  /** Formatting, affixes, delimiter, quotes and case, as CSL names them. */
  readonly attributes: Attributes;
  readonly tag?: Tag;
  /** Of the work: decides about the case of its title. */
  readonly language?: string;
}

export type Output = Box | { readonly kind: "text"; readonly nodes: Rich };

export function words(value: string): Output[] {
  return value === "" ? [] : [{ kind: "text", nodes: text(value) }];
}

export function rich(nodes: Rich): Output[] {
  return plain(nodes) === "" ? [] : [{ kind: "text", nodes }];
}

/** @returns nothing when there is nothing in it: no affixes without content. */
export function box(
  children: readonly Output[],
  attributes: Attributes,
  more: { readonly tag?: Tag; readonly language?: string } = {},
): Output[] {
  return children.length === 0 ? [] : [{ kind: "box", children, attributes, ...more }];
}

/** Every box in it, the outer ones first. */
export function* boxesIn(output: readonly Output[]): Generator<Box> {
  for (const each of output) {
    if (each.kind === "text") continue;
    yield each;
    yield* boxesIn(each.children);
  }
}

export function boxTagged<Kind extends Tag["kind"]>(
  output: readonly Output[],
  kind: Kind,
): (Box & { readonly tag: Extract<Tag, { kind: Kind }> }) | undefined {
  for (const each of boxesIn(output)) {
    if (each.tag?.kind === kind) return each as Box & { readonly tag: Extract<Tag, { kind: Kind }> };
  }
  return undefined;
}

/** The tree with another one in the place of a box; boxes that become empty go with it. */
export function replaced(
  output: readonly Output[],
  target: Output,
  by: (box: Output) => readonly Output[],
): Output[] {
  return output.flatMap((each): Output[] => {
    if (each === target) return [...by(each)];
    if (each.kind === "text") return [each];
    const children = replaced(each.children, target, by);
    if (children.length === 0) return [];
    const isSame =
      children.length === each.children.length && children.every((c, i) => c === each.children[i]);
    return isSame ? [each] : [{ ...each, children }];
  });
}

/** @param wrap what is put around a cite, such as a link. */
export function render(
  output: readonly Output[],
  delimiter = "",
  wrap: (nodes: Rich, index: number) => Rich = (nodes) => nodes,
): Rich {
  const made: Rich[number][] = [];
  for (const each of output) {
    const nodes = each.kind === "text" ? each.nodes : renderBox(each, wrap);
    if (plain(nodes) === "") continue;
    if (made.length > 0) made.push(...text(delimiter));
    made.push(...nodes);
  }
  return made;
}

/** Prefix and suffix are not part of what is formatted (CSL 1.0.2, "Affixes"). */
function renderBox(
  { children, attributes, tag, language }: Box,
  wrap: (nodes: Rich, index: number) => Rich,
): Rich {
  let nodes = render(children, attributes.delimiter, wrap);
  if (nodes.length === 0) return [];
  if (attributes["strip-periods"] === "true") nodes = mapText(nodes, (value) => value.replaceAll(".", ""));
  nodes = applyTextCase(nodes, attributes["text-case"], language ?? "en");
  nodes = faced(nodes, attributes);
  if (attributes.quotes === "true") nodes = [quotation(nodes)];
  if (tag?.kind === "cite") nodes = wrap(nodes, tag.index);
  const { prefix = "", suffix = "", display } = attributes;
  const whole = [...text(prefix), ...nodes, ...text(suffix)];
  return display === undefined ? whole : [element("span", whole, { className: [`csl-${display}`] })];
}

const FACES: readonly (readonly [attribute: string, faces: Readonly<Record<string, Face>>])[] = [
  ["vertical-align", { sup: "sup", sub: "sub", baseline: "baseline" }],
  ["font-style", { italic: "italic", oblique: "italic", normal: "upright" }],
  ["font-variant", { "small-caps": "small-caps", normal: "no-caps" }],
  ["font-weight", { bold: "bold", light: "light", normal: "light" }],
  ["text-decoration", { underline: "underline", none: "no-underline" }],
];

function faced(nodes: Rich, attributes: Attributes): Rich {
  let made = nodes;
  for (const [attribute, faces] of FACES) {
    const face = faces[attributes[attribute] ?? ""];
    if (face) made = [inFace(face, made)];
  }
  return made;
}
