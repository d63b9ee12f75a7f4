/**
 * Puts the page numbers of a print edition into an ebook (EPUB 3.3, page list; EPUB
 * Accessibility 1.1, 3.3): a mark where each printed page begins.
 */
import type { Element } from "hast";
import { contentsPlace } from "../../../adapt/generated-places.js";
import { toXhtml } from "../../../hast/xhtml.js";
import type { Book, ContentsEntry } from "../../../model/book.js";
import type { PageBeginning, PrintPages } from "../../../model/pages.js";
import { type Insertion, insertMarks, type Spot } from "./page-insertion.js";
import {
  firstText,
  indexOfLetter,
  indexTexts,
  type PlacedElement,
  type PlacedText,
  type TextIndex,
  textAt,
} from "./page-places.js";

export interface PageMark {
  readonly id: string;
  readonly folio: string;
  /** The section whose document holds it. */
  readonly section: string;
}

export interface MarkedBook {
  readonly book: Book;
  /** In reading order. */
  readonly marks: readonly PageMark[];
  /** The marks that stand before everything else in the document of a section. */
  readonly openings: ReadonlyMap<string, readonly PageMark[]>;
  /** The marks in the table of contents, by the id of the entry that they stand before. */
  readonly inContents: ReadonlyMap<string, readonly PageMark[]>;
}

interface Found {
  /** Undefined: at the start of the section's document. */
  readonly spot: Spot | undefined;
  readonly section: string;
  /** Place in the reading order of the ebook. */
  readonly order: number;
  /** The entry of the contents that it stands before. */
  readonly entry?: string;
}

/** A page with nothing of its own in the ebook shares the mark's place with the page after it. */
export function markPages(book: Book, pages: PrintPages | undefined): MarkedBook {
  if (pages === undefined) return { book, marks: [], openings: new Map(), inContents: new Map() };
  const index = indexTexts(book, pages);
  const starts = sectionStarts(book, index);
  const entries = contentsEntries(book);
  const found = withoutGaps(
    pages.beginnings.map((page) => findPage(page, index, starts, entries)),
    index.images,
  );
  const placed = pages.beginnings.flatMap(({ folio }, page) => {
    const at = found[page];
    return at ? [{ at, mark: { id: markId(folio, book), folio, section: at.section } }] : [];
  });
  placed.sort((one, other) => one.at.order - other.at.order);
  const openings = new Map<string, PageMark[]>();
  const inContents = new Map<string, PageMark[]>();
  const insertions: Insertion[] = [];
  for (const { at, mark } of placed) {
    if (at.entry) inContents.set(at.entry, [...(inContents.get(at.entry) ?? []), mark]);
    else if (at.spot) insertions.push({ spot: at.spot, mark: markElement(mark) });
    else openings.set(at.section, [...(openings.get(at.section) ?? []), mark]);
  }
  return { book: insertMarks(book, insertions), marks: placed.map(({ mark }) => mark), openings, inContents };
}

/** Ids of the entries of the contents, by the name that print gives them, in order. */
function contentsEntries(book: Book): Map<string, string> {
  const idsIn = (entries: readonly ContentsEntry[]): string[] =>
    entries.flatMap(({ id, children }) => [id, ...idsIn(children)]);
  return new Map(idsIn(book.contents).map((id) => [contentsPlace(id), id]));
}

/** Where sections without a file begin in the reading order. */
function sectionStarts(book: Book, { starts: firsts }: TextIndex): Map<string, number> {
  const starts = new Map<string, number>();
  let next = AFTER_ALL;
  for (const { id, bodies } of [...book.sections].reverse()) {
    next = firsts.get(id) ?? next;
    if (bodies.length > 0) continue;
    // Fractions keep sections without text in their order before the next text.
    next -= FRACTION;
    starts.set(id, next);
  }
  return starts;
}

/** No book has so many texts. */
const AFTER_ALL = 2 ** 31;
const FRACTION = 2 ** -10;

