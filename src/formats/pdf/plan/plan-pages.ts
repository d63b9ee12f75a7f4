/**
 * Plans the pages of a run, all at once: the shortest way from its first strip to its last, where each step is a page.
 *
 * A state is a place in the galley, the side of the page that begins there, what is left of a note, and how the page
 * beside it ends: of all ways to a state only the cheapest matters.
 */
import {
  costOfColumn,
  costOfLastPage,
  costOfShortness,
  costOfSpread,
  costOfStretch,
  MOST_SHORT,
  WEIGHTS,
} from "./cost.js";
import type { Galley, NotePart, PagePlan, PlannedPage } from "./galley.js";
import { type PageEnd, pageEndsOf } from "./page-ends.js";

interface State {
  readonly cost: number;
  readonly before: State | undefined;
  /** The page from the state before to this one begins with this strip. */
  readonly from: number;
  /** How it ends; none for the state at the start. */
  readonly end: PageEnd | undefined;
  /** An empty page is behind it. */
  readonly isTurned: boolean;
  readonly side: Galley["side"];
  readonly carried: readonly NotePart[];
  /** The first figure that floats which is on none of its pages. */
  readonly nextFloat: number;
  /** Half lines that the left page is short to which the next one is the right one. */
  readonly facing: number | undefined;
}

/** Never fails: what fits nowhere has a page of its own. */
export function planPages(galley: Galley): PagePlan {
  const { strips } = galley;
  if (strips.length === 0)
    return { pages: [{ from: 0, to: 0, notes: [], short: galley.height }], cost: 0, isWhole: true };
  const { endsFrom, notesIn, notesAlone, floatsAlone, floatsBehind } = pageEndsOf(galley);
  const states = Array.from({ length: strips.length + 1 }, () => new Map<number | string, State>());
  const start: State = {
    cost: 0,
    before: undefined,
    from: 0,
    end: undefined,
    isTurned: false,
    side: galley.side,
    carried: [],
    nextFloat: 0,
    facing: undefined,
  };
  states[0]!.set(-1, start);
  for (let from = 0; from <= strips.length; from += 1) {
    /** All states of a place with the same notes and figures left over have the same pages before them. */
    const known = new Map<string, readonly Step[]>();
    for (const state of states[from]!.values()) {
      const left = leftKey(state.carried, floatsBehind(from) - state.nextFloat);
      const steps = known.get(left) ?? stepsFrom(from, state.carried, state.nextFloat);
      known.set(left, steps);
      for (const step of steps) take(state, from, step);
    }
    // Nothing leads back to it but the states after it.
    if (from > 0 && from < strips.length) states[from]!.clear();
  }
  const all = [...states[strips.length]!.values()];
  return finished(cheapest(all.filter(({ nextFloat }) => nextFloat === floatsBehind(strips.length))));

  /** Most steps are not worth a state: what one costs is known before it is made. */
  function take(state: State, from: number, step: Step): void {
    const { end } = step;
    const facing = state.side === "verso" ? step.facing : undefined;
    const side = otherSide(state.side);
    // Figures that are left over have a page before the next section begins.
    const forced = end.waiting > 0 ? undefined : strips[end.to]?.forced;
    const isTurned = forced !== undefined && forced !== "page" && forced !== side;
    const next = isTurned ? otherSide(side) : side;
    const cost = costAfter(state, step);
    const key = keyOf(next, facing, end.rest, end.waiting);
    const other = states[end.to]!.get(key);
    if (other !== undefined && cost >= other.cost) return;
    states[end.to]!.set(key, {
      cost,
      before: state,
      from,
      end,
      isTurned,
      side: next,
      carried: end.rest,
      nextFloat: end.nextFloat,
      facing,
    });
  }

  function stepsFrom(from: number, carried: readonly NotePart[], nextFloat: number): readonly Step[] {
    const next = strips[from];
    const waiting = floatsBehind(from) - nextFloat;
    if (next === undefined || (waiting > 0 && next.forced !== undefined)) {
      const alone = floatsAlone(from, carried, nextFloat);
      return alone ? [stepTo(from, alone, 0, galley)] : [];
    }
    const ends = endsFrom(from, carried, nextFloat);
    if (ends.length > 0) return worthwhile(ends, galley).map((end) => stepTo(from, end, 0, galley));
    const notes = [...carried, ...notesIn(from, from + 1)];
    const end = {
      to: from + 1,
      notes,
      rest: [],
      short: 0,
      stretched: 0,
      isForced: strips[from + 1] === undefined || strips[from + 1]!.forced !== undefined,
      nextFloat,
      waiting: floatsBehind(from + 1) - nextFloat,
    };
    return [stepTo(from, end, WEIGHTS.overflow, galley)];
  }

  function finished(last: State): PagePlan {
    const pages: PlannedPage[] = [];
    for (let state: State | undefined = last; state !== undefined; state = state.before) {
      if (state.isTurned) pages.push(blankAt(state.end!.to, galley.height));
      if (state.end) pages.push(pageOf(state.from, state.end));
    }
    pages.reverse();
    // When the text has ended, what is left of notes goes on.
    for (let carried = last.carried; carried.length > 0; ) {
      const to = strips.length;
      const { notes, rest, short } = notesAlone(to, carried) ?? { notes: carried, rest: [], short: 0 };
      pages.push({ from: to, to, notes, short });
      carried = rest;
    }
    return { pages, cost: last.cost, isWhole: last.cost < WEIGHTS.overflow };
  }
}

