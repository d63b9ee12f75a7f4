/** Small rules on elements that reading systems show badly, or not at all. */
import type { Element, ElementContent } from "hast";
import { canHaveInitial } from "../../../adapt/initials.js";
import { withNumbers } from "../../../adapt/list-numbers.js";
import { isVerse, withVerseLines } from "../../../adapt/verse.js";
import { classNames, hasClass, withClasses } from "../../../hast/class-names.js";
import { word } from "../../../language/words.js";
import type { ContentContext, ContentRule } from "./rule.js";

/** Task-list boxes become characters: form controls are dead or missing in most reading systems. */
export const taskBox: ContentRule = (element, context) => {
  if (element.tagName !== "input") return element;
  if (element.properties.type !== "checkbox") return undefined;
  return box(element, context);
};

function box(element: Element, context: ContentContext): Element {
  const done = element.properties.checked === true || element.properties.checked === "";
  return {
    type: "element",
    tagName: "span",
    properties: {
      className: ["task-box"],
      role: "img",
      ariaLabel: word(context.wording, context.language, done ? "task-done" : "task-open"),
    },
    children: [{ type: "text", value: done ? "☒" : "☐" }],
  };
}

/** What compose wrote for pages alone stays out: an ebook has none (`src/compose/medium-marks.ts`). */
export const medium: ContentRule = (element) => {
  const { dataMedium, dataFolioOf } = element.properties;
  if (dataMedium === "print" || dataFolioOf !== undefined) return undefined;
  if (dataMedium === undefined) return element;
  const { dataMedium: _, ...properties } = element.properties;
  return { ...element, properties };
};

/** A list that counts down, or in steps. */
export const listNumbers: ContentRule = (element) =>
  element.tagName === "ol" ? withNumbers(element) : element;
/** Pages of an ebook are the reading system's. */
export const pageBreak: ContentRule = (element) => {
  return hasClass(element.properties, "page-break") && element.children.length === 0 ? undefined : element;
};

/** Disclosure boxes stand open: many reading systems cannot open one. */
export const openDetails: ContentRule = (element) => {
  if (element.tagName === "details") element.properties.open = true;
  return element;
};

const CALLOUTS = new Set(["note", "tip", "important", "warning", "caution", "aside"]);

/** A callout or an aside is spoken of as a note, an aside of the text (WAI-ARIA 1.2, `note`). */
export const calloutRole: ContentRule = (element) => {
  const isCallout = classNames(element.properties).some((name) => CALLOUTS.has(name));
  if (element.tagName === "div" && isCallout) element.properties.role ??= "note";
  return element;
};

/** An id as an ebook can have it: without white space (HTML Standard, `id`). */
export function safeId(id: string): string {
  return id.trim().replace(/\s+/g, "_");
}

/** Ids from raw HTML may be empty, hold white space or stand twice; links lead to the first. */
export const ownId: ContentRule = (element, context) => {
  const { id } = element.properties;
  if (id === undefined || id === null) return element;
  const safe = safeId(String(id));
  if (safe === "" || context.ids.has(safe)) delete element.properties.id;
  else {
    context.ids.add(safe);
    element.properties.id = safe;
  }
  return element;
};

/**
 * Levels of headings step down one at a time (WCAG 2.2, 1.3.1): who listens to them takes a
 * missing level for a missing heading. Headings of one level stay on one level.
 */
export const headingLevel: ContentRule = (element, context) => {
  const source = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0);
  if (source === 0) return element;
  const { headings } = context;
  while ((headings.at(-1)?.source ?? 0) >= source) headings.pop();
  const above = headings.at(-1);
  const shown = above === undefined ? source : above.shown + 1;
  headings.push({ source, shown });
  return { ...element, tagName: `h${shown}` };
};

/** Says of a first paragraph that it does not begin with a large letter: it begins with none, or is too short. */
export function withoutInitial(node: ElementContent): ElementContent {
  if (node.type !== "element" || node.tagName !== "p") return node;
  if (canHaveInitial(node)) return node;
  node.properties = withClasses(node.properties, "no-initial");
  return node;
}

/** A picture that is a paragraph has the whole line: an indent would push it off the screen. */
export function pictureParagraph(element: Element): Element {
  if (element.tagName !== "p") return element;
  const [only, ...others] = element.children.filter(
    (node) => node.type !== "text" || node.value.trim() !== "",
  );
  if (others.length > 0 || !isPicture(only)) return element;
  return { ...element, properties: withClasses(element.properties, "picture") };
}

/** A picture, or one that is a link. */
function isPicture(node: ElementContent | undefined): boolean {
  if (node?.type !== "element") return false;
  if (node.tagName === "img" || node.tagName === "svg") return true;
  return node.tagName === "a" && node.children.length === 1 && isPicture(node.children[0]);
}

/** XHTML reads `xml:lang`, HTML reads `lang`: EPUB 3.3 asks for both with one value. */
export const languageTag: ContentRule = (element) => {
  const { lang } = element.properties;
  if (typeof lang === "string" && lang !== "") element.properties["xml:lang"] = lang;
  return element;
};

const BREAK: Element = { type: "element", tagName: "br", properties: {}, children: [] };

/** Lines of verse hang. The break at the end of each shows only where the styles do not. */
export const verseLines: ContentRule = (element) =>
  isVerse(element) ? withVerseLines(element, [BREAK]) : element;
