/**
 * The text of a block as one line, made of the pieces that its elements cut it into.
 *
 * Rules look at the whole line; each edit then falls to one piece, so `<em>mot</em> !` is
 * seen as `mot !` and its space changes outside of the emphasis.
 */

export interface Line {
  text: string;
  /** Where each piece ends in the text. */
  ends: number[];
  /** How deep each piece lies; what is put between two pieces goes to the one that lies higher. */
  readonly ranks: readonly number[];
}

/** Replaces the text from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** @param edits in order, without overlaps. */
export function applyEdits(line: Line, edits: readonly Edit[]): void {
  if (edits.length === 0) return;
  let text = "";
  let done = 0;
  let piece = 0;
  const ends: number[] = [];
  for (const { start, end, put } of edits) {
    // Offsets of the old text move by what the edits so far have added.
    const moved = text.length - done;
    while (piece < line.ends.length && line.ends[piece]! < start) ends.push(line.ends[piece++]! + moved);
    text += line.text.slice(done, start);
    done = end;
    const before = text.length;
    text += put;
    let last = piece;
    while (last < line.ends.length - 1 && line.ends[last]! <= end) last += 1;
    const owner = highest(line, piece, last);
    // Of the pieces that touch the edit those before its owner end before it, the owner after it.
    for (; piece < last; piece++) ends.push(piece < owner ? before : text.length);
  }
  const moved = text.length - done;
  for (; piece < line.ends.length; piece++) ends.push(line.ends[piece]! + moved);
  line.text = text + line.text.slice(done);
  line.ends = ends;
}

function highest(line: Line, first: number, last: number): number {
  let best = first;
  for (let piece = first + 1; piece <= last; piece++) {
    if (line.ranks[piece]! < line.ranks[best]!) best = piece;
  }
  return best;
}

/** The pieces of a line as they are now. */
export function piecesOf(line: Line): string[] {
  return line.ends.map((end, index) => line.text.slice(index === 0 ? 0 : line.ends[index - 1]!, end));
}
