/** Where a page may end that begins at a strip, with the notes that then stand at its foot. */
import { columnsOf } from "./columns.js";
import { WEIGHTS } from "./cost.js";
import { type FloatChoice, floatsOf } from "./floats.js";
import type { ColumnsOnPage, Galley, NotePart } from "./galley.js";
import { type LooseChoice, type LooseGathering, loosenessOf } from "./looseness.js";
import { NO_NOTES, type NotesOnPage, notesAtFoot } from "./notes-at-foot.js";
import { divideNotes, type NotesBeside } from "./notes-beside.js";

export interface PageEnd extends NotesOnPage, Pick<FloatChoice, "floats" | "nextFloat" | "waiting"> {
  /** The strip after the last one of the page. */
  readonly to: number;
  /** Notes beside the text. */
  readonly beside?: NotesBeside | undefined;
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
/** Lines that may be missing on a page that is as good as full. */
const ALMOST = 1.5;

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
  const { strips, height, end } = galley;
  const foot = notesAtFoot(galley);
  const { columnsIn, fillsAll } = columnsOf(galley);
  const looseness = loosenessOf(galley);
  const { behind, choices, alone: floatsOn, isLost } = floatsOf(galley);
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

  const notesAlone = (from: number, carried: readonly NotePart[], nextFloat = 0): PageEnd | undefined => {
    if (carried.length === 0) return undefined;
    const short = height - foot.height(carried);
    const page = { to: from, nextFloat, waiting: behind(from) - nextFloat, stretched: 0, isForced: false };
    if (short >= 0) return { ...page, notes: carried, rest: NO_NOTES, short };
    const part = foot.divided(carried, height);
    return part && { ...page, ...part, short: 0 };
  };

  const floatsAlone: PageEnds["floatsAlone"] = (from, rest, nextFloat) => {
    const choice = floatsOn(from, nextFloat);
    if (!choice) return undefined;
    const isForced = strips[from] === undefined || strips[from].forced !== undefined;
    const short = Math.max(0, height - choice.height);
    return { ...choice, to: from, notes: NO_NOTES, rest, short, stretched: 0, isForced };
  };

  /** Paragraphs get other lines so that a page is full, or has not too few lines at the end of a section. */
  const isOfUse = (left: number, free: number, isForced: boolean): boolean => {
    if (left < 0) return free < galley.leading;
    return isForced ? height - left < WEIGHTS.fewLines * galley.leading : free < ALMOST * galley.leading;
  };

  /** Adds the ends at a place: with all that may float there, with lines as they are and with other numbers of them. */
  const addEnds = (place: Place, ends: PageEnd[]): void => {
    const { from, to, text, notes, isFull, isForced, columns } = place;
    const tall = foot.height(notes);
    const whole = { notes, rest: NO_NOTES };
    const keepsLines = columns !== undefined || !(isForced || strips[to]!.keep === "free");
    for (const choice of choices(from, to, place.nextFloat)) {
      if (choice.floats && (text + choice.height > height || isLost(text))) break;
      const room = height - choice.height - text;
      const left = room - tall;
      const part = isFull ? undefined : left >= -ROUNDING ? whole : foot.divided(notes, room);
      if (part) ends.push(endAt(place, choice, part, left));
      if (keepsLines) continue;
      for (const loose of left < -ROUNDING ? place.gathering.fewer() : place.gathering.more()) {
        const free = left - loose.height;
        if (free >= -ROUNDING && isOfUse(left, free, isForced))
          ends.push(endAt(place, choice, whole, free, loose));
      }
    }
  };

  /** @param free what is left of the height of the page; less than nothing where a note goes on. */
  const endAt = (
    { from, to, isForced, columns, beside }: Place,
    { floats, nextFloat, waiting }: FloatChoice,
    { notes, rest }: NotesOnPage,
    free: number,
    loose?: LooseChoice,
  ): PageEnd => {
    // The last page of a section ends where its text does.
    const stretched = isForced || free < -ROUNDING ? 0 : stretchedBy(from, to, free);
    const short = Math.max(0, free) - stretched * growthIn(from, to);
    // Written out: there are dozens for each strip, and spread objects take five times as long to make.
    return {
      to,
      notes,
      beside,
      rest,
      short,
      stretched,
      isForced,
      columns,
      floats,
      nextFloat,
      waiting,
      loose,
    };
  };

  const endsFrom: PageEnds["endsFrom"] = (from, carried, nextFloat = 0) => {
    const alone = [notesAlone(from, carried, nextFloat), floatsAlone(from, carried, nextFloat)];
    const ends = alone.filter((end) => end !== undefined);
    let notes = carried;
    let beside: NotesBeside | undefined;
    const first = strips[from]!;
    const used = (first.head ?? 0) - first.start;
    const gathering = looseness.gatherFrom(from);
    for (let to = from + 1; to <= strips.length; to += 1) {
      const own = foot.of(to - 1);
      if (own.length > 0) {
        const divided = divideNotes(own, beside, galley);
        notes = [...notes, ...divided.atFoot];
        beside = divided.beside;
      }
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
      const columns = inColumns?.columns;
      if (columns && !fillsAll(columns)) continue;
      const isForced = next === undefined || next.forced !== undefined;
      addEnds({ from, to, text, notes, beside, nextFloat, columns, gathering, isFull, isForced }, ends);
      if (isForced) break;
    }
    return ends;
  };

  return {
    notesAlone,
    floatsAlone,
    floatsBehind: behind,
    notesIn: (from, to) => Array.from({ length: to - from }, (_, index) => foot.of(from + index)).flat(),
    endsFrom,
  };
}

/** A place at which a page may end. */
interface Place extends Pick<PageEnd, "to" | "columns" | "isForced" | "beside"> {
  readonly from: number;
  /** Height of the text before it. */
  readonly text: number;
  /** All notes that the page has to hold or begin at its foot. */
  readonly notes: readonly NotePart[];
  readonly nextFloat: number;
  readonly gathering: LooseGathering;
  /** Whether the text is higher than the page: with fewer lines it may fit. */
  readonly isFull: boolean;
}
