/**
 * Makes the content of a section fit for an ebook: HTML that validates as EPUB XHTML, links
 * between documents, packaged images, note references that pop up.
 *
 * The steps are an ordered list of rules; each sees every element once, from the outside in.
 * The book's trees are never changed: other editions read them too.
 */
import type { Element, ElementContent, RootContent } from "hast";
import { breakAddresses } from "../../../adapt/address-breaks.js";
import { hasInitial } from "../../../adapt/initials.js";
import { markNesting } from "../../../adapt/nesting.js";
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { direction } from "../../../language/words.js";
import { codeLines } from "./code.js";
import { setDirections } from "./directions.js";
import { validFormula } from "./formulas.js";
import { handStyle, hasGround } from "./hand-styles.js";
import { image, remoteMedia, vectorImage } from "./images.js";
import { citation, link, noteReference } from "./links.js";
import { fitFormula } from "./long-formula.js";
import { keptOutBelow, phrasesIn, placedElement } from "./nesting.js";
import type { ContentContext, ContentRule } from "./rule.js";
import {
  calloutRole,
  headingLevel,
  languageTag,
  listNumbers,
  medium,
  openDetails,
  ownId,
  pageBreak,
  pictureParagraph,
  taskBox,
  verseLines,
  withoutInitial,
} from "./rules.js";
import { sceneBreak } from "./scene-break.js";
import { structured } from "./structure.js";
import { fitTables, numberCell } from "./tables.js";
import { blockAround, currentAttributes, currentElement } from "./validity.js";
import { validValues } from "./values.js";

const RULES: readonly ContentRule[] = [
  medium,
  pageBreak,
  sceneBreak,
  taskBox,
  currentElement,
  placedElement,
  image,
  vectorImage,
  remoteMedia,
  noteReference,
  link,
  citation,
  calloutRole,
  openDetails,
  listNumbers,
  codeLines,
  verseLines,
  numberCell,
  ownId,
  headingLevel,
  currentAttributes,
  validValues,
  handStyle,
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
  setDirections(root.children, direction(context.language));
  fitTables(root);
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
    if (result) adapted.push(before === "h1" || hasInitial(result) ? withoutInitial(result) : result);
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
  if (element.tagName === "math") return formula(element, context);
  if (element.tagName === "svg") return withForeignContent(element, context);
  // Most elements hold only text, code above all: there is nothing to be said about what is inside.
  const hasElements = element.children.some(({ type }) => type === "element");
  const children = adaptNodes(element.children, hasElements ? insideOf(element, context) : context);
  if (isNothing(element, children)) return undefined;
  return pictureParagraph(structured(blockAround(phrasesIn({ ...element, children }))));
}

/** What is left of marks around nothing, as in HTML that was taken apart: no reader sees it, some leave a gap for it. */
const EMPTY = new Set("p span b i u s em strong small mark sub sup code q cite".split(" "));

function isNothing({ tagName, properties }: Element, children: readonly ElementContent[]): boolean {
  return EMPTY.has(tagName) && children.length === 0 && Object.keys(properties).length === 0;
}

function formula(math: Element, context: ContentContext): Element {
  const { formula: fitted, isTooWide } = fitFormula(validFormula(math));
  if (isTooWide) {
    const message = "A phone has no room for the formula, even at half its size: its end is cut off there";
    const hint = "Break it into lines: `\\begin{aligned} … \\\\ … \\end{aligned}`";
    context.report(diagnostic("epub-formula-wide", message, context.locate(math), hint));
  }
  return fitted;
}

/** Text of HTML in a drawing (SVG 2, 12.1) is text of the book. */
function withForeignContent(element: Element, context: ContentContext): Element {
  const children =
    element.tagName === "foreignObject"
      ? adaptNodes(element.children, { ...context, parent: "div", onGround: true })
      : element.children.map((child) =>
          child.type === "element" ? withForeignContent(child, context) : child,
        );
  return { ...element, children };
}

function insideOf(element: Element, context: ContentContext): ContentContext {
  const { tagName } = element;
  const onGround = context.onGround || hasGround(element);
  const keptOut = keptOutBelow(tagName, context.keptOut);
  // Definitions may stand in groups (HTML Standard, 4.4.9), but not in groups of groups.
  const parent = tagName === "div" && context.parent === "dl" ? "group" : tagName;
  return { ...context, parent, keptOut, onGround };
}
