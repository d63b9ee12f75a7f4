/** The notes that stand at the foot of a page: those that its strips call, and how they are divided where they do not fit. */
import type { Galley, GalleyNote, NotePart } from "./galley.js";

/** Browsers round to the 64th part of a pixel, each box for itself. */
const ROUNDING = 0.02;
/** Lines of a note that may stand alone, before it goes on and after. */
const LEAST_LINES = 2;

/** Of most pages: shared, for there are many ends. */
export const NO_NOTES: readonly NotePart[] = [];

/** What of the notes stands on a page, and what of the last one goes on on the next. */
export interface NotesOnPage {
  readonly notes: readonly NotePart[];
  readonly rest: readonly NotePart[];
}

export interface NotesAtFoot {
  /** The notes that a strip calls, whole. */
  of(strip: number): readonly NotePart[];
  /** Height of notes at the foot of a page, with what parts them from the text; 0 without any. */
  height(parts: readonly NotePart[]): number;
  /** Divides the last of the notes, so that they fit in a room: what is left of it goes on. */
  divided(parts: readonly NotePart[], room: number): NotesOnPage | undefined;
}

export function notesAtFoot({ notes, noteOverhead }: Galley): NotesAtFoot {
  const called = new Map<number, number[]>();
  for (const [index, { strip }] of notes.entries()) called.set(strip, [...(called.get(strip) ?? []), index]);

  const of = (strip: number): readonly NotePart[] =>
    called.get(strip)?.map((note) => ({ note, from: 0, to: notes[note]!.lines.length })) ?? NO_NOTES;

  const height = (parts: readonly NotePart[]): number =>
    parts.length === 0
      ? 0
      : parts.reduce((sum, part) => sum + partHeight(notes[part.note]!, part), noteOverhead);

  const divided = (parts: readonly NotePart[], room: number): NotesOnPage | undefined => {
    const last = parts.at(-1);
    if (last === undefined) return undefined;
    const others = parts.slice(0, -1);
    const left = room - noteOverhead - (height(others) - (others.length > 0 ? noteOverhead : 0));
    const { lines } = notes[last.note]!;
    const before = last.from === 0 ? 0 : lines[last.from - 1]!;
    let to = last.to;
    while (to > last.from && lines[to - 1]! - before > left + ROUNDING) to -= 1;
    to = Math.min(to, last.to - LEAST_LINES);
    if (to - last.from < LEAST_LINES) return undefined;
    return { notes: [...others, { ...last, to }], rest: [{ ...last, from: to }] };
  };

  return { of, height, divided };
}

function partHeight({ lines }: GalleyNote, { from, to }: NotePart): number {
  return lines[to - 1]! - (from === 0 ? 0 : lines[from - 1]!);
}
