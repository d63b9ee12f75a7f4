/**
 * Divides sections into several documents. Each part is a section of the book from here on, so that contents, links, notes
 * and printed pages find their documents as they always do.
 */
import type { Element, Nodes, RootContent } from "hast";
import { visitElements } from "../../../hast/visit.js";
import type { Body, Book, ContentsEntry, Note, Section } from "../../../model/book.js";

export interface DividedBook {
  readonly book: Book;
  /** Sections that go on from the one before. */
  readonly continued: ReadonlySet<string>;
}

/** A node at the top of a body. */
export interface Piece {
  readonly body: number;
  readonly node: RootContent;
}

/** @param partsOf What each document of a section holds; one part for a section that stays whole. */
export function divideSections(
  book: Book,
  partsOf: (section: Section) => readonly (readonly Piece[])[],
): DividedBook {
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

/** All that stands at the top of a section. */
export function piecesOf({ bodies }: Section): Piece[] {
  return bodies.flatMap(({ tree }, body) => tree.children.map((node): Piece => ({ body, node })));
}

function sectionsOf(section: Section, parts: readonly (readonly Piece[])[], book: Book): Section[] {
  const { label, generated, ...plain } = section;
  const last = parts.length - 1;
  const notes = notesOfParts(section, parts, book);
  return parts.map((part, at): Section => {
    const bodies = bodiesOf(section, part);
    if (at === 0) return { ...plain, ...(label === undefined ? {} : { label }), bodies, notes: notes[0]! };
    const first = part[0]!.node;
    const heading = first.type === "element" && /^h[1-6]$/.test(first.tagName) ? first : undefined;
    const own = heading?.properties.id;
    const name = typeof own === "string" ? own : `${section.id}--${at + 1}`;
    const rest = at === last && generated !== undefined ? { generated } : {};
    return {
      ...plain,
      ...rest,
      id: freeId(`${name}--on`, book),
      title: heading === undefined ? section.title : titleOf(heading, book),
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
