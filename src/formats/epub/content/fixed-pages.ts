/**
 * Books whose pages are pictures with text on them: which page holds what (EPUB 3.3, 8.2).
 *
 * A picture that stands by itself begins a page, and what follows is the text on it, up to the next one. A picture of the
 * class `spread` is as wide as two pages that face each other. Text for which a page has no room goes on to the next.
 */
import type { Element, ElementContent, Nodes, RootContent } from "hast";
import { hasClass, withClasses } from "../../../hast/class-names.js";
import { cloneTree } from "../../../hast/clone.js";
import { visitElements, visitNodes } from "../../../hast/visit.js";
import type { Book, Section } from "../../../model/book.js";
import type { Edition } from "../../../model/publication.js";
import { type DividedBook, divideSections, type Piece, piecesOf } from "./divided-sections.js";

/** In CSS pixels. */
export interface FixedPage {
  readonly width: number;
  readonly height: number;
  /** Size of its letters. */
  readonly letters: number;
}

/** Letters are such a share of the page. */
const LETTERS = 1 / 30;

/** Undefined for an ebook whose text flows. */
export function fixedPageOf(edition: Edition): FixedPage | undefined {
  if (edition.format !== "epub" || edition.fixedLayout === undefined) return undefined;
  const [width, height] = [edition.fixedLayout.width, edition.fixedLayout.height].map((points) =>
    Math.round((points * 4) / 3),
  ) as [number, number];
  return { width, height, letters: Math.round(Math.sqrt(width * height) * LETTERS) };
}

/** Which half of a picture a page has that is as wide as two. */
export const HALF = "dataHalf";

export function divideIntoPages(book: Book, page: FixedPage): DividedBook {
  return divideSections(book, (section) => pagesOf(section, page));
}

function pagesOf(section: Section, page: FixedPage): Piece[][] {
  const pages: Piece[][] = [[]];
  for (const piece of piecesOf(section)) {
    const { node } = piece;
    if (node.type === "text" && node.value.trim() === "") continue;
    if (node.type === "element" && hasClass(node.properties, "page-break")) {
      if (pages.at(-1)!.length > 0) pages.push([]);
      continue;
    }
    const picture = pictureIn(node);
    if (beginsPage(node, pages.at(-1)!, page)) pages.push([]);
    if (picture && hasClass(picture.properties, "spread")) pages.at(-1)!.push(halved(piece, "first"));
    else pages.at(-1)!.push(piece);
  }
  return withOtherHalves(pages.filter((each, at) => at === 0 || each.length > 0));
}

function beginsPage(node: RootContent, current: readonly Piece[], page: FixedPage): boolean {
  const hasPicture = current.some((piece) => pictureIn(piece.node) !== undefined);
  const hasText = current.some((piece) => !isHeading(piece.node) && pictureIn(piece.node) === undefined);
  if (pictureIn(node) !== undefined) return hasPicture || hasText;
  const lines = current.reduce((sum, piece) => sum + linesOf(piece.node, page), 0);
  return hasText && lines + linesOf(node, page) > roomOf(page, hasPicture);
}

/** The second half of each picture that is as wide as two pages stands on the page after it. */
function withOtherHalves(pages: readonly Piece[][]): Piece[][] {
  return pages.flatMap((pieces) => {
    const wide = pieces.find(({ node }) => pictureIn(node)?.properties[HALF] === "first");
    return wide === undefined ? [pieces] : [pieces, [halved(wide, "second")]];
  });
}

/** Who listens hears of a picture once, and links find it where it begins. */
function halved({ body, node }: Piece, half: "first" | "second"): Piece {
  const copy = cloneTree(node as Element);
  visitElements({ type: "root", children: [copy] }, (element) => {
    if (element.tagName === "img") element.properties[HALF] = half;
    if (half === "first") return;
    delete element.properties.id;
    if (element.tagName === "img")
      element.properties = withClasses({ ...element.properties, alt: "" }, "decorative");
  });
  if (half === "second") {
    copy.children = copy.children.filter(
      (child) => child.type === "element" && child.tagName !== "figcaption",
    );
  }
  return { body, node: copy };
}

/** The picture of a block that is nothing else, but for its caption. */
export function pictureIn(node: RootContent | ElementContent): Element | undefined {
  if (node.type !== "element") return undefined;
  if (node.tagName === "img") return node;
  if (node.tagName !== "figure" && node.tagName !== "p") return undefined;
  const [only, ...others] = node.children.filter(
    (child) => !(child.type === "text" && child.value.trim() === "") && !isCaption(child),
  );
  return others.length === 0 && only?.type === "element" && only.tagName === "img" ? only : undefined;
}

function isCaption(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "figcaption";
}

function isHeading(node: Nodes): boolean {
  return node.type === "element" && /^h[1-6]$/.test(node.tagName);
}

/** Shares of the page that text may take: on a picture, and without one. */
const ON_PICTURE = 0.42;
const ALONE = 0.84;
const LEADING = 1.4;
/** The widths of a letter and of the text, in shares of a letter's size and of the page. */
const LETTER = 0.52;
const MEASURE = 0.82;

/** How many lines of text a page has room for. */
export function roomOf({ height, letters }: FixedPage, hasPicture: boolean): number {
  return Math.floor((height * (hasPicture ? ON_PICTURE : ALONE)) / (letters * LEADING));
}

/** How many lines a block takes, with the space after it: counted, since nothing is laid out before it is read. */
export function linesOf(node: Nodes, { width, letters }: FixedPage): number {
  const perLine = (width * MEASURE) / (letters * LETTER);
  let count = 0;
  let blocks = 0;
  visitNodes({ type: "root", children: [node as RootContent] }, (each) => {
    if (each.type === "text") count += each.value.trim().length;
    if (each.type === "element" && /^(?:p|li|tr|dt|dd|br|pre|figcaption)$/.test(each.tagName)) blocks += 0.5;
  });
  if (count === 0) return 0;
  return isHeading(node) ? Math.ceil((count * 1.6) / perLine) * 2.2 : count / perLine + 0.5 + blocks;
}
