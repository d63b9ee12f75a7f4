/** What of the text of a page can be read, but not as it should be. */
import { fold } from "../../../../matching/fold.js";
import { FREE, type Letters, UNKNOWN } from "../../../../matching/letters.js";
import type { Box } from "../geometry.js";
import { type Glyphs, HIDING, TRAIT } from "../glyph.js";
import type { ReadPage } from "./pages.js";
import type { Overfull, Place } from "./reading.js";
import type { PageText, RunText } from "./run-text.js";

/** Letters may stick out so far, in points: italics and the sides of initials do. */
const TOLERANCE = 1.2;

/** How far letters of the last line may reach below it, in points: those of some scripts go deeper than a line is high. */
const DESCENT = 4;

/** An initial is so many times as high as the letter behind it. */
const INITIAL = 1.6;

/** With the signs around the letter, and the first letter behind them. */
const LONGEST_INITIAL = 6;

/** How far an initial may stand beside the edge, as a part of its height: its white is cut away. */
const INITIAL_BEARING = 0.3;

/** East Asian signs whose second half is white: at the end of a line it has no room (CSS Text 4, `text-spacing-trim`). */
const HALF_WHITE =
  /^[\u2019\u201d\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301f\uff09\uff0c\uff0e\uff1a\uff1b\uff3d\uff5d\uff60]$/;

/** How far a letter sticks out of the type area. A dropped initial hangs out at the foot by design. */
function strayOf(glyphs: Glyphs, index: number, typeArea: Box): number {
  const area = { ...typeArea, bottom: typeArea.bottom - DESCENT };
  const out = glyphs.stray(index, area);
  if (out <= TOLERANCE) return out;
  const { left: start, bottom, right: end, top } = glyphs.box(index);
  if (HALF_WHITE.test(glyphs.texts[index]!)) {
    return glyphs.stray(index, { ...area, right: area.right + (end - start) / 2 });
  }
  if (!isInitial(glyphs, index)) return out;
  const bearing = (top - bottom) * INITIAL_BEARING;
  const { left, right } = area;
  return glyphs.stray(index, { ...area, left: left - bearing, right: right + bearing, bottom: -Infinity });
}

/** An initial is one letter with the signs around it, as in “I and L’ (CSS Pseudo-Elements 4, `::first-letter`). */
function isInitial(glyphs: Glyphs, index: number): boolean {
  const height = (at: number): number => {
    const { bottom, top } = glyphs.box(at);
    return top - bottom;
  };
  let letters = 0;
  for (let at = index; at < Math.min(glyphs.texts.length, index + LONGEST_INITIAL) && letters < 2; at += 1) {
    if (height(index) > INITIAL * height(at)) return true;
    if (/[\p{L}\p{N}]/u.test(glyphs.texts[at]!)) letters += 1;
  }
  return false;
}

export interface PageFaults {
  readonly cuts: Place[];
  readonly overfull: Overfull[];
  readonly missing: Place[];
}

export function faultsOf(page: ReadPage, { units }: RunText): PageFaults {
  const { printed, letters, index: pageIndex } = page;
  const { glyphs } = printed;
  const { area, beside } = page.text;
  const areas = [area, ...(beside ? [beside] : [])].map((each) => boxOn(printed.paper, each));
  const cuts = openList(pageIndex);
  const overfull = openList(pageIndex);
  const missing = openList(pageIndex);
  const sourceOf = ownerSource(page, letters, units);
  const { texts, hidings, traits } = glyphs;
  for (let index = 0; index < texts.length; index += 1) {
    if (hidings[index] !== HIDING.none) continue;
    const own = traits[index]!;
    if (own & TRAIT.missing && isLetter(texts[index]!)) missing.add(sourceOf(index), glyphs, index);
    if (!(own & TRAIT.tagged)) continue;
    if (own & TRAIT.cut && isLetter(texts[index]!)) cuts.add(sourceOf(index), glyphs, index);
    const by = Math.min(...areas.map((each) => strayOf(glyphs, index, each)));
    if (by > TOLERANCE && isOfText(letters, index)) overfull.add(sourceOf(index), glyphs, index, by);
  }
  return {
    cuts: cuts.places().map(placeOnly),
    missing: missing.places().map(placeOnly),
    overfull: overfull.places().filter(({ text }) => fold(text) !== ""),
  };
}

function placeOnly({ source, text, page }: Overfull): Place {
  return { source, text, page };
}

function isLetter(text: string): boolean {
  return text === UNKNOWN || fold(text) !== "";
}

function boxOn(paper: Box, [left, top, right, bottom]: PageText["area"]): Box {
  return {
    left: paper.left + left,
    right: paper.left + right,
    top: paper.top - top,
    bottom: paper.top - bottom,
  };
}

/** Not so of what is in pictures, and of what users' handlers put where they want it. */
function isOfText({ owners, glyphs }: Letters, index: number): boolean {
  return owners[firstNotBelow(glyphs, index)] !== FREE;
}

/** The place of the block that a glyph belongs to; of one in a picture, that of the text before it. */
function ownerSource({ pieces }: ReadPage, { owners, glyphs }: Letters, units: RunText["units"]) {
  const first = pieces[0]?.id ?? 0;
  return (index: number): string => {
    let at = Math.min(firstNotBelow(glyphs, index), owners.length - 1);
    while (at > 0 && owners[at] === FREE) at -= 1;
    return units[pieces[(owners[at] ?? FREE) - first]?.unit ?? -1]?.source ?? "";
  };
}

/** Index of the first of the ascending numbers that is not below a limit. */
function firstNotBelow(numbers: Uint32Array, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gathers letters by the block that they are in. */
function openList(page: number) {
  const places = new Map<string, { text: string; by: number; last: number }>();
  return {
    add(source: string, glyphs: Glyphs, index: number, by = 0): void {
      const place = places.get(source) ?? { text: "", by: 0, last: index };
      // Words of different lines.
      const gap = index > place.last + 1 && !place.text.endsWith(" ") ? " " : "";
      place.text += gap + glyphs.texts[index]!;
      place.by = Math.max(place.by, by);
      place.last = index;
      places.set(source, place);
    },
    places: (): Overfull[] =>
      [...places].map(([source, { text, by }]) => ({ source, text: text.trim(), page, by })),
  };
}
