/**
 * Finds a place of a block's text in the source.
 *
 * A block's text is its source lines without what stands before them (indentation, `>`), so a
 * line of the text is nearly always the end of a line of the source.
 */
import { lastAtOrBelow, lineOf, type Source } from "../source.js";

/**
 * @param text The text of a block, one line for each line of the source.
 * @param firstLine The source line of its first line, from 0.
 * @returns A function from an offset in `text` to an offset in the source.
 */
export function alignLines(source: Source, text: string, firstLine: number): (at: number) => number {
  const starts: number[] = [];
  const shifts: number[] = [];
  for (let start = 0, line = firstLine; start <= text.length; line++) {
    const end = text.indexOf("\n", start);
    const piece = text.slice(start, end < 0 ? text.length : end);
    starts.push(start);
    shifts.push(shiftOf(source, line, piece, start));
    if (end < 0) break;
    start = end + 1;
  }
  return (at) => at + shifts[lastAtOrBelow(starts, at)]!;
}

function shiftOf(source: Source, line: number, piece: string, start: number): number {
  const { text, start: lineStart } = lineOf(source, line);
  const words = piece.trim();
  const indent = piece.length - piece.trimStart().length;
  const whole = text.trimEnd();
  const column = whole.endsWith(words) ? whole.length - words.length : Math.max(0, text.indexOf(words));
  return lineStart + column - (start + indent);
}
