/**
 * Leaves in the tree only what a book may have: see `allowed.ts` and `elements.ts`.
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
const SILENT = /^(?:picture|source|track|main|nobr|output)$/;

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
  if (element.tagName === "input") makeBox(element);
  const vocabulary = vocabularyOf(element, around);
  if (vocabulary === "svg") nameBack(element);
  const name = element.tagName.toLowerCase();
  const inner = name === "foreignobject" ? "html" : vocabulary;
  if (!isAllowed(element, name, vocabulary)) {
    const shown = vocabulary === "html" ? shownElsewhere(element, name) : undefined;
    if (shown !== undefined) {
      reportLinked(context, element, name);
      return [shown, { type: "text", value: " " }, ...cleanChildren(element, inner, context)];
    }
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

/** Elements that show what is elsewhere, with the attribute that says where. */
const WINDOWS: Readonly<Record<string, string>> = {
  audio: "src",
  embed: "src",
  iframe: "src",
  object: "data",
  video: "src",
};

/** A link to a page, a film or a sound of the web that the element would show: a book can lead there. */
function shownElsewhere(element: Element, name: string): Element | undefined {
  const attribute = WINDOWS[writtenName(name)];
  if (attribute === undefined) return undefined;
  const files = element.children.flatMap((child) =>
    child.type === "element" && child.tagName === "source" ? [child] : [],
  );
  const address = [element.properties[attribute], ...files.map(({ properties }) => properties.src)].find(
    isOfWeb,
  );
  if (address === undefined) return undefined;
  const href = String(address).replace(/^\/\//, "https://");
  const words = String(element.properties.title ?? "").trim() || href;
  const { position } = element;
  const at = position ? { position } : {};
  return {
    type: "element",
    tagName: "a",
    properties: { href },
    children: [{ type: "text", value: words, ...at }],
    ...at,
  };
}

function isOfWeb(address: unknown): boolean {
  return typeof address === "string" && /^(?:https?:)?\/\/[^\s"'<>\\]+$/i.test(address);
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
  return name !== "input" || element.properties.type === "checkbox";
}

/** What a reader of a page on the web may tick is a box to tick with a pencil, like those of lists of tasks. */
function makeBox(input: Element): void {
  const { type, checked, className } = input.properties;
  if (!/^(?:checkbox|radio)$/i.test(String(type))) return;
  input.properties = { type: "checkbox", disabled: true, checked: checked === true, className };
}

/** The name of an element that has another one for the HTML parser. */
function writtenName(name: string): string {
  return name.startsWith(RENAMED) ? name.slice(RENAMED.length) : name;
}

function reportLinked(context: TreeContext, element: Element, name: string): void {
  const message = `\`<${writtenName(name)}>\` is removed; a link to what it shows stands in its place`;
  reportUnsafe(
    context,
    element,
    message,
    "Write a link of your own, or an image that is one: `[![…](still.jpg)](https://…)`",
  );
}

function reportRemoved(context: TreeContext, element: Element, name: string): void {
  const what = `\`<${writtenName(name)}>\` is removed`;
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