/** A page that may come next, with what of its cost is the same whatever is before it. */
interface Step {
  readonly end: PageEnd;
  /** What it costs to take a page at all, and to begin its columns where it does. */
  readonly extra: number;
  readonly divided: number;
  /** The line before it ends in a hyphen. */
  readonly isHyphen: boolean;
  readonly own: number;
  /** Lines that are missing at its foot. */
  readonly lines: number;
  /** For the page that it faces: half lines, as in a state. */
  readonly facing: number | undefined;
}

/** Ends that leave far too much of the page empty are of no use, unless there is nothing else. */
function worthwhile(ends: readonly PageEnd[], { strips, leading }: Galley): readonly PageEnd[] {
  const good = ends.filter(
    ({ to, short, isForced }) => isForced || (short <= MOST_SHORT * leading && strips[to]!.keep === "free"),
  );
  return good.length > 0 ? good : ends;
}

function stepTo(from: number, end: PageEnd, extra: number, { strips, leading, height }: Galley): Step {
  const lines = end.short / leading;
  return {
    end,
    extra: extra + costOfColumns(end, strips, leading) + costOfFloats(end, from) + (end.loose?.cost ?? 0),
    isHyphen: strips[end.to]?.isDivided === true,
    divided: end.rest.length > 0 ? WEIGHTS.dividedNote : 0,
    own: end.isForced
      ? costOfLastPage((height - end.short) / leading)
      : costOfShortness(lines, strips[end.to]!.goesOn) +
        costOfStretch(end.stretched) +
        WEIGHTS.keep[strips[end.to]!.keep],
    lines,
    facing: end.isForced ? undefined : Math.round(lines * 2),
  };
}

function costOfColumns({ to, columns = [] }: PageEnd, strips: Galley["strips"], leading: number): number {
  const last = columns.at(-1);
  const uneven = last && last.to === to && to < strips.length ? costOfColumn(last.short / leading) : 0;
  const begins = columns.flatMap((each) => each.begins);
  return begins.reduce((sum, strip) => sum + WEIGHTS.keep[strips[strip]!.keep], uneven);
}

/** @param from the strip with which the page begins. */
function costOfFloats({ to, floats, waiting }: PageEnd, from: number): number {
  return waiting * WEIGHTS.waitingFloat + (floats && to === from ? WEIGHTS.floatsAlone : 0);
}

function costAfter(state: State, { end, extra, divided, isHyphen, own, lines }: Step): number {
  const hyphen = isHyphen ? WEIGHTS.hyphen[state.side] : 0;
  const cost = state.cost + extra + WEIGHTS.page + divided + own + hyphen;
  if (end.isForced || state.facing === undefined) return cost;
  return cost + costOfSpread(state.facing / 2, lines);
}

function pageOf(
  from: number,
  { to, notes, beside, short, stretched, columns, floats, loose }: PageEnd,
): PlannedPage {
  const more = {
    ...(beside && { beside: beside.notes }),
    ...(loose && { loosened: loose.loosened }),
    ...(stretched > 0 && { stretched }),
    ...(columns && { columns }),
    ...(floats && { floats }),
  };
  return { from, to, notes, short, ...more };
}

/** A number where nothing is left over, which is nearly everywhere: there are hundreds of thousands. */
function keyOf(
  side: Galley["side"],
  facing: number | undefined,
  carried: readonly NotePart[],
  waiting: number,
): number | string {
  const key = (facing === undefined ? 0 : facing + 1) * 2 + (side === "recto" ? 1 : 0);
  return carried.length === 0 && waiting === 0 ? key : `${key}|${leftKey(carried, waiting)}`;
}

/** @param waiting figures. */
function leftKey(carried: readonly NotePart[], waiting: number): string {
  if (carried.length === 0 && waiting === 0) return "";
  return `${carried.map(({ note, from }) => `${note}.${from}`).join()}|${waiting}`;
}

function otherSide(side: Galley["side"]): Galley["side"] {
  return side === "recto" ? "verso" : "recto";
}

function blankAt(strip: number, short: number): PlannedPage {
  return { from: strip, to: strip, notes: [], short, isBlank: true };
}

function cheapest(states: readonly State[]): State {
  const costOf = ({ cost, carried }: State) => cost + (carried.length > 0 ? WEIGHTS.notesAlone : 0);
  return states.reduce((best, each) => (costOf(each) < costOf(best) ? each : best));
}
