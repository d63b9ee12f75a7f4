/** What may stand inside of what (HTML Standard, content models): elements out of place become neutral ones. */
import type { Element, ElementContent } from "hast";
import type { ContentRule } from "./rule.js";
import { isBlock, isPhrase } from "./validity.js";

/** Parts of a structure, with the elements that they are parts of. */
const OWNERS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(["ul", "ol"]),
  dt: new Set(["dl", "group"]),
  dd: new Set(["dl", "group"]),
  figcaption: new Set(["figure"]),
  summary: new Set(["details"]),
  rt: new Set(["ruby"]),
  rp: new Set(["ruby"]),
  caption: new Set(["table"]),
  colgroup: new Set(["table"]),
  col: new Set(["colgroup", "table"]),
  thead: new Set(["table"]),
  tbody: new Set(["table"]),
  tfoot: new Set(["table"]),
  tr: new Set(["table", "thead", "tbody", "tfoot"]),
  td: new Set(["tr"]),
  th: new Set(["tr"]),
};

const NO_HEADERS = ["header", "footer"];
const SECTIONS = ["article", "aside", "nav", "section"];
const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

/** Elements by what must not be inside of them, however deep. */
const KEPT_OUT: Readonly<Record<string, ReadonlySet<string>>> = {
  a: new Set(["a", "details"]),
  address: new Set(["address", ...NO_HEADERS, ...SECTIONS, ...HEADINGS]),
  caption: new Set(["table"]),
  dfn: new Set(["dfn"]),
  dt: new Set([...NO_HEADERS, ...SECTIONS, ...HEADINGS]),
  footer: new Set(NO_HEADERS),
  header: new Set(NO_HEADERS),
  ruby: new Set(["ruby"]),
  th: new Set([...NO_HEADERS, ...SECTIONS, ...HEADINGS]),
};

/** The names that are kept out below an element, besides those that are kept out of it. */
export function keptOutBelow(name: string, around: ReadonlySet<string>): ReadonlySet<string> {
  const own = KEPT_OUT[name];
  return own === undefined ? around : new Set([...around, ...own]);
}

/** An element where it must not be is one without a meaning, and keeps its text and its place. */
export const placedElement: ContentRule = (element, { keptOut, parent }) => {
  const { tagName } = element;
  const owners = OWNERS[tagName];
  const isLost = owners !== undefined && !owners.has(parent);
  return isLost || keptOut.has(tagName) ? neutral(element) : element;
};

/** As a block or a phrase, whichever it was; the attributes that only it may have go. */
function neutral(element: Element): Element {
  const { href: _, hrefLang: _1, type: _2, rel: _3, open: _4, value: _5, ...properties } = element.properties;
  return { ...element, tagName: isPhrase(element.tagName) ? "span" : "div", properties };
}

/** Elements that hold phrases and keep their name, because it says more than the blocks in them. */
const PHRASES_ONLY = new Set([...HEADINGS, "summary", "ruby", "rt", "rp"]);

/** Blocks inside of a heading or of a reading become phrases. */
export function phrasesIn(element: Element): Element {
  if (!PHRASES_ONLY.has(element.tagName) || !element.children.some(hasBlock)) return element;
  return { ...element, children: element.children.flatMap(toPhrase) };
}

const FOREIGN = new Set(["svg", "math"]);

function hasBlock(node: ElementContent): boolean {
  return node.type === "element" && (isBlock(node) || node.children.some(hasBlock));
}

function toPhrase(node: ElementContent): ElementContent[] {
  if (node.type !== "element" || FOREIGN.has(node.tagName)) return [node];
  if (node.tagName === "hr") return [];
  const children = node.children.flatMap(toPhrase);
  if (!isBlock(node)) return [{ ...node, children }];
  const { id, lang, dir, className, style, title } = node.properties;
  const properties = { id, lang, "xml:lang": lang, dir, className, style, title };
  return [{ ...node, tagName: "span", properties, children }];
}
