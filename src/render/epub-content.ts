/**
 * Makes the content of a section fit for an ebook: HTML that validates as EPUB XHTML, links
 * between documents, packaged images, note references that pop up.
 *
 * The steps are an ordered list of rules; each sees every element once, from the outside in.
 * The book's trees are never changed: other editions read them too.
 */
import type { Element, ElementContent, RootContent } from "hast";
import type { Report } from "../diagnostics/diagnostic.js";
import type { ContentFacts } from "../model/ebook.js";
import type { Location } from "../model/location.js";
import { breakAddresses } from "./address-breaks.js";
import { validFormula } from "./epub-formulas.js";
import { image, remoteMedia, vectorImage } from "./epub-images.js";
import { citation, link, noteReference } from "./epub-links.js";
import { keptOutBelow, phrasesIn, placedElement } from "./epub-nesting.js";
import {
  type HeadingLevel,
  headingLevel,
  languageTag,
  listNumbers,
  medium,
  numberCell,
  numberedLines,
  openDetails,
  ownId,
  pageBreak,
  taskBox,
  verseLines,
  wideTable,
  withoutInitial,
} from "./epub-rules.js";
import { structured } from "./epub-structure.js";
import { blockAround, currentAttributes, currentElement } from "./epub-validity.js";
import { validValues } from "./epub-values.js";
import { markNesting } from "./nesting.js";

export interface ContentContext {
  /** BCP 47 tag of the section. */
  readonly language: string;
  /** File of the document. */
  readonly href: string;
  /** The document that holds each id of the book. */
  readonly targets: ReadonlyMap<string, string>;
  /** Packaged path of each image, by its key in `book.resources`. */
  readonly images: ReadonlyMap<string, string>;
  /** Media type of each file of the book, by its key in `book.resources`. */
  readonly mediaTypes: ReadonlyMap<string, string>;
  readonly facts: ContentFacts;
  /** Ids that the document has so far. */
  readonly ids: Set<string>;
  /** The headings that the next one may stand under, outermost first. */
  readonly headings: HeadingLevel[];
  /** The element around, by its name in the ebook. */
  readonly parent: string;
  /** Names of elements that must not stand here, for what stands around. */
  readonly keptOut: ReadonlySet<string>;
  /** Where a node of the file that is being adapted stands in the sources. */
  readonly locate: (element: Element) => Location | undefined;
  readonly report: Report;
}

/** Returns the element, changed or not, another node in its place, or undefined to leave it out. */
export type ContentRule = (element: Element, context: ContentContext) => ElementContent | undefined;

const RULES: readonly ContentRule[] = [
  medium,
  pageBreak,
  taskBox,
  currentElement,
  placedElement,
  image,
  vectorImage,
  remoteMedia,
  noteReference,
  link,
  citation,
  openDetails,
  listNumbers,
  numberedLines,
  verseLines,
  wideTable,
  numberCell,
  ownId,
  headingLevel,
  currentAttributes,
  validValues,
  languageTag,
];

/** Adapts nodes of the HTML namespace. Comments are left out: readers never see them. */
export function adaptContent(
  nodes: readonly (ElementContent | RootContent)[],
  context: ContentContext,
): ElementContent[] {
  const root: Element = {
    type: "element",
    tagName: "div",
    properties: {},
    children: adaptNodes(nodes, context),
  };
  breakAddresses(root);
  markNesting(root);
  return root.children;
}

function adaptNodes(
  nodes: readonly (ElementContent | RootContent)[],
  context: ContentContext,
): ElementContent[] {
  const adapted: ElementContent[] = [];
  let before: string | undefined;
  for (const node of nodes) {
    if (node.type === "text") adapted.push(node);
    if (node.type !== "element") continue;
    const result = adaptElement(node, context);
    if (result) adapted.push(before === "h1" ? withoutInitial(result) : result);
    before = node.tagName;
  }
  return adapted;
}

function adaptElement(source: Element, context: ContentContext): ElementContent | undefined {
  let element: Element = { ...source, properties: { ...source.properties } };
  for (const rule of RULES) {
    const result = rule(element, context);
    if (result?.type !== "element") return result;
    element = result;
  }
  if (/^h[1-6]$/.test(element.tagName)) context.facts.headings += 1;
  if (element.tagName === "math") context.facts.formulas += 1;
  if (element.tagName === "math") return validFormula(element);
  if (element.tagName === "svg") return element;
  // Most elements hold only text, code above all: there is nothing to be said about what is inside.
  const hasElements = element.children.some(({ type }) => type === "element");
  const children = adaptNodes(element.children, hasElements ? insideOf(element, context) : context);
  return structured(blockAround(phrasesIn({ ...element, children })));
}

function insideOf({ tagName }: Element, context: ContentContext): ContentContext {
  const keptOut = keptOutBelow(tagName, context.keptOut);
  // Definitions may stand in groups (HTML Standard, 4.4.9), but not in groups of groups.
  const parent = tagName === "div" && context.parent === "dl" ? "group" : tagName;
  return { ...context, parent, keptOut };
}
