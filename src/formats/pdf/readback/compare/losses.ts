/** What of the text that went in is on no page. */
import { fold, wordsOf } from "../../../../matching/fold.js";
import { lettersOf, type Span } from "../../../../matching/letters.js";
import { findAmongRest, findInOrder, type Sought, soughtText } from "../../../../matching/match.js";
import { HIDING, type Hiding } from "../glyph.js";
import { hiddenLetters } from "./page-letters.js";
import type { Piece, ReadPage } from "./pages.js";
import type { LossCause, TextLoss } from "./reading.js";
import type { RunText, TextUnit } from "./run-text.js";

/** Words of a loss that a message may quote. */
const QUOTED = 12;

interface Lost {
  readonly source: string;
  readonly words: string[];
  readonly cause: LossCause;
  /** Nothing of it is on a page. */
  readonly isWhole: boolean;
}

/** Of most units. */
const NOTHING_MISSING = soughtText(0, "", "");

/** Losses in the order of the document: one for a block, or for blocks that are lost one after another. */
export function lossesOf({ units }: RunText, pages: readonly ReadPage[]): TextLoss[] {
  const pieces = piecesByUnit(units, pages);
  const losses: Lost[] = [];
  let last: Lost | undefined;
  units.forEach((unit, index) => {
    const sought = missingOf(unit, pieces[index]!, pages);
    if (sought === undefined) return;
    if (sought.gaps.length === 0) {
      last = undefined;
      return;
    }
    const lost = lostWords(unit, placeOf(units, index), sought, causeOf(sought, pieces[index]!, pages));
    const same = sameBlock(losses, lost) ?? (isNext(last, lost) ? last : undefined);
    if (same === undefined) losses.push(lost);
    else same.words.push(...lost.words);
    last = same ?? lost;
  });
  return losses.map(({ source, words, cause }) => ({
    source,
    text: words.slice(0, QUOTED).join(" "),
    words: words.length,
    cause,
  }));
}

function sameBlock(losses: readonly Lost[], { source, cause }: Lost): Lost | undefined {
  return losses.findLast((loss) => loss.source === source && loss.cause === cause);
}

/** Of two blocks with nothing between them that could be read. */
function isNext(last: Lost | undefined, { isWhole, cause }: Lost): boolean {
  return last?.isWhole === true && isWhole && last.cause === cause;
}

function piecesByUnit(units: readonly TextUnit[], pages: readonly ReadPage[]): Piece[][] {
  const pieces: Piece[][] = units.map(() => []);
  for (const page of pages) for (const piece of page.pieces) pieces[piece.unit]?.push(piece);
  return pieces;
}

/** Compares a unit with what of its pieces has been found. Undefined for one without letters. */
function missingOf(unit: TextUnit, pieces: readonly Piece[], pages: readonly ReadPage[]): Sought | undefined {
  const [piece] = pieces;
  const isFound = pieces.length === 1 && piece!.text !== "" && piece!.gaps.length === 0;
  if (isFound && piece!.raw === unit.text.replaceAll("\u00ad", "")) return NOTHING_MISSING;
  const text = fold(unit.text);
  if (text === "") return undefined;
  const sought = soughtText(0, unit.text, text);
  const found = pieces
    .filter(({ kind }) => kind !== "repeated")
    .map(foundOf)
    .join("");
  if (found === text) sought.gaps = [];
  else findInOrder(lettersOf(found), [sought]);
  for (const { letters } of pages) if (sought.gaps.length > 0) findAmongRest(letters, [sought]);
  return sought;
}

/** The letters of a piece that are on a page. */
function foundOf({ text, gaps }: Piece): string {
  let found = "";
  let at = 0;
  for (const { from, to } of gaps) {
    found += text.slice(at, from);
    at = to;
  }
  return found + text.slice(at);
}

function lostWords(unit: TextUnit, source: string, { gaps, text }: Sought, cause: LossCause): Lost {
  const isLost = ({ from, to }: Span): boolean => gaps.some((gap) => gap.from < to && gap.to > from);
  const words = wordsOf(unit.text).filter(isLost);
  const isWhole = gaps[0]!.to - gaps[0]!.from === text.length;
  return { source, words: words.map((word) => word.text), cause, isWhole };
}

/** Of a text without a place, that of the text before it, or else of the one behind it. */
function placeOf(units: readonly TextUnit[], index: number): string {
  const isPlaced = ({ source }: TextUnit): boolean => source !== "";
  const near = units.slice(0, index + 1).findLast(isPlaced) ?? units.slice(index).find(isPlaced);
  return near?.source ?? "";
}

function causeOf(
  { raw, text, gaps }: Sought,
  pieces: readonly Piece[],
  pages: readonly ReadPage[],
): LossCause {
  if (pieces.some(({ kind }) => kind === "hidden")) return "hidden";
  if (pieces.some(({ kind }) => kind === "generated")) return "generated";
  const isPainted = (hiding: Hiding): boolean => {
    const sought: Sought = { ...soughtText(0, raw, text), gaps };
    for (const { printed } of pages) findAmongRest(hiddenLetters(printed.glyphs, hiding), [sought]);
    return sought.gaps.length === 0;
  };
  if (isPainted(HIDING.invisible)) return "faint";
  return isPainted(HIDING.covered) ? "covered" : "gone";
}
