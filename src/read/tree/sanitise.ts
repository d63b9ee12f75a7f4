/**
 * Leaves in the tree only what a book may have: see `allowed.ts` and `../html/elements.ts`.
 *
 * An element that may not stay goes with a warning; what it contains stays, so that no word is
 * lost, unless it is a script or a style sheet.
 */
import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import type { Vocabulary } from "./allowed.js";
import { HTML_ELEMENTS, MATHML_ELEMENTS, RENAMED, SVG_ELEMENTS } from "./elements.js";
import { sanitiseAttributes } from "./sanitise-attributes.js";
import { reportUnsafe, type TreeContext } from "./step.js";

const ELEMENTS: Readonly<Record<Vocabulary, ReadonlySet<string>>> = {
  html: HTML_ELEMENTS,
  svg: SVG_ELEMENTS,
  mathml: MATHML_ELEMENTS,
};
/** Elements whose content is no text for a reader. */
const WITHOUT_TEXT = /^(?:script|style)$/;
/** Elements that say nothing to a reader of a book: other files of a picture, and what holds others together. */
const SILENT = /^(?:picture|source|track|main|nobr)$/;

export function sanitise(tree: Root, context: TreeContext): void {
  tree.children = cleanChildren(tree, "html", context) as RootContent[];
}

function cleanChildren(parent: Parents, vocabulary: Vocabulary, context: TreeContext): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === "text") kept.push(child);
    else if (child.type === "element") for (const node of clean(child, vocabulary, context)) kept.push(node);
  }
  return kept;
}

function clean(element: Element, around: Vocabulary, context: TreeContext): ElementContent[] {
  const vocabulary = vocabularyOf(element, around);
  if (vocabulary === "svg") nameBack(element);
  const name = element.tagName.toLowerCase();
  const inner = name === "foreignobject" ? "html" : vocabulary;
  if (!isAllowed(element, name, vocabulary)) {
    if (!SILENT.test(name)) reportRemoved(context, element, name);
    return WITHOUT_TEXT.test(name) ? [] : [...describe(element), ...cleanChildren(element, inner, context)];
  }
  const isImage = name === "img" && element.properties.src !== undefined;
  sanitiseAttributes(element, vocabulary, context);
  // The address has been reported: without one there is nothing to show but the words for it.
  if (isImage && element.properties.src === undefined) return describe(element);
  element.children = cleanChildren(element, inner, context);
  return isEmptyParagraph(element) ? [] : [element];
}

/** `<title>` is text to the HTML parser, but in a drawing it is an element: the name that screen readers say. */
function nameBack(element: Element): void {
  if (element.tagName === `${RENAMED}title`) element.tagName = "title";
}

/** The words that stand for an image where it may not be. */
function describe({ properties, position }: Element): ElementContent[] {
  const { alt } = properties;
  if (typeof alt !== "string" || alt === "") return [];
  return [{ type: "text", value: alt, ...(position ? { position } : {}) }];
}

function vocabularyOf(element: Element, around: Vocabulary): Vocabulary {
  if (element.tagName === "svg") return "svg";
  return element.tagName === "math" ? "mathml" : around;
}

function isAllowed(element: Element, name: string, vocabulary: Vocabulary): boolean {
  if (!ELEMENTS[vocabulary].has(name)) return false;
  return name !== "input" || (element.properties.type === "checkbox" && element.properties.disabled === true);
}

function reportRemoved(context: TreeContext, element: Element, name: string): void {
  const written = name.startsWith(RENAMED) ? name.slice(RENAMED.length) : name;
  const what = `\`<${written}>\` is removed`;
  const message = WITHOUT_TEXT.test(name) ? `${what} with its content` : `${what}; what it contains is kept`;
  reportUnsafe(
    context,
    element,
    message,
    "Delete it, or say it in another way: a book cannot have this element",
  );
}

/** What is left of `<p>` around blocks, or of a paragraph that was only a comment. */
function isEmptyParagraph({ tagName, properties, children }: Element): boolean {
  if (tagName !== "p" || properties.id !== undefined) return false;
  return children.every((child) => child.type === "text" && child.value.trim() === "");
}
