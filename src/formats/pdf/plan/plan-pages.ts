/**
 * Plans the pages of a run, all at once: the shortest way from its first strip to its last, where each step is a page.
 *
 * A state is a place in the galley, the side of the page that begins there, what is left of a note, and how the page
 * beside it ends: of all ways to a state only the cheapest matters.
 */
import { costOfLastPage, costOfShortness, costOfSpread, costOfStretch, MOST_SHORT, WEIGHTS } from "./cost.js";
import type { Galley, NotePart, PagePlan, PlannedPage } from "./galley.js";
import { type PageEnd, pageEndsOf } from "./page-ends.js";

interface State {
  readonly cost: number;
  readonly before: State | undefined;
  /** Pages from the state before to this one: one, and maybe an empty one behind it. */
  readonly pages: readonly PlannedPage[];
  readonly side: Galley["side"];
  readonly carried: readonly NotePart[];
  /** Half lines that the left page is short to which the next one is the right one. */
  readonly facing: number | undefined;
}

/** Never fails: what fits nowhere has a page of its own. */
export function planPages(galley: Galley): PagePlan {
  const { strips } = galley;
  if (strips.length === 0)
    return { pages: [{ from: 0, to: 0, notes: [], short: galley.height }], cost: 0, isWhole: true };
  const { endsFrom, notesIn, notesAlone } = pageEndsOf(galley);
  const states = Array.from({ length: strips.length + 1 }, () => new Map<string, State>());
  const start: State = {
    cost: 0,
    before: undefined,
    pages: [],
    side: galley.side,
    carried: [],
    facing: undefined,
  };
  states[0]!.set("", start);
  for (let from = 0; from < strips.length; from += 1) {
    /** All states of a place with the same notes left over have the same pages before them. */
    const known = new Map<string, Steps>();
    for (const state of states[from]!.values()) {
      const notes = notesKey(state.carried);
      const steps = known.get(notes) ?? stepsFrom(from, state.carried);
      known.set(notes, steps);
      for (const end of steps.ends) {
        const next = stateAfter(state, from, end, steps.extra, galley);
        const key = keyOf(next);
        const other = states[end.to]!.get(key);
        if (other === undefined || next.cost < other.cost) states[end.to]!.set(key, next);
      }
    }
    // Nothing leads back to it but the states after it.
    if (from > 0) states[from]!.clear();
  }
  return finished(cheapest([...states[strips.length]!.values()]));

  function stepsFrom(from: number, carried: readonly NotePart[]): Steps {
    const ends = endsFrom(from, carried);
    if (ends.length > 0) return { ends: worthwhile(ends, galley), extra: 0 };
    const notes = [...carried, ...notesIn(from, from + 1)];
    const next = strips[from + 1];
    const isForced = next === undefined || next.forced !== undefined;
    return {
      ends: [{ to: from + 1, notes, rest: [], short: 0, stretched: 0, isForced }],
      extra: WEIGHTS.overflow,
    };
  }

  function finished(last: State): PagePlan {
    const pages: PlannedPage[] = [];
    for (let state: State | undefined = last; state !== undefined; state = state.before)
      pages.unshift(...state.pages);
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

interface Steps {
  readonly ends: readonly PageEnd[];
  /** What each costs besides. */
  readonly extra: number;
}

/** Ends that leave far too much of the page empty are of no use, unless there is nothing else. */
function worthwhile(ends: readonly PageEnd[], { strips, leading }: Galley): readonly PageEnd[] {
  const good = ends.filter(
    ({ to, short, isForced }) => isForced || (short <= MOST_SHORT * leading && strips[to]!.keep === "free"),
  );
  return good.length > 0 ? good : ends;
}

function stateAfter(state: State, from: number, end: PageEnd, extra: number, galley: Galley): State {
  const { strips, leading, height } = galley;
  const next = strips[end.to];
  const lines = end.short / leading;
  let cost = state.cost + extra + WEIGHTS.page + (end.rest.length > 0 ? WEIGHTS.dividedNote : 0);
  if (end.isForced) cost += costOfLastPage((height - end.short) / leading);
  else {
    cost += costOfShortness(lines) + costOfStretch(end.stretched) + WEIGHTS.keep[next!.keep];
    if (state.facing !== undefined) cost += costOfSpread(state.facing / 2, lines);
  }
  const { to, notes, short, stretched } = end;
  const page: PlannedPage = { from, to, notes, short, ...(stretched > 0 && { stretched }) };
  const side = otherSide(state.side);
  const isTurned = next?.forced !== undefined && next.forced !== "page" && next.forced !== side;
  const pages = isTurned ? [page, blankAt(end.to, height)] : [page];
  const isLeft = state.side === "verso";
  return {
    cost,
    before: state,
    pages,
    side: isTurned ? otherSide(side) : side,
    carried: end.rest,
    facing: isLeft && !end.isForced ? Math.round(lines * 2) : undefined,
  };
}

function keyOf({ side, carried, facing }: State): string {
  return `${side === "recto" ? "r" : "v"}${notesKey(carried)}|${facing ?? ""}`;
}

function notesKey(carried: readonly NotePart[]): string {
  return carried.length === 0 ? "" : carried.map(({ note, from }) => `${note}.${from}`).join();
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
