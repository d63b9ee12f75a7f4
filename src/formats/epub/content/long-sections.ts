/**
 * Divides sections whose document would be too long: Adobe Digital Editions and readers with e-ink take seconds for each
 * page of one, or give up (they lay out a whole document at once). Each part begins at a heading.
 */
import type { Element, Nodes, RootContent } from "hast";
import type { Book, Section } from "../../../model/book.js";
import { type DividedBook, divideSections, piecesOf } from "./divided-sections.js";

/** Bytes of a document; Adobe's own advice is 300 kB. */
const LONGEST = 240_000;
/** The highest heading is the section's own; below the third level parts would be pages of a few lines. */
const LEVELS = [2, 3] as const;
/** What the tags of an element take beside its attributes: `<em></em>`. */
const TAGS = 12;

type Piece = ReturnType<typeof piecesOf>[number] & { readonly size: number };

export function divideLongSections(book: Book): DividedBook {
  return divideSections(book, partsOf);
}

/** As few parts as there can be, each from a heading to another. */
function partsOf(section: Section): readonly (readonly Piece[])[] {
  const pieces = piecesOf(section).map((piece): Piece => ({ ...piece, size: sizeOf(piece.node) }));
  const parts: Piece[][] = [[]];
  let size = 0;
  for (const unit of unitsOf(pieces, LEVELS)) {
    const isTooMuch = size > 0 && size + sumOf(unit) > LONGEST && startsWithHeading(unit);
    if (isTooMuch) parts.push([]);
    size = (isTooMuch ? 0 : size) + sumOf(unit);
    for (const piece of unit) parts.at(-1)!.push(piece);
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
