/** Finds the title of each section: the one the publication file gives, or the first heading. */
import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import type { Draft, DraftSection } from "./draft.js";
import {
  headingLevel,
  headingText,
  isBlank,
  isPageBreak,
  plainText,
  selectHeadings,
  titleText,
} from "./tree.js";

/**
 * Makes the first heading of a section its title, at level 1, and keeps every other heading
 * of the section below it.
 */
export function findTitles(draft: Draft): void {
  for (const section of draft.sections) findTitle(section);
}

function findTitle(section: DraftSection): void {
  const [first, ...rest] = section.bodies;
  if (!first) return;
  const heading = leadingHeading(first.tree, section.spec?.title) ?? ofNoText(section);
  if (heading) {
    heading.tagName = "h1";
    section.heading = heading;
    section.title ||= titleText(heading);
  }
  for (const body of rest) demote(body.tree, body.level);
  demoteOthers(first.tree, heading);
}

/** A chapter that is listed and not written yet has its title on its page; what only holds others has theirs. */
function ofNoText({ spec, bodies }: DraftSection): Element | undefined {
  const [first, ...rest] = bodies;
  if (spec?.title === undefined || rest.length > 0 || !first?.tree.children.every(isBlankNode))
    return undefined;
  const heading = headingOf(spec.title);
  first.tree.children = [heading];
  return heading;
}

function isBlankNode(node: RootContent): boolean {
  return node.type === "doctype" || isBlank(node);
}

/**
 * The heading that is the section's title, in front of all that its file has before it: a picture, a line of
 * links, words of welcome would else stand between the section's number and its title.
 *
 * @param listed the title under which the publication lists the section.
 */
function leadingHeading(tree: Root, listed: string | undefined): Element | undefined {
  const heading = selectHeadings(tree)[0];
  if (heading === undefined) return undefined;
  const way = wayTo(tree, heading);
  if (way === undefined || way.every(({ before }) => before.every(isBlank))) return heading;
  const opened = way.flatMap(({ before }) => before).filter((node) => plainText(node) !== "");
  const isNamed =
    listed === undefined
      ? opened.every(isQuotation) || isAlone(heading, tree)
      : opened.length === 0 || listed === headingText(heading);
  const isTitle = headingLevel(heading) === 1 || isNamed;
  if (!isTitle && listed === undefined) return undefined;
  const title = isTitle ? heading : headingOf(listed!);
  const opening = isTitle ? tree.children.slice(0, tree.children.indexOf(way[0]!.child as never)) : [];
  if (isTitle) takeOut(way);
  const rest = tree.children.slice(opening.length);
  // A section begins a page of itself; after its title, an end of a page would part it from its text.
  const before = opening.filter((node) => !isPageBreak(node)) as ElementContent[];
  tree.children = [title, ...asEpigraph(before), ...rest];
  return title;
}

/** With text before it, a heading of a lower level is rather that of a part of the text, above all where there are more. */
function isAlone(heading: Element, tree: Root): boolean {
  return selectHeadings(tree).every((each) => each === heading || headingLevel(each) > headingLevel(heading));
}

interface Step {
  readonly parent: Parents;
  readonly child: ElementContent;
  readonly before: readonly ElementContent[];
}

/** Elements that only hold others together. */
const HOLDERS = new Set(["div", "section", "header", "article", "a", "p", "span"]);

/** From the root to the element; undefined when it is part of something, such as an item of a list. */
function wayTo(parent: Parents, wanted: Element): readonly Step[] | undefined {
  const children = parent.children as readonly ElementContent[];
  for (const [index, child] of children.entries()) {
    const step = { parent, child, before: children.slice(0, index) };
    if (child === wanted) return [step];
    if (child.type !== "element" || !HOLDERS.has(child.tagName)) continue;
    const rest = wayTo(child, wanted);
    if (rest) return [step, ...rest];
  }
  return undefined;
}

/** Takes the last element of a way out, and what held nothing else. */
function takeOut(way: readonly Step[]): void {
  for (const { parent, child } of [...way].reverse()) {
    const left = (parent.children as ElementContent[]).filter((each) => each !== child);
    parent.children = left;
    if (!left.every(isBlank)) return;
  }
}

function headingOf(title: string): Element {
  return { type: "element", tagName: "h1", properties: {}, children: [{ type: "text", value: title }] };
}

/** Quotations that stand before a title are set as such; anything else stays as it is. */
function asEpigraph(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const shown = nodes.filter((node) => !isBlank(node));
  if (shown.length === 0 || !shown.every(isQuotation)) return nodes;
  const properties = { className: ["epigraph"] };
  return [{ type: "element", tagName: "div", properties, children: [...nodes] }];
}

/** A quotation, or a paragraph in italics. */
function isQuotation(node: ElementContent): boolean {
  if (node.type !== "element") return false;
  if (node.tagName === "blockquote") return true;
  const words = node.children.filter((child) => !isBlank(child));
  return node.tagName === "p" && words.every((child) => child.type === "element" && child.tagName === "em");
}

/** Lowers all headings of a tree, so that none stands above `level`. */
function demote(tree: Root, level: number): void {
  const headings = selectHeadings(tree);
  const highest = Math.min(...headings.map(headingLevel));
  const shift = level - highest;
  if (shift > 0) for (const heading of headings) setLevel(heading, headingLevel(heading) + shift);
}

/** A file may have several headings of level 1; only the section's title keeps that level. */
function demoteOthers(tree: Root, title: Element | undefined): void {
  const others = selectHeadings(tree).filter((heading) => heading !== title);
  if (!others.some((heading) => headingLevel(heading) === 1)) return;
  for (const heading of others) setLevel(heading, headingLevel(heading) + 1);
}

function setLevel(heading: Element, level: number): void {
  heading.tagName = `h${Math.min(6, level)}`;
}
