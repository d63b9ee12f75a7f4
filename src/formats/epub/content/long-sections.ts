/**
 * Divides sections whose document would be too long: Adobe Digital Editions and readers with e-ink take seconds for each
 * page of one, or give up (they lay out a whole document at once). Each part begins at a heading, and is a section of
 * the book from here on, so that contents, links, notes and printed pages find their documents as they always do.
 */
import type { Element, Nodes, RootContent } from "hast";
import { visitElements } from "../../../hast/visit.js";
import type { Body, Book, ContentsEntry, Note, Section } from "../../../model/book.js";

/** Bytes of a document; Adobe's own advice is 300 kB. */
const LONGEST = 240_000;
/** The highest heading is the section's own; below the third level parts would be pages of a few lines. */
const LEVELS = [2, 3] as const;
/** What the tags of an element take beside its attributes: `<em></em>`. */
const TAGS = 12;

export interface DividedBook {
  readonly book: Book;
  /** Sections that go on from the one before. */
  readonly continued: ReadonlySet<string>;
}

/** A node at the top of a body. */
interface Piece {
  readonly body: number;
  readonly node: RootContent;
  readonly size: number;
}

export function divideLongSections(book: Book): DividedBook {
  const anchors = new Map(book.anchors);
  const continued = new Set<string>();
  const sections = book.sections.flatMap((section) => {
    const parts = partsOf(section);
    if (parts.length === 1) return [section];
    const divided = sectionsOf(section, parts, book);
    for (const { id } of divided.slice(1)) continued.add(id);
    for (const part of divided) nameAnchors(part, book, anchors);
    return divided;
  });
  if (continued.size === 0) return { book, continued };
  const contents = book.contents.map((entry) => placed(entry, anchors));
  return { book: { ...book, sections, anchors, contents }, continued };
}

/** As few parts as there can be, each from a heading to another. */
function partsOf({ bodies }: Section): readonly (readonly Piece[])[] {
  const pieces = bodies.flatMap(({ tree }, body) =>
    tree.children.map((node): Piece => ({ body, node, size: sizeOf(node) })),
  );
  const parts: Piece[][] = [[]];
  let size = 0;
  for (const unit of unitsOf(pieces, LEVELS)) {
    const isTooMuch = size > 0 && size + sumOf(unit) > LONGEST && startsWithHeading(unit);
    if (isTooMuch) parts.push([]);
    size = (isTooMuch ? 0 : size) + sumOf(unit);
    parts.at(-1)!.push(...unit);
  }
  return parts;
}

/** What may stand in a document of its own: all below a heading, or below one of the next level where that is too much. */
function unitsOf(pieces: readonly Piece[], [level, ...deeper]: readonly number[]): (readonly Piece[])[] {
  if (level === undefined || sumOf(pieces) <= LONGEST) return [pieces];
  const units: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isHeading(piece.node, level)) units.push([]);
    units.at(-1)!.push(piece);
  }
  return units.filter((unit) => unit.length > 0).flatMap((unit) => unitsOf(unit, deeper));
}

function sumOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { size }) => sum + size, 0);
}

function isHeading(node: RootContent | undefined, level: number): node is Element {
  return node?.type === "element" && node.tagName === `h${level}`;
}

function startsWithHeading([first]: readonly Piece[]): boolean {
  return LEVELS.some((level) => isHeading(first?.node, level));
}

function sizeOf(node: Nodes): number {
  if (node.type === "text") return Buffer.byteLength(node.value);
  if (node.type !== "element") return 0;
  const attributes = Object.values(node.properties).reduce<number>(
    (sum, value) => sum + TAGS + String(value).length,
    0,
  );
  return node.children.reduce((sum, child) => sum + sizeOf(child), TAGS + attributes);
}

function sectionsOf(section: Section, parts: readonly (readonly Piece[])[], book: Book): Section[] {
  const { label, generated, ...plain } = section;
  const last = parts.length - 1;
  const notes = notesOfParts(section, parts, book);
  return parts.map((part, at): Section => {
    const bodies = bodiesOf(section, part);
    if (at === 0) return { ...plain, ...(label === undefined ? {} : { label }), bodies, notes: notes[0]! };
    const heading = part[0]!.node as Element;
    const own =
      typeof heading.properties.id === "string" ? heading.properties.id : `${section.id}--${at + 1}`;
    const rest = at === last && generated !== undefined ? { generated } : {};
    return {
      ...plain,
      ...rest,
      id: freeId(`${own}--on`, book),
      title: titleOf(heading, book),
      bodies,
      notes: notes[at]!,
    };
  });
}

/** The same from build to build, whatever is written into other chapters: reading systems keep places by it. */
function freeId(wanted: string, { anchors }: Book): string {
  let id = wanted;
  while (anchors.has(id)) id += "-";
  return id;
}

function bodiesOf({ bodies }: Section, part: readonly Piece[]): Body[] {
  return bodies.flatMap((body, at) => {
    const children = part.filter(({ body: of }) => of === at).map(({ node }) => node);
    return children.length === 0 ? [] : [{ ...body, tree: { ...body.tree, children } }];
  });
}

/**
 * Footnotes stand with their first reference, be it in another note. Notes at the end of a chapter stay there, and those
 * at the end of the book are one group for a section.
 */
function notesOfParts({ notes }: Section, parts: readonly (readonly Piece[])[], book: Book): Note[][] {
  const sorted = parts.map((): Note[] => []);
  const last = parts.length - 1;
  const home = new Map(
    parts.flatMap((part, at) => part.flatMap(({ node }) => idsIn(node).map((id) => [id, at]))),
  );
  for (const note of notes) {
    const found = home.get(note.references[0] ?? "") ?? 0;
    const at = book.notes === "chapter-endnotes" ? last : book.notes === "book-endnotes" ? 0 : found;
    sorted[at]!.push(note);
    for (const child of note.children) for (const id of idsIn(child)) home.set(id, at);
  }
  return sorted;
}

function idsIn(node: Nodes): string[] {
  const ids: string[] = [];
  visitElements({ type: "root", children: [node as RootContent] }, ({ properties: { id } }) => {
    if (typeof id === "string") ids.push(id);
  });
  return ids;
}

/** What links to a part, and what notes of other parts lead back to, is found in its document. */
function nameAnchors(
  { id: section, bodies, notes }: Section,
  book: Book,
  anchors: Map<string, string>,
): void {
  const inNotes = book.notes === "book-endnotes" ? [] : notes.flatMap(({ children }) => children);
  for (const node of [...bodies.flatMap(({ tree }) => tree.children), ...inNotes]) {
    for (const id of idsIn(node)) anchors.set(id, section);
  }
}

function placed(entry: ContentsEntry, anchors: ReadonlyMap<string, string>): ContentsEntry {
  const section = entry.level <= 1 ? entry.section : (anchors.get(entry.id) ?? entry.section);
  return { ...entry, section, children: entry.children.map((child) => placed(child, anchors)) };
}

/** As the contents have it; else the words of the heading, without the marks of notes. */
function titleOf(heading: Element, { contents }: Book): string {
  const find = (entries: readonly ContentsEntry[]): string | undefined => {
    for (const { id, title, children } of entries) {
      const found = id === heading.properties.id ? title : find(children);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(contents) ?? textOf(heading).trim();
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || node.tagName === "sup") return "";
  return node.children.map((child) => textOf(child)).join("");
}