function findPage(
  page: PageBeginning,
  index: TextIndex,
  starts: ReadonlyMap<string, number>,
  entries: ReadonlyMap<string, string>,
): Found | undefined {
  const order = starts.get(page.section);
  const entry = page.place && entries.get(page.place.source);
  if (entry !== undefined && order !== undefined) {
    const isFirst = entry === entries.values().next().value;
    return { spot: undefined, section: page.section, order, ...(isFirst ? {} : { entry }) };
  }
  if (page.place) {
    const text = textAt(index, page.place);
    if (text === undefined) return undefined;
    const start = starts.get(text.section);
    const isFirst = page.place.letters === 0 && text.order === index.starts.get(text.section);
    // The title of such a section stands before its text, and belongs to the page as well.
    if (start !== undefined && isFirst) return { spot: undefined, section: text.section, order: start };
    return atText(text, page.place.letters);
  }
  const anchor = page.anchor === undefined ? undefined : index.anchors.get(page.anchor);
  if (anchor) return before(anchor);
  return order === undefined ? undefined : { spot: undefined, section: page.section, order };
}

/** A page without text begins with the image before the next page, or where that page does. */
function withoutGaps(
  found: readonly (Found | undefined)[],
  images: readonly PlacedElement[],
): (Found | undefined)[] {
  const filled = [...found];
  for (let page = filled.length - 2; page >= 0; page -= 1) {
    const next = filled[page + 1];
    if (filled[page] || !next) continue;
    const image = images.find(({ order, section }) => order === next.order && section === next.section);
    filled[page] = image ? before(image) : next;
  }
  for (let page = 1; page < filled.length; page += 1) filled[page] ??= filled[page - 1];
  return filled;
}

/** Blocks that a mark stands before, not in: it is no part of a title, and no line of a listing. */
const WHOLE = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "pre"]);
/** Elements that can hold no mark. Media are left out of the ebook with what is in them. */
const SEALED = new Set(["svg", "math", "audio", "video", "object", "hgroup", "summary"]);
/** Elements whose parent can hold no mark beside them. */
const ITEMS = new Set(["li", "dt", "dd", "td", "th", "caption", "figcaption", "summary"]);
/** Elements that can hold a mark neither in them nor beside them. */
const TABLE_PARTS = new Set(["tr", "tbody", "thead", "tfoot", "col", "colgroup"]);

function atText(text: PlacedText, letters: number): Found {
  const { node, section, order, ancestors, block } = text;
  const sealed = ancestors.find(({ tagName }) => SEALED.has(tagName));
  if (sealed) return { spot: { kind: "before", element: sealed }, section, order };
  if (letters === 0 && block.tagName !== "table") return { spot: blockStart(text, block), section, order };
  const index = indexOfLetter(node.value, letters - text.before);
  const isCode = ancestors.some(({ tagName }) => tagName === "pre");
  const spot: Spot = { kind: "text", node, index: isCode ? lineStart(node.value, index) : index };
  return { spot, section, order };
}

function blockStart({ node, ancestors }: PlacedText, block: Element): Spot {
  const figure = ancestors.find(({ tagName }) => tagName === "figure");
  if (figure && firstText(figure) === node) return { kind: "before", element: figure };
  return { kind: WHOLE.has(block.tagName) ? "before" : "inside", element: block };
}

/** A line of code keeps its indentation behind the mark. */
function lineStart(text: string, index: number): number {
  const start = text.lastIndexOf("\n", index - 1) + 1;
  return text.slice(start, index).trim() === "" ? start : index;
}

function before({ element, ancestors, section, order }: PlacedElement): Found {
  const holder = ancestors.find(({ tagName }) => SEALED.has(tagName) || tagName === "figure");
  const table = TABLE_PARTS.has(element.tagName) && ancestors.findLast(({ tagName }) => tagName === "table");
  if (holder || table)
    return { spot: { kind: "before", element: holder || table || element }, section, order };
  return { spot: { kind: ITEMS.has(element.tagName) ? "inside" : "before", element }, section, order };
}

function markId(folio: string, book: Book): string {
  let id = `page-${folio}`;
  while (book.anchors.has(id)) id += "-";
  return id;
}

function markElement({ id, folio }: PageMark): Element {
  const properties = { "epub:type": "pagebreak", role: "doc-pagebreak", id, ariaLabel: folio };
  return { type: "element", tagName: "span", properties, children: [] };
}

/** Marks as XHTML, for templates. */
export function writeMarks(marks: readonly PageMark[] = []): string {
  return toXhtml(marks.map(markElement));
}

/** Writes marks at the start of a document's body, whatever its template is. */
export function withOpeningMarks(xhtml: string, marks: readonly PageMark[] = []): string {
  if (marks.length === 0) return xhtml;
  return xhtml.replace(/<body\b[^>]*>\n?/, (start) => `${start}${writeMarks(marks)}\n`);
}
