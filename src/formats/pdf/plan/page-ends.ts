/** Where a page may end that begins at a strip, with the notes that then stand at its foot. */
import { columnsOf } from "./columns.js";
import { WEIGHTS } from "./cost.js";
import { type FloatChoice, floatsOf } from "./floats.js";
import type { ColumnsOnPage, Galley, GalleyNote, NotePart } from "./galley.js";
import { type LooseChoice, loosenessOf } from "./looseness.js";

export interface PageEnd extends Pick<FloatChoice, "floats" | "nextFloat" | "waiting"> {
  /** The strip after the last one of the page. */
  readonly to: number;
  readonly notes: readonly NotePart[];
  /** What of the last note goes on on the next page. */
  readonly rest: readonly NotePart[];
  /** How much of the height of the page is left over. */
  readonly short: number;
  /** How much of what its white may grow it does, from 0 to 1. */
  readonly stretched: number;
  readonly isForced: boolean;
  /** Text in columns on it. */
  readonly columns?: readonly ColumnsOnPage[] | undefined;
  /** Paragraphs with other numbers of lines. */
  readonly loose?: LooseChoice | undefined;
}

/** Browsers round to the 64th part of a pixel, each box for itself. */
const ROUNDING = 0.02;
/** White does not grow to the last bit, or what browsers round would push a line off the page. */
const SPARE = 0.5;
/** Lines of a note that may stand alone, before it goes on and after. */
const LEAST_LINES = 2;

/** Lines that may be missing on a page that is as good as full. */
const ALMOST = 1.5;

/** Of most pages: shared, for there are many ends. */
const NONE: readonly NotePart[] = [];

export interface PageEnds {
  /**
   * All ends of a page that begins with a strip, the nearest first: with notes that are left over it may end before
   * the strip. None when not even one strip fits.
   *
   * @param nextFloat the first of the figures that float which is on no page before.
   */
  endsFrom(from: number, carried: readonly NotePart[], nextFloat?: number): PageEnd[];
  /** A page of what is left of notes alone, as much as fits on it, before a strip. */
  notesAlone(from: number, carried: readonly NotePart[], nextFloat?: number): PageEnd | undefined;
  /** A page of figures alone that are left over, before a strip. */
  floatsAlone(from: number, carried: readonly NotePart[], nextFloat: number): PageEnd | undefined;
  /** How many figures have their place before a strip. */
  floatsBehind(strip: number): number;
  /** The notes that strips call, from one up to another. */
  notesIn(from: number, to: number): NotePart[];
}

