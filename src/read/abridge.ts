/**
 * Leaves out of a text what nothing outside of its own section depends on: plain words, code, lists, tables.
 *
 * Composed with others, an abridged text gives them what the whole one gives: titles, ids, numbers, captions, notes,
 * citations, entries of the index, images, whatever is wrong with one of these. So after a change only the sections
 * that have changed need their words (`build/sources.ts`), as long as no other one depends on what has changed:
 * that is what `frameOf` tells.
 */
import { createHash } from "node:crypto";
import type { Element, ElementContent, Nodes, Parents, RootContent } from "hast";
import { hasClass } from "../hast/class-names.js";
import type { Frame, Manuscript } from "../model/manuscript.js";

const list = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Nobody asks for these, as long as nothing is said of them and they hold nothing else. */
const PLAIN_BLOCKS = list(
  "blockquote col colgroup dd div dl dt hr li ol p pre table tbody td tfoot th thead tr ul",
);
const PLAIN_WORDS = list("b br cite code del em i ins kbd q s samp small span strong sub sup u var wbr");

const BLOCKS = list(
  "article aside blockquote dd details div dl dt figure footer header li main ol p pre section table tbody td tfoot " +
    "th thead tr ul",
);

/** These are only looked into. */
const HOLDERS = list(
  "article aside b blockquote dd del div dl em figure footer header i ins li main ol p s section small span strong " +
    "table tbody td tfoot th thead tr u ul",
);

/** Holders in which paragraphs may come and go; items and rows are counted. */
const FLOWS = list("article aside blockquote dd div footer header li main section td th");

/** Holders that are shown elsewhere, or known by their words, when something is said of them. */
const WORDED = list("b del em i ins p s small span strong u");

/** How texts refer to something, or to a variable (`compose/references.ts`, `placeholders.ts`), and code to a variable. */
const ASKS = /@|\{\{/;
const ASKS_IN_CODE = /\{\{/;

/** Stands for what is left out: for some steps it matters that there is something. */
const REST = "…";

/** @returns a text that shares its nodes with the whole one. */
export function abridge(manuscript: Manuscript): Manuscript {
  const { tree } = manuscript;
  if (tree.children.some(isTerm)) return manuscript;
  return { ...manuscript, tree: { ...tree, children: abridged(tree.children, "flow") } };
}

type Content = "flow" | "line" | "items";

function abridged<Node extends RootContent>(nodes: readonly Node[], content: Content): Node[] {
  const kept: Node[] = [];
  /** The last one is left out, and takes in what follows. */
  let isOpen = false;
  for (const node of nodes) {
    if (node.type === "comment" || isBlank(node)) continue;
    if (!isPlain(node) || !hasWords(node)) {
      kept.push(looked(node));
      isOpen = false;
    } else if (isOpen && content !== "items" && kept.at(-1)!.type === kindOf(node)) {
      kept.push(joined(kept.pop()!, node));
    } else {
      kept.push(rest(node, content) as Node);
      isOpen = true;
    }
  }
  return kept;
}

function isBlank(node: Nodes): boolean {
  return node.type === "text" && node.value.trim() === "";
}

/** What shows no words is no text before a title. */
function hasWords(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  return node.type === "element" && node.children.some(hasWords);
}

function isPlain(node: Nodes, asks = ASKS): boolean {
  if (node.type === "text") return !asks.test(node.value);
  if (node.type !== "element") return false;
  if (!PLAIN_BLOCKS.has(node.tagName) && !PLAIN_WORDS.has(node.tagName)) return false;
  const within = node.tagName === "code" ? ASKS_IN_CODE : asks;
  return saysNothing(node) && node.children.every((child) => isPlain(child, within));
}

/** How cells are aligned is of no concern, nor are colours of code; code without any may be a diagram. */
function saysNothing({ tagName, properties, children }: Element): boolean {
  return Object.entries(properties).every(([name, value]) => {
    if (name === "align") return tagName === "td" || tagName === "th";
    if (name !== "className" || !Array.isArray(value) || !value.every(isOfCode)) return false;
    return tagName === "span" || (tagName === "code" && children.some(({ type }) => type === "element"));
  });
}

/** What `tree/highlight.ts` writes. */
function isOfCode(name: string | number): boolean {
  return /^(?:hljs|language-)|_$/.test(String(name));
}

/** The same with what it holds abridged, if it only holds. */
function looked<Node extends RootContent>(node: Node): Node {
  if (node.type !== "element" || !HOLDERS.has(node.tagName)) return node;
  if (WORDED.has(node.tagName) && Object.keys(node.properties).length > 0) return node;
  if (node.children.some(isTerm)) return node;
  const content = FLOWS.has(node.tagName) ? "flow" : WORDED.has(node.tagName) ? "line" : "items";
  return { ...node, children: abridged(node.children, content) };
}

/**
 * A word that the index shows as it stands in its sentence: typography gives it quotes that depend on the words around
 * it. True of what holds one in a line, too.
 */
function isTerm(node: Nodes): boolean {
  if (node.type !== "element") return false;
  const { tagName, properties, children } = node;
  const isIndex = hasClass(properties, "index");
  if (tagName === "span" && isIndex && properties.dataEntry === undefined) return true;
  return !BLOCKS.has(tagName) && children.some(isTerm);
}

/** Words between blocks are no element, and take in none: links to a file lead to its first one. */
function kindOf(node: Nodes): "text" | "element" {
  return node.type === "element" && PLAIN_BLOCKS.has(node.tagName) ? "element" : "text";
}

function rest(node: RootContent, content: Content): RootContent {
  const { position } = node;
  const place = position ? { position } : {};
  const text: ElementContent = { type: "text", value: REST, ...place };
  if (node.type !== "element" || kindOf(node) === "text") return text;
  const tagName = content === "items" ? node.tagName : "p";
  return { type: "element", tagName, properties: {}, children: [text], ...place };
}

function joined<Node extends RootContent>(before: Node, { position: after }: RootContent): Node {
  const { position } = before;
  if (!position || !after) return before;
  return { ...before, position: { start: position.start, end: after.end } };
}

export function frameOf({ tree, notes, ...facts }: Manuscript): Frame {
  const all = [...notes].map(([label, { children }]) => [label, children.map(shape)]);
  return {
    text: digest([facts, tree.children.map(shape), all]),
    notes: digest([...notes]),
  };
}

function digest(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data)).digest("hex");
}

/** Without places, which are of this file only; but pictures and formulas of captions take theirs along into lists. */
function shape(node: Nodes): unknown {
  if (node.type !== "element") return "value" in node ? [node.type, node.value] : node;
  const { tagName, properties, children } = node;
  const isCaption = tagName === "caption" || tagName === "figcaption";
  return [tagName, properties, isCaption && hasPlaces(node) ? children : children.map(shape)];
}

const PLACED = list("img math svg");

function hasPlaces({ children }: Parents): boolean {
  return children.some(
    (child) => child.type === "element" && (PLACED.has(child.tagName) || hasPlaces(child)),
  );
}
