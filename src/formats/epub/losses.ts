/**
 * Compares the documents of an ebook with the text that was composed: what a rule that makes valid XHTML
 * takes away with an element, nobody would miss before a reader does.
 */
import type { Element, ElementContent, Root, RootContent } from "hast";
import { isPlaced } from "../../adapt/placed-blocks.js";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { fold, wordsOf } from "../../matching/fold.js";
import { joinedLetters, lettersOf } from "../../matching/letters.js";
import { findAmongRest, findInOrder, type Sought, soughtText } from "../../matching/match.js";
import type { Book, Section } from "../../model/book.js";
import type { EpubDocument } from "../../model/ebook.js";

interface Text extends Sought {
  readonly location: Location;
  readonly isHidden: boolean;
}

/** Text in them is read by nobody: it describes what is beside it, or is of another medium. */
const UNSEEN = new Set(["annotation", "annotation-xml", "title", "desc", "metadata", "style", "rp"]);
/** The elements of a drawing that hold others, and no text of their own. */
const SHAPES = new Set(["svg", "g", "defs", "symbol", "clipPath", "mask", "pattern", "marker"]);
const LONGEST_QUOTE = 60;

export function reportLosses(book: Book, documents: readonly EpubDocument[], report: Report): void {
  const texts = comparedTexts(book, documents);
  for (const [location, words] of byPlace(texts.filter(({ gaps }) => gaps.length > 0))) {
    const message = `${quote(words)} is in no document of the ebook`;
    const hint = "Write it in another way, or in plain Markdown, and report it: it is a fault of Colophon";
    report(diagnostic("text-lost", message, location, hint));
  }
  for (const [location, words] of byPlace(texts.filter(({ isHidden }) => isHidden))) {
    const hint = "Remove the attribute `hidden`, or leave the text out of this edition: `{only=print}`";
    report(diagnostic("text-hidden", `${quote(words)} is hidden in the ebook`, location, hint));
  }
}

/**
 * Each section with its own documents: short texts of a long book would take each other's letters, from one section to
 * the next, until one finds none. What is missed there may still stand in the documents of another.
 */
function comparedTexts(book: Book, documents: readonly EpubDocument[]): readonly Text[] {
  // The contents stand in the navigation document, which is made of the headings.
  const compared = book.sections.flatMap((section) => {
    const own = documents.filter((document) => document.section === section.id);
    if (own.length === 0) return [];
    const letters = lettersOf(own.map(({ xhtml }) => fold(textOf(xhtml))).join(""));
    const texts = textsOf(section);
    findInOrder(letters, texts);
    return [{ letters, texts }];
  });
  const texts = compared.flatMap((each) => each.texts);
  const missed = texts.filter(({ gaps }) => gaps.length > 0);
  if (missed.length > 0) findAmongRest(joinedLetters(compared.map(({ letters }) => letters)), missed);
  return texts;
}

/** Texts of a section in the order in which they stand: its files, then its notes. */
function textsOf({ bodies, notes }: Section): Text[] {
  const texts: Text[] = [];
  for (const { file, tree } of bodies) collect(tree, { file, line: 1, column: 1 }, false, texts);
  for (const { location, children } of notes) {
    collect({ type: "root", children: [...children] }, location, false, texts);
  }
  return texts;
}

function collect(parent: Root | Element, location: Location, isHidden: boolean, texts: Text[]): void {
  for (const node of parent.children as (ElementContent | RootContent)[]) {
    if (node.type === "text" && node.value.trim() !== "" && !isBetweenShapes(parent)) {
      texts.push({ ...soughtText(texts.length, node.value, fold(node.value)), location, isHidden });
    }
    if (node.type !== "element" || !isRead(node)) continue;
    const start = node.position?.start;
    const own =
      start && isPlaced(node) ? { file: location.file, line: start.line, column: start.column } : location;
    collect(node, own, isHidden || isHiddenBy(node), texts);
  }
}

function isRead({ tagName, properties }: Element): boolean {
  const { dataMedium, dataFolioOf } = properties;
  return !UNSEEN.has(tagName) && dataMedium !== "print" && dataFolioOf === undefined;
}

/** A drawing shows text in its elements of text alone (SVG 2, 11.2). */
function isBetweenShapes(parent: Root | Element): boolean {
  return parent.type === "element" && SHAPES.has(parent.tagName);
}

function isHiddenBy({ properties: { hidden } }: Element): boolean {
  return hidden === true || typeof hidden === "string";
}

/** The words that are missing, or all that are hidden, once for each place. */
function byPlace(texts: readonly Text[]): Iterable<[Location, string[]]> {
  const places = new Map<string, [Location, string[]]>();
  for (const { location, raw, gaps } of texts) {
    const key = `${location.file}:${location.line}:${location.column}`;
    const place = places.get(key) ?? [location, []];
    const isMissing = ({ from, to }: { from: number; to: number }): boolean =>
      gaps.length === 0 || gaps.some((gap) => gap.from < to && gap.to > from);
    place[1].push(
      ...wordsOf(raw)
        .filter(isMissing)
        .map((word) => word.text),
    );
    places.set(key, place);
  }
  return places.values();
}

function quote(words: readonly string[]): string {
  const text = words.join(" ");
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return words.length > 1 ? `“${shown}” (${words.length} words)` : `“${shown}”`;
}

const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** The text of a document that we have written ourselves. */
function textOf(xhtml: string): string {
  return xhtml
    .slice(Math.max(0, xhtml.indexOf("<body")))
    .replace(/<style\b[\s\S]*?<\/style>|<[^>]*>/g, "")
    .replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return NAMED[name!] ?? whole;
    });
}
