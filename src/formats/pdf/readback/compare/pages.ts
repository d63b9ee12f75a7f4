/** Finds the texts of each page among what it prints. */
import { fold } from "../../../../matching/fold.js";
import { findInPlaceOfShorter } from "../../../../matching/give-back.js";
import type { Letters } from "../../../../matching/letters.js";
import { findAmongRest, findInOrder, type Sought, soughtText } from "../../../../matching/match.js";
import type { PrintedPage } from "../glyph.js";
import { visibleLetters } from "./page-letters.js";
import type { PageText, PieceKind } from "./run-text.js";

export interface ReadPage {
  /** Index in the run. */
  readonly index: number;
  readonly printed: PrintedPage;
  readonly text: PageText;
  /** Text of the document. */
  readonly letters: Letters;
  /** What style sheets make: margins, numbers of lists. */
  readonly generated: Letters;
  readonly pieces: readonly Piece[];
  readonly margins: readonly Sought[];
}

export interface Piece extends Sought {
  readonly unit: number;
  readonly kind: PieceKind;
}

/** @param firstId the number of its first text: no two texts of a run have the same. */
export function readPage(index: number, printed: PrintedPage, text: PageText, firstId: number): ReadPage {
  const letters = visibleLetters(printed.glyphs, "tagged", text);
  const generated = visibleLetters(printed.glyphs, "untagged", text);
  // Written out: there are a hundred thousand in a book.
  const pieces = text.pieces.map((piece, order): Piece => {
    const { id, raw, text: folded, gaps } = soughtText(firstId + order, piece[1], fold(piece[1]));
    return { id, raw, text: folded, gaps, unit: piece[0], kind: piece[2] };
  });
  const margins = text.margins.map((raw, order) =>
    soughtText(firstId + pieces.length + order, raw, fold(raw)),
  );
  const ofKind = (...kinds: PieceKind[]): Piece[] => pieces.filter(({ kind }) => kinds.includes(kind));
  // A head of a table that is repeated is no text of the document, mostly.
  findInOrder(generated, [...margins, ...ofKind("repeated", "generated")]);
  // What is hidden has no letters that it could take.
  findInOrder(letters, ofKind("text", "repeated"));
  return { index, printed, text, letters, generated, pieces, margins };
}

/** What is not there as text of the document may be there in another way. */
export function findOnSamePage(pages: readonly ReadPage[]): void {
  for (const page of pages) {
    for (const letters of [page.letters, page.generated]) findAmongRest(letters, missingOn(page));
    findInPlaceOfShorter(page.letters, missingOn(page), page.pieces);
  }
}

/** What a page lacks may be on one beside it. */
export function findBeside(pages: readonly ReadPage[]): void {
  pages.forEach((page, index) => {
    for (const beside of [pages[index - 1], pages[index + 1]])
      if (beside) findAmongRest(beside.letters, missingOn(page));
  });
}

function missingOn({ pieces }: ReadPage): Piece[] {
  return pieces.filter(({ kind, gaps }) => kind !== "repeated" && gaps.length > 0);
}