export function pageEndsOf(galley: Galley): PageEnds {
  const { strips, notes, height, end } = galley;
  const { columnsIn, fillsAll } = columnsOf(galley);
  const looseness = loosenessOf(galley);
  const { behind, choices, alone: floatsOn, isLost } = floatsOf(galley);
  const called = new Map<number, number[]>();
  for (const [index, { strip }] of notes.entries()) called.set(strip, [...(called.get(strip) ?? []), index]);

  /** How much the white before strips may grow, from the first strip to each. */
  const stretch = new Float64Array(strips.length + 1);
  strips.forEach((strip, index) => {
    stretch[index + 1] = stretch[index]! + (strip.stretch ?? 0);
  });

  /** How much the white on a page may grow at most. */
  const growthIn = (from: number, to: number): number => stretch[to]! - stretch[from + 1]!;

  /** How much of that it does. @param left of the height of the page. */
  const stretchedBy = (from: number, to: number, left: number): number => {
    const most = growthIn(from, to);
    return most > 0 ? Math.min(1, Math.max(0, left - SPARE) / most) : 0;
  };

  const notesOf = (strip: number): readonly NotePart[] =>
    called.get(strip)?.map((note) => ({ note, from: 0, to: notes[note]!.lines.length })) ?? NONE;

  const heightOf = (parts: readonly NotePart[]): number =>
    parts.length === 0
      ? 0
      : parts.reduce((sum, part) => sum + partHeight(notes[part.note]!, part), galley.noteOverhead);

  /** Divides the last of the notes, so that they fit: what is left of it goes on. */
  const divided = (parts: readonly NotePart[], room: number): Pick<PageEnd, "notes" | "rest"> | undefined => {
    const last = parts.at(-1);
    if (last === undefined) return undefined;
    const others = parts.slice(0, -1);
    const left =
      room - galley.noteOverhead - (heightOf(others) - (others.length > 0 ? galley.noteOverhead : 0));
    const { lines } = notes[last.note]!;
    const before = last.from === 0 ? 0 : lines[last.from - 1]!;
    let to = last.to;
    while (to > last.from && lines[to - 1]! - before > left + ROUNDING) to -= 1;
    to = Math.min(to, last.to - LEAST_LINES);
    if (to - last.from < LEAST_LINES) return undefined;
    return { notes: [...others, { ...last, to }], rest: [{ ...last, from: to }] };
  };

  const notesAlone = (from: number, carried: readonly NotePart[], nextFloat = 0): PageEnd | undefined => {
    if (carried.length === 0) return undefined;
    const short = height - heightOf(carried);
    const page = { to: from, nextFloat, waiting: behind(from) - nextFloat, stretched: 0, isForced: false };
    if (short >= 0) return { ...page, notes: carried, rest: NONE, short };
    const part = divided(carried, height);
    return part && { ...page, ...part, short: 0 };
  };

  const floatsAlone: PageEnds["floatsAlone"] = (from, rest, nextFloat) => {
    const choice = floatsOn(from, nextFloat);
    if (!choice) return undefined;
    const isForced = strips[from] === undefined || strips[from].forced !== undefined;
    const short = Math.max(0, height - choice.height);
    return { ...choice, to: from, notes: NONE, rest, short, stretched: 0, isForced };
  };

  /** Paragraphs get other lines so that a page is full, or has not too few lines at the end of a section. */
  const isOfUse = (left: number, free: number, isForced: boolean): boolean => {
    if (left < 0) return free < galley.leading;
    return isForced ? height - left < WEIGHTS.fewLines * galley.leading : free < ALMOST * galley.leading;
  };

  return {
    notesAlone,
    floatsAlone,
    floatsBehind: behind,
    notesIn: (from, to) => Array.from({ length: to - from }, (_, index) => notesOf(from + index)).flat(),
    endsFrom(from, carried, nextFloat = 0) {
      const ends = [notesAlone(from, carried, nextFloat), floatsAlone(from, carried, nextFloat)].filter(
        (end) => end !== undefined,
      );
      let parts = carried;
      const first = strips[from]!;
      const used = (first.head ?? 0) - first.start;
      const gathering = looseness.gatherFrom(from);
      for (let to = from + 1; to <= strips.length; to += 1) {
        const own = notesOf(to - 1);
        if (own.length > 0) parts = [...parts, ...own];
        gathering.meet(to);
        const next = strips[to];
        const inColumns = columnsIn(from, to);
        const text = (next?.end ?? end) + used + (next?.slack ?? 0) - (inColumns?.saved ?? 0);
        const isFull = text > height + ROUNDING;
        if (isFull) {
          // Where the lines of an uneven paragraph end is not known so well: the next place may be in its favour.
          if (next?.slack !== undefined) continue;
          if (text - looseness.most > height + ROUNDING) break;
        }
        if (inColumns && !fillsAll(inColumns.columns)) continue;
        const isForced = next === undefined || next.forced !== undefined;
        const tall = heightOf(parts);
        for (const choice of choices(from, to, nextFloat)) {
          if (choice.floats && (text + choice.height > height || isLost(text))) break;
          const room = height - choice.height - text;
          const left = room - tall;
          const add = (part: Pick<PageEnd, "notes" | "rest">, free: number, loose?: LooseChoice) => {
            // The last page of a section ends where its text does.
            const stretched = isForced || free < -ROUNDING ? 0 : stretchedBy(from, to, free);
            // Written out: there are dozens for each strip, and spread objects take five times as long to make.
            ends.push({
              to,
              notes: part.notes,
              rest: part.rest,
              short: Math.max(0, free) - stretched * growthIn(from, to),
              stretched,
              isForced,
              columns: inColumns?.columns,
              floats: choice.floats,
              nextFloat: choice.nextFloat,
              waiting: choice.waiting,
              loose,
            });
          };
          const whole = { notes: parts, rest: NONE };
          const part = isFull ? undefined : left >= -ROUNDING ? whole : divided(parts, room);
          if (part) add(part, left);
          if (inColumns || !(isForced || next.keep === "free")) continue;
          for (const loose of left < -ROUNDING ? gathering.fewer() : gathering.more()) {
            const free = left - loose.height;
            if (free >= -ROUNDING && isOfUse(left, free, isForced)) add(whole, free, loose);
          }
        }
        if (isForced) break;
      }
      return ends;
    },
  };
}

function partHeight({ lines }: GalleyNote, { from, to }: NotePart): number {
  return lines[to - 1]! - (from === 0 ? 0 : lines[from - 1]!);
}
