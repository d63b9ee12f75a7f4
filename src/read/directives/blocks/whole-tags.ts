/** Puts tags whose words stand on several lines on one: the rest of the reader looks at lines. */
import { listingsOf } from "../fences.js";
import type { Line } from "../lines.js";

/** Lines of one tag. */
const MOST_LINES = 50;

/** What tags begin and end with, in the syntax of a tool. */
export interface TagMarks {
  readonly openings: readonly string[];
  readonly closings: readonly string[];
}

export function wholeTags(marks: TagMarks): (lines: readonly Line[]) => readonly Line[] {
  return (lines) => joined(lines, marks);
}

function joined(lines: readonly Line[], { openings, closings }: TagMarks): readonly Line[] {
  if (!lines.some(({ text }) => lastOf(openings, text) > lastOf(closings, text))) return lines;
  const listings = listingsOf(lines.map(({ text }) => text));
  const written: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const isOpen = listings[index] === undefined && lastOf(openings, line.text) > lastOf(closings, line.text);
    const last = isOpen ? lastLine(lines, index, { openings, closings }) : index;
    const below = lines.slice(index + 1, last + 1).map(({ text }) => text.trim());
    written.push({
      ...line,
      text: [...(below.length > 0 ? [line.text.trimEnd()] : [line.text]), ...below].join(" "),
    });
    index = last;
  }
  return written;
}

/** The line that closes the tag which another one opens; that one where nothing does. */
function lastLine(lines: readonly Line[], first: number, { openings, closings }: TagMarks): number {
  for (let index = first + 1; index < Math.min(lines.length, first + MOST_LINES); index += 1) {
    const { text } = lines[index]!;
    const next = Math.min(
      ...openings.map((mark) => text.indexOf(mark)).map((at) => (at < 0 ? Infinity : at)),
    );
    if (lastOf(closings, text.slice(0, next)) >= 0) return index;
    if (next !== Infinity) break;
  }
  return first;
}

function lastOf(marks: readonly string[], text: string): number {
  return Math.max(...marks.map((mark) => text.lastIndexOf(mark)));
}
