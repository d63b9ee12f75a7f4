/** Small questions that several steps ask of a tree. */
import type { Element, ElementContent, Nodes, Parents, Root } from "hast";
import { hasClass } from "../hast/class-names.js";
import { formulaText, lowered, raised } from "../hast/raised-text.js";
import { visitElements } from "../hast/visit.js";
import type { DraftSection } from "./draft.js";

/** Stays when nothing is in it: a table keeps its columns, an image has no content. */
export const KEPT_EMPTY: ReadonlySet<string> = new Set("td th img br hr input col wbr svg math".split(" "));

/** True for what shows nothing: white space, a comment. */
export function isBlank(node: Nodes): boolean {
  return node.type === "comment" || (node.type === "text" && node.value.trim() === "");
}

const HEADING = /^h[1-6]$/;

export function isHeading(element: Element): boolean {
  return HEADING.test(element.tagName);
}

/** 1 for `h1`. */
export function headingLevel(heading: Element): number {
  return Number(heading.tagName[1]);
}

/** The headings that structure the text: those inside quotations, figures and notes do not. */
export function selectHeadings(tree: Root): Element[] {
  const headings: Element[] = [];
  visitElements(tree, (element) => {
    if (isHeading(element)) headings.push(element);
    if (isHeading(element) || element.tagName === "blockquote" || element.tagName === "figure") return "skip";
    return undefined;
  });
  return headings;
}

/** The readable text of a node in one line, without the numbers of notes. No-break spaces stay what they are. */
export function plainText(node: Nodes): string {
  return collectText(node)
    .replace(/[ \t\n\f\r]+/g, " ")
    .trim();
}

/** The text of a heading; of one that is only a picture, the words that describe the picture. */
export function headingText(heading: Element): string {
  return plainText(heading) || descriptionsIn(heading).join(" ");
}

/**
 * A heading as its title is read where no markup is shown: lines one after the other, and raised numbers raised.
 * Names are made of `headingText`.
 */
export function titleText(heading: Element): string {
  return (
    shownText(heading)
      .replace(/[ \t\n\f\r]+/g, " ")
      .trim() || headingText(heading)
  );
}

function shownText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || (node.type === "element" && isNoteReference(node))) return "";
  if (node.type === "element" && node.tagName === "math") return formulaText(node);
  const text = node.children.map(shownText).join("");
  const write = node.type === "element" ? WRITTEN[node.tagName] : undefined;
  return write ? write(text) : text;
}

const WRITTEN: Readonly<Record<string, (text: string) => string>> = {
  br: () => " ",
  sup: raised,
  sub: lowered,
};

/** A title without case and signs, to be compared with another one. */
export function foldedTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What the pictures in an element are described by. */
export function descriptionsIn(element: Element): string[] {
  const found: string[] = [];
  visitElements(element, ({ properties: { alt } }) => {
    if (typeof alt === "string" && alt.trim() !== "") found.push(alt.trim());
    return undefined;
  });
  return found;
}

function collectText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && isNoteReference(node)) return "";
  return "children" in node ? node.children.map(collectText).join("") : "";
}

/** Before the notes are placed a reference is `<sup data-note>`, afterwards a link of its own class. */
export function isNoteReference(element: Element): boolean {
  if (element.properties.dataNote !== undefined) return true;
  return hasClass(element.properties, "note-reference");
}

/** Words as the author typed them that stand where something is missing, so that a reader sees it. */
export function missingMark(children: ElementContent[]): Element {
  return { type: "element", tagName: "strong", properties: { className: ["missing"] }, children };
}

/** Puts nodes in the place of the child at `index`. */
export function replaceChild(parent: Parents, index: number, nodes: readonly ElementContent[]): void {
  (parent.children as Nodes[]).splice(index, 1, ...nodes);
}

/** Everything in a section that has text: its files and its notes, each with the file it comes from. */
export function sectionTrees(section: DraftSection): { file: string; tree: Parents }[] {
  const bodies = section.bodies.map(({ file, tree }) => ({ file, tree }));
  const notes = section.notes.map(({ location, children }) => ({
    file: location.file,
    // A root around the note's own list of children, so that a step may replace them in place.
    tree: { type: "root" as const, children: children as ElementContent[] },
  }));
  return [...bodies, ...notes];
}

/** An element that is nothing but the end of a page: `\newpage`, or one with a style that says so. */
export function isPageBreak(node: Nodes): boolean {
  if (node.type !== "element" || plainText(node).trim() !== "" || descriptionsIn(node).length > 0)
    return false;
  const { style } = node.properties;
  return hasClass(node.properties, "page-break") || (typeof style === "string" && ENDS_PAGE.test(style));
}

const ENDS_PAGE = /break-(?:before|after)\s*:\s*(?:page|always|left|right|recto|verso)/i;
