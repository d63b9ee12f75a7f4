/**
 * Typesets the text of the book by language: sections, notes, captions, titles.
 *
 * A step of its own after ids and links are settled, so that neither ever depends on it. A
 * `lang` attribute changes the language of what it is on; code, formulas, drawings and
 * addresses are left as they are.
 */
import type { Element, ElementContent, Parents, Text } from "hast";
import { splitRaised } from "../language/typography/raised.js";
import { OBJECT } from "../language/typography/rules.js";
import { type TextRun, typeset, typesetRuns } from "../language/typography/typeset.js";
import type { Metadata } from "../model/metadata.js";
import type { Draft, DraftSection } from "./draft.js";
import { isNoteReference, replaceChild, sectionTrees, titleText } from "./tree.js";

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Their content is no prose; for the text around them they are one thing. */
const OPAQUE = list("code kbd samp var tt pre math svg img input audio video object");

/** Elements that text runs through. All others begin and end a block. */
const INLINE =
  list(`a abbr b bdi bdo big cite data del dfn em i ins label mark q ruby s small span strike strong
  sub sup time u`);

interface BlockRun extends TextRun {
  /** None for what only stands between texts. */
  readonly node?: Text;
  readonly parent: Parents;
}

/** Where the walk is: the language and what is around. */
interface Place {
  readonly language: string;
  readonly depth: number;
}

/** Stops after each section. */
export function* typesetBook(draft: Draft): Generator<undefined> {
  if (draft.edition.typography === "as-typed") return;
  for (const section of draft.sections) {
    for (const { tree } of sectionTrees(section)) typesetTree(tree, section.language);
    const children = (section.generated ?? []) as ElementContent[];
    typesetTree({ type: "root", children }, section.language);
    section.title = typesetTitle(section);
    yield;
  }
}

/** The metadata as the edition's own pages show it. */
export function typesetMetadata({ metadata, typography }: Draft["edition"]): Metadata {
  if (typography === "as-typed") return metadata;
  const { title, subtitle, description, rights, language } = metadata;
  return {
    ...metadata,
    title: typeset(title, language),
    ...(subtitle === undefined ? {} : { subtitle: typeset(subtitle, language) }),
    ...(description === undefined ? {} : { description: typeset(description, language) }),
    ...(rights === undefined ? {} : { rights: typeset(rights, language) }),
  };
}

/** A title that comes from a heading has the heading's typography, where code is left alone. */
function typesetTitle({ title, heading, spec, language }: DraftSection): string {
  return heading && spec?.title === undefined ? titleText(heading) : typeset(title, language);
}

/** Typesets a tree in place. */
export function typesetTree(tree: Parents, language: string): void {
  const block: BlockRun[] = [];
  walk(tree, { language, depth: 0 }, block);
  finishBlock(block);
}

function walk(parent: Parents, place: Place, block: BlockRun[]): void {
  for (const child of parent.children) {
    if (child.type === "text") {
      block.push({ text: child.value, language: place.language, depth: place.depth, node: child, parent });
    } else if (child.type === "element") walkElement(child, parent, place, block);
  }
}

function walkElement(element: Element, parent: Parents, place: Place, block: BlockRun[]): void {
  const language = languageOf(element) ?? place.language;
  typesetAttributes(element, language);
  if (element.tagName === "br") block.push(standIn("\n", parent));
  else if (isOpaque(element)) {
    block.push(standIn(OBJECT, parent));
  } else if (INLINE.has(element.tagName)) walk(element, { language, depth: place.depth + 1 }, block);
  else {
    finishBlock(block);
    walk(element, { language, depth: 0 }, block);
    finishBlock(block);
  }
}

function isOpaque(element: Element): boolean {
  const { dataFolioOf, dataFoliosOf } = element.properties;
  const isFolio = dataFolioOf !== undefined || dataFoliosOf !== undefined;
  return OPAQUE.has(element.tagName) || isFolio || isNoteReference(element) || isItsAddress(element);
}

function standIn(text: string, parent: Parents): BlockRun {
  return { text, language: "", depth: 0, parent };
}

function languageOf({ properties }: Element): string | undefined {
  const language = properties.lang ?? properties.xmlLang;
  return typeof language === "string" ? language : undefined;
}

function typesetAttributes({ tagName, properties }: Element, language: string): void {
  if (tagName === "svg" || tagName === "math") return;
  for (const name of ["alt", "title"] as const) {
    const text = properties[name];
    if (typeof text === "string") properties[name] = typeset(text, language);
  }
}

/** A link whose text is the address that it leads to. */
function isItsAddress(element: Element): boolean {
  const { href } = element.properties;
  const [only] = element.children;
  if (element.tagName !== "a" || typeof href !== "string" || only?.type !== "text") return false;
  const text = only.value;
  return /^\S+[./]\S+$/.test(text) && href.includes(text);
}

function finishBlock(block: BlockRun[]): void {
  const runs = block.splice(0);
  if (!runs.some(({ node, text }) => node && text.trim() !== "")) return;
  typesetRuns(runs).forEach((text, index) => {
    const { node, parent, language } = runs[index]!;
    if (!node) return;
    node.value = text;
    if (!isRaised(parent)) raiseLetters(node, parent, language);
  });
}

function isRaised(parent: Parents): boolean {
  return parent.type === "element" && (parent.tagName === "sup" || parent.tagName === "sub");
}

function raiseLetters(node: Text, parent: Parents, language: string): void {
  const parts = splitRaised(node.value, language);
  if (!parts) return;
  const nodes = parts.map((value, index): ElementContent => {
    const text: Text = { ...node, value };
    return index % 2 === 0 ? text : { type: "element", tagName: "sup", properties: {}, children: [text] };
  });
  const kept = nodes.filter((each) => each.type !== "text" || each.value !== "");
  replaceChild(parent, (parent.children as unknown[]).indexOf(node), kept);
}
