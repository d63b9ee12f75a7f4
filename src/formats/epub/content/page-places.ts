/**
 * Finds where printed pages begin in the composed trees, to the letter.
 *
 * Print names a place by a block and the letters of the block before it. Letters are counted
 * here as the survey of the pages counts them: no white space, no soft hyphens, and the words
 * that only print shows count as well.
 */
import type { Element, ElementContent, Nodes, Text } from "hast";
import { generatedPlaces } from "../../../adapt/generated-places.js";
import { noteGroups } from "../../../adapt/note-groups.js";
import { isPlaced } from "../../../adapt/placed-blocks.js";
import type { Book, Section } from "../../../model/book.js";
import type { PrintPages, TextPlace } from "../../../model/pages.js";

/** A text of the ebook, with what a mark in it has to know. */
export interface PlacedText {
  readonly node: Text;
  /** Section of the document that holds it. */
  readonly section: string;
  /** Running number in the reading order of the ebook. */
  readonly order: number;
  /** Letters of its block that come before it. */
  readonly before: number;
  readonly length: number;
  /** From the outermost element to its parent. */
  readonly ancestors: readonly Element[];
  /** The block that print names. */
  readonly block: Element;
}

export interface TextIndex {
  /** The texts of each block, in order, by `file:line:column`. */
  readonly blocks: ReadonlyMap<string, readonly PlacedText[]>;
  /** Elements by id. */
  readonly anchors: ReadonlyMap<string, PlacedElement>;
  readonly images: readonly PlacedElement[];
  /** The order of the first text of each section that has text. */
  readonly starts: ReadonlyMap<string, number>;
}

export interface PlacedElement {
  readonly element: Element;
  readonly section: string;
  /** That of the text that follows. */
  readonly order: number;
  readonly ancestors: readonly Element[];
}

const NOT_LETTERS = /[\s\u00AD\u200B\u2060\uFEFF]/;
const ALL_NOT_LETTERS = new RegExp(`${NOT_LETTERS.source}+`, "g");

/** How many letters a text has, in UTF-16 units, as the browser counts them. */
export function countLetters(text: string): number {
  return text.replace(ALL_NOT_LETTERS, "").length;
}

/** Index in the text of the letter with a number from 0. */
export function indexOfLetter(text: string, letter: number): number {
  let left = letter;
  for (let index = 0; index < text.length; index += 1) {
    if (NOT_LETTERS.test(text[index]!)) continue;
    if (left === 0) return index;
    left -= 1;
  }
  return text.length;
}

/**
 * The text that holds the letter at a place, or the last text of its block: in an index, folios
 * of print follow it. Undefined when the ebook has no such block.
 */
export function textAt(index: TextIndex, { source, letters }: TextPlace): PlacedText | undefined {
  const texts = index.blocks.get(source);
  return texts?.find(({ before, length }) => letters < before + length) ?? texts?.at(-1);
}

/** Walks through the ebook once; only what the pages ask for is kept. */
export function indexTexts(book: Book, { beginnings, folios }: PrintPages): TextIndex {
  const wanted = new Set(beginnings.flatMap(({ place, anchor }) => place?.source ?? anchor ?? []));
  const blocks = new Map<string, PlacedText[]>();
  const anchors = new Map<string, PlacedElement>();
  const images: PlacedElement[] = [];
  const starts = new Map<string, number>();
  const letters = new Map<string, number>();
  let order = 0;

  const addText = (node: Text, place: Place) => {
    const { key, block, section } = place;
    if (!/\S/.test(node.value)) return;
    if (!starts.has(section)) starts.set(section, order);
    order += 1;
    if (key === undefined || block === undefined || !wanted.has(key)) return;
    const before = letters.get(key) ?? 0;
    const length = countLetters(node.value);
    letters.set(key, before + length);
    const text = { node, section, order: order - 1, before, length, ancestors: ancestorsOf(place), block };
    blocks.set(key, [...(blocks.get(key) ?? []), text]);
  };

  let generated: ReadonlyMap<Element, string> = new Map();
  const walk = (node: Nodes, place: Place): void => {
    if (node.type === "text") addText(node, place);
    if (node.type !== "element") return;
    const { id, dataMedium, dataFolioOf } = node.properties;
    const isAnchor = typeof id === "string" && wanted.has(id) && !anchors.has(id);
    if (isAnchor || IMAGES.has(node.tagName)) {
      const placed = { element: node, section: place.section, order, ancestors: ancestorsOf(place) };
      if (isAnchor) anchors.set(id, placed);
      if (IMAGES.has(node.tagName)) images.push(placed);
    }
    if (dataMedium === "screen") return;
    const inside = within(node, place, generated.get(node));
    // Folios and words of print are not in the ebook: their letters only move what follows.
    const isPrinted = dataMedium === "print" || typeof dataFolioOf === "string";
    if (isPrinted) skip(letters, inside.key, countPrint(node, folios));
    else for (const child of node.children) walk(child, inside);
  };

  for (const section of book.sections) {
    generated = generatedPlaces(section);
    for (const { file, nodes } of textsOf(book, section)) {
      for (const node of nodes) walk(node, { file, section: section.id });
    }
  }
  return { blocks, anchors, images, starts };
}

const IMAGES = new Set(["img", "svg"]);

/** Where the walk is. */
interface Place {
  readonly file: string;
  readonly section: string;
  /** The element around, and where that is. */
  readonly parent?: { readonly element: Element; readonly place: Place };
  readonly key?: string;
  readonly block?: Element;
}

function ancestorsOf({ parent }: Place): Element[] {
  return parent === undefined ? [] : [...ancestorsOf(parent.place), parent.element];
}

/** The first words inside of an element. */
export function firstText(element: Element): Text | undefined {
  for (const child of element.children) {
    if (child.type === "text" && countLetters(child.value) > 0) return child;
    const found = child.type === "element" ? firstText(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

function within(element: Element, place: Place, generated: string | undefined): Place {
  const inside = { ...place, parent: { element, place } };
  if (generated !== undefined) return { ...inside, block: element, key: generated };
  const start = element.position?.start;
  if (!start || !isPlaced(element)) return inside;
  return { ...inside, block: element, key: `${place.file}:${start.line}:${start.column}` };
}

function skip(letters: Map<string, number>, key: string | undefined, count: number): void {
  if (key !== undefined) letters.set(key, (letters.get(key) ?? 0) + count);
}

function countPrint(node: ElementContent, folios: PrintPages["folios"]): number {
  if (node.type === "text") return countLetters(node.value);
  if (node.type !== "element") return 0;
  const { dataFolioOf } = node.properties;
  if (typeof dataFolioOf === "string") return countLetters(folios[dataFolioOf] ?? "…");
  return node.children.reduce((sum, child) => sum + countPrint(child, folios), 0);
}

/** What the document of a section shows: its files, then the notes that are read in it. */
function textsOf(book: Book, section: Section): { file: string; nodes: readonly Nodes[] }[] {
  const bodies = section.bodies.map(({ file, tree }) => ({ file, nodes: tree.children }));
  const generated = { file: "", nodes: section.generated ?? [] };
  const notes = noteGroups(book, section).flatMap((group) => group.notes);
  return [
    ...bodies,
    generated,
    ...notes.map(({ location, children }) => ({ file: location.file, nodes: children })),
  ];
}
