/**
 * Leaves out what is for other editions: elements with `only` or `not`, the sections of headings
 * with one, and sections of the publication of which nothing is left.
 *
 * Runs before everything else, so that numbers, notes, references, the index and the images are
 * those of what this edition has. What is left out is remembered: a reference to it is not
 * a slip of the pen.
 */
import { slug } from "github-slugger";
import type { Element, ElementContent, Parents } from "hast";
import type { Report } from "../diagnostics/diagnostic.js";
import { visitElements } from "../hast/visit.js";
import { type Condition, isFor, unknownWord } from "../model/condition.js";
import type { Manuscript } from "../model/manuscript.js";
import type { Edition, EditionNames } from "../model/publication.js";
import { type Draft, type DraftBody, type DraftSection, locate } from "./draft.js";
import { headingLevel, isBlank, isHeading, KEPT_EMPTY, plainText } from "./tree.js";

/** Only there to carry the condition. */
const CARRIERS = new Set(["div", "span"]);

interface Selection {
  readonly names: EditionNames;
  readonly file: string;
  readonly report: Report;
  /** Ids that go. */
  readonly leftOut: Set<string>;
}

export function selectContent(draft: Draft, report: Report): void {
  const names = namesOf(draft.edition);
  const kept = draft.sections.filter((section) => {
    const had = section.bodies.some(hasContent);
    for (const body of section.bodies)
      selectBody(body, { names, file: body.file, report, leftOut: draft.leftOut });
    if (!had) return true;
    const left = section.bodies.filter(hasContent);
    for (const body of section.bodies) if (!left.includes(body)) draft.leftOut.add(body.file);
    section.bodies.splice(0, Infinity, ...left);
    return left.length > 0;
  });
  if (kept.length < draft.sections.length) draft.sections.splice(0, Infinity, ...withoutEmptyParts(kept));
}

function namesOf({ id, format, names = { own: [id, format], known: [id, format] } }: Edition): EditionNames {
  return names;
}

/** What of a text is for the edition: the text itself where all of it is, or none. Changes it in place. */
export function selectText(
  { file, tree }: Pick<Manuscript, "file" | "tree">,
  edition: Edition,
  { report, leftOut }: Pick<Selection, "report" | "leftOut">,
): void {
  if (needsSelection(tree)) select(tree, { names: namesOf(edition), file, report, leftOut });
}

function selectBody(body: DraftBody, selection: Selection): void {
  if (needsSelection(body.tree)) select(body.tree, selection);
  for (const [label, note] of body.notes) {
    const tree = { type: "root" as const, children: note.children };
    if (!needsSelection(tree)) continue;
    select(tree, selection);
    body.notes.set(label, { ...note, children: tree.children });
  }
}

function needsSelection(tree: Parents): boolean {
  let isNeeded = false;
  visitElements(tree, ({ properties }) => {
    isNeeded ||= properties.dataOnly !== undefined || properties.dataNot !== undefined;
    return undefined;
  });
  return isNeeded;
}

function hasContent({ tree }: DraftBody): boolean {
  return tree.children.some((child) => !isBlank(child));
}

function select(parent: Parents, selection: Selection): void {
  const kept: ElementContent[] = [];
  /** Level of the heading whose section is being left out. */
  let level: number | undefined;
  for (const child of parent.children as ElementContent[]) {
    const heading = child.type === "element" && isHeading(child) ? child : undefined;
    if (level !== undefined && heading && headingLevel(heading) <= level) level = undefined;
    const isKept = level === undefined && isSelected(child, selection);
    if (isKept) kept.push(...settled(child, selection));
    else remember(child, selection);
    if (!isKept && heading) level ??= headingLevel(heading);
  }
  parent.children = kept;
}

function isSelected(node: ElementContent, { names, file, report }: Selection): boolean {
  if (node.type !== "element") return true;
  const condition = conditionOf(node);
  for (const word of [...(condition.only ?? []), ...(condition.not ?? [])]) {
    if (!names.known.includes(word)) report(unknownWord(word, names, locate(file, node)));
  }
  return isFor(names, condition);
}

function conditionOf({ properties: { dataOnly, dataNot } }: Element): Condition {
  return {
    ...(dataOnly === undefined ? {} : { only: wordsOf(dataOnly) }),
    ...(dataNot === undefined ? {} : { not: wordsOf(dataNot) }),
  };
}

function wordsOf(value: unknown): readonly string[] {
  return String(value)
    .split(/[\s,]+/)
    .filter((word) => word !== "");
}

/** What stands in the place of an element that stays: nothing, if all that it held is left out. */
function settled(node: ElementContent, selection: Selection): readonly ElementContent[] {
  if (node.type !== "element") return [node];
  const { dataOnly, dataNot, ...rest } = node.properties;
  const isMarked = dataOnly !== undefined || dataNot !== undefined;
  node.properties = rest;
  const before = node.children.length;
  const wasEmpty = node.children.every(isBlank);
  select(node, selection);
  const isCarrier = isMarked && CARRIERS.has(node.tagName) && Object.keys(rest).length === 0;
  if (isCarrier) return node.children;
  const isEmptied = !wasEmpty && node.children.length < before && node.children.every(isBlank);
  if (!isEmptied || KEPT_EMPTY.has(node.tagName)) return [node];
  remember(node, selection);
  return [];
}

function remember(node: ElementContent, { leftOut }: Pick<Selection, "leftOut">): void {
  visitElements({ type: "root", children: [node] }, (element) => {
    const { id } = element.properties;
    if (typeof id === "string") leftOut.add(id);
    if (isHeading(element)) leftOut.add(slug(plainText(element)));
    return undefined;
  });
}

/** What sections of other editions are called by, as far as they have been read. */
export function namesLeftOut(edition: Edition, manuscripts: ReadonlyMap<string, Manuscript>): Set<string> {
  const leftOut = new Set(edition.leftOut);
  for (const file of edition.leftOut ?? []) {
    for (const node of manuscripts.get(file)?.tree.children ?? []) {
      if (node.type === "element") remember(node, { leftOut });
    }
  }
  return leftOut;
}

/** A part has its page for the sake of its sections. */
function withoutEmptyParts(sections: readonly DraftSection[]): readonly DraftSection[] {
  return sections.filter((section, index) => {
    const next = sections[index + 1];
    return section.role !== "part" || section.bodies.length > 0 || next?.spec?.part !== undefined;
  });
}
