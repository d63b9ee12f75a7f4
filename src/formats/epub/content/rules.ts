/** Small rules on elements that reading systems show badly, or not at all. */
import type { Element, ElementContent } from "hast";
import { firstLineNumber, lineBlock, splitLines, takeLineMarks } from "../../../adapt/code-lines.js";
import { canHaveInitial } from "../../../adapt/initials.js";
import { withNumbers } from "../../../adapt/list-numbers.js";
import { isVerse, withVerseLines } from "../../../adapt/verse.js";
import { visitNodes } from "../../../hast/visit.js";
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
  const { className } = element.properties;
  const isMark = Array.isArray(className) && className.includes("page-break");
  return isMark && element.children.length === 0 ? undefined : element;
};

/** Disclosure boxes stand open: many reading systems cannot open one. */
export const openDetails: ContentRule = (element) => {
  if (element.tagName === "details") element.properties.open = true;
  return element;
};

const CALLOUTS = new Set(["note", "tip", "important", "warning", "caution", "aside"]);

/** A callout or an aside is spoken of as a note, an aside of the text (WAI-ARIA 1.2, `note`). */
export const calloutRole: ContentRule = (element) => {
  const { className, role } = element.properties;
  const isCallout = Array.isArray(className) && className.some((name) => CALLOUTS.has(String(name)));
  if (element.tagName === "div" && isCallout && role === undefined) element.properties.role = "note";
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

/** Whether the author asks for a large first letter. */
export function hasInitial(node: ElementContent): boolean {
  const className = node.type === "element" ? node.properties.className : undefined;
  return Array.isArray(className) && className.includes("dropcap");
}

/** Says of a first paragraph that begins with no letter that could be set large that it does not. */
export function withoutInitial(node: ElementContent): ElementContent {
  if (node.type !== "element" || node.tagName !== "p" || canHaveInitial(node)) return node;
  const { className } = node.properties;
  node.properties.className = [...(Array.isArray(className) ? className : []), "no-initial"];
  return node;
}

/** XHTML reads `xml:lang`, HTML reads `lang`: EPUB 3.3 asks for both with one value. */
export const languageTag: ContentRule = (element) => {
  const { lang } = element.properties;
  if (typeof lang === "string" && lang !== "") element.properties["xml:lang"] = lang;
  return element;
};

/**
 * Lines of code that are numbered or marked become blocks: the styles count them beside the text. Each keeps its
 * line break, so that code that is copied is what was written.
 */
export const codeLines: ContentRule = (element) => {
  if (element.tagName !== "pre") return element;
  const first = firstLineNumber(element);
  const marks = takeLineMarks(element);
  if (first === undefined && marks === undefined) return element;
  const [code] = element.children;
  const holder = code?.type === "element" && code.tagName === "code" ? code : element;
  const lines = splitLines(holder.children).map((line, index) =>
    lineBlock(
      [...line, { type: "text", value: "\n" }],
      first === undefined ? undefined : first + index,
      marks?.get(index),
    ),
  );
  return { ...element, children: holder === element ? lines : [{ ...holder, children: lines }] };
};

const BREAK: Element = { type: "element", tagName: "br", properties: {}, children: [] };

/** Lines of verse hang. The break at the end of each shows only where the styles do not. */
export const verseLines: ContentRule = (element) =>
  isVerse(element) ? withVerseLines(element, [BREAK]) : element;

/** From this number on, columns are set smaller: a phone shows about forty letters in a line. */
const MANY_COLUMNS = 5;

/** Tables that a phone can hardly hold are marked for the styles. */
export const wideTable: ContentRule = (element) => {
  if (element.tagName !== "table" || columnsOf(element) < MANY_COLUMNS) return element;
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), "many-columns"];
  return element;
};

/** A number as tables have it: with its sign, its separators, its unit. */
const NUMBER = /^[~<>≤≥±+−–-]?\p{Sc}?\s?\d[\d.,:/\u00A0\u202F’'–-]*\s?(%|‰|°C?|\p{Sc})?$/u;

/** A long number; from here on it is rather a word that may have to be broken. */
const NUMBER_LENGTH = 14;

/** Numbers are marked for the styles: broken into two lines, one number reads as two. */
export const numberCell: ContentRule = (element) => {
  if (element.tagName !== "td") return element;
  let text = "";
  visitNodes(element, (node) => {
    if (node.type === "text") text += node.value;
  });
  text = text.trim();
  if (text.length > NUMBER_LENGTH || !NUMBER.test(text)) return element;
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), "number"];
  return element;
};

/** Cells of the fullest row. */
function columnsOf(node: Element): number {
  if (node.tagName === "tr") return node.children.filter(isCell).length;
  const counts = node.children.map((child) => (child.type === "element" ? columnsOf(child) : 0));
  return Math.max(0, ...counts);
}

function isCell(node: ElementContent): boolean {
  return node.type === "element" && (node.tagName === "td" || node.tagName === "th");
}
