/**
 * Finds texts that are printed over each other: a block of a fixed height whose text goes on over what
 * follows, or one that a style has moved.
 *
 * Each letter marks the paper where it stands. It is printed over another when a third of its place is taken
 * by letters of another block; a few may well be, in a design.
 */
import type { Box, MutableBox } from "../geometry.js";
import { HIDING } from "../glyph.js";
import type { ReadPage } from "./pages.js";
import type { Overprint } from "./reading.js";
import type { TextUnit } from "./run-text.js";

/** The side of the squares that the paper is divided into, in points: a few of them to a letter. */
const SIDE = 2;

/** How much higher and lower letters are than their lower halves, as parts of those. */
const ABOVE = 0.6;
const BELOW = 0.3;

/** So many letters of a text are no accident. */
const FEWEST = 6;

/** Texts of two blocks on a page, in the order of the document, whose letters stand in the same places. */
export function overprintsOf(page: ReadPage, units: readonly TextUnit[]): Overprint[] {
  const { glyphs, paper } = page.printed;
  if (!doBlocksMeet(page, units)) return [];
  const unitOf = unitsOfGlyphs(page);
  const squares = divide(paper);
  const counts = new Map<string, number>();
  for (let index = 0; index < glyphs.texts.length; index += 1) {
    const unit = unitOf[index]!;
    if (unit === NONE || glyphs.hidings[index] !== HIDING.none) continue;
    const below = squares.mark(wholeLetter(glyphs.box(index)), unit, (other) => areApart(units, unit, other));
    if (below === NONE) continue;
    const pair = `${Math.min(unit, below)} ${Math.max(unit, below)}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].flatMap(([pair, count]) => {
    if (count < FEWEST) return [];
    const [first, second] = pair.split(" ").map((unit) => units[Number(unit)]!) as [TextUnit, TextUnit];
    return [{ source: first.source, text: first.text, other: second.text, page: page.index }];
  });
}

/** Whether the room of two blocks is partly the same. On most pages it is not, and no letter has to be looked at alone. */
function doBlocksMeet({ printed, pieces, letters }: ReadPage, units: readonly TextUnit[]): boolean {
  const { glyphs } = printed;
  const first = pieces[0]?.id ?? 0;
  const blocks = new Map<string, MutableBox>();
  const blockOf = pieces.map(({ unit }): MutableBox | undefined => {
    const source = units[unit]?.source ?? "";
    const block = blocks.get(source) ?? { ...NOWHERE };
    if (source !== "") blocks.set(source, block);
    return source === "" ? undefined : block;
  });
  letters.owners.forEach((owner, at) => {
    const block = blockOf[owner - first];
    const index = letters.glyphs[at]!;
    if (block !== undefined) extend(block, wholeLetter(glyphs.box(index)));
  });
  const boxes = [...blocks.values()].sort((one, other) => one.bottom - other.bottom);
  return boxes.some((box, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next]!.bottom < box.top; next += 1) {
      if (boxes[next]!.left < box.right && box.left < boxes[next]!.right) return true;
    }
    return false;
  });
}

const NOWHERE: Box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };

function extend(block: MutableBox, { left, bottom, right, top }: Box): void {
  block.left = Math.min(block.left, left);
  block.bottom = Math.min(block.bottom, bottom);
  block.right = Math.max(block.right, right);
  block.top = Math.max(block.top, top);
}

/** The room of a letter, given that of its lower half. */
function wholeLetter({ left, bottom, right, top }: Box): Box {
  const half = top - bottom;
  return { left, bottom: bottom - BELOW * half, right, top: top + ABOVE * half };
}

/** No unit: all others are numbers from 0 on. */
const NONE = -1;

/** Parts of one block may stand together as closely as they like: accents, formulas, drawings. */
function areApart(units: readonly TextUnit[], one: number, other: number): boolean {
  const [source, otherSource] = [units[one]?.source ?? "", units[other]?.source ?? ""];
  return source !== otherSource && source !== "" && otherSource !== "";
}

/** The unit that each glyph of a page belongs to. */
function unitsOfGlyphs({ printed, pieces, letters }: ReadPage): Int32Array {
  const units = new Int32Array(printed.glyphs.texts.length).fill(NONE);
  const first = pieces[0]?.id ?? 0;
  letters.owners.forEach((owner, at) => {
    units[letters.glyphs[at]!] = pieces[owner - first]?.unit ?? NONE;
  });
  return units;
}

function divide(paper: Box) {
  const columns = Math.ceil((paper.right - paper.left) / SIDE);
  const rows = Math.ceil((paper.top - paper.bottom) / SIDE);
  const owners = new Int32Array(columns * rows).fill(NONE);
  return {
    /** Takes the squares whose middle is in a box. Says who has had a third of them, if that is somebody else. */
    mark({ left, bottom, right, top }: Box, owner: number, isOther: (before: number) => boolean): number {
      let [all, taken, other] = [0, 0, NONE];
      const [firstColumn, endColumn] = [squareAfter(left - paper.left), squareAfter(right - paper.left)];
      const [firstRow, endRow] = [squareAfter(bottom - paper.bottom), squareAfter(top - paper.bottom)];
      for (let row = Math.max(firstRow, 0); row < Math.min(endRow, rows); row += 1) {
        for (let column = Math.max(firstColumn, 0); column < Math.min(endColumn, columns); column += 1) {
          const at = row * columns + column;
          const before = owners[at]!;
          all += 1;
          if (before !== owner && before !== NONE && isOther(before)) {
            taken += 1;
            other = before;
          }
          owners[at] = owner;
        }
      }
      return 3 * taken >= all ? other : NONE;
    },
  };
}

/** The first square whose middle is behind a place. */
function squareAfter(place: number): number {
  return Math.ceil(place / SIDE - 0.5);
}
