/**
 * Finds the texts of a page among its letters.
 *
 * A browser paints text in the order of the document, so nearly all of a page agrees as it stands. What
 * stands elsewhere (floats, notes, columns), what is parted (by lines of another direction), and single
 * letters (of formulas) are looked for among the letters that are left: the longest first, so that a short
 * text does not take the letters of a long one.
 */
import { type Word, wordsOf } from "./fold.js";
import { FREE, findFree, isFree, type Letters, type Span, UNKNOWN } from "./letters.js";

/** A text that should be there. */
export interface Sought {
  /** Its number: owner of the letters that are found. */
  readonly id: number;
  readonly raw: string;
  /** Folded. */
  readonly text: string;
  /** What of it has not been found. */
  gaps: Span[];
}

export function soughtText(id: number, raw: string, text: string): Sought {
  return { id, raw, text, gaps: text === "" ? [] : [{ from: 0, to: text.length }] };
}

/** Shorter texts are too often somewhere else as well. */
const SEED = 8;

const HIGH_SURROGATE = /[\uD800-\uDBFF]/;

/** Longer texts stand in one place only. */
const UNIQUE = 32;

/** So many texts may be painted behind one that follows them: in a formula, a letter behind its accents. */
const OVERTAKEN = 4;

/** So many texts may be painted behind one that follows them: the lower limit of a sum behind the upper one. */
const AHEAD = 8;

/** Texts in the order in which they are probably painted. */
export function findInOrder(letters: Letters, texts: readonly Sought[]): void {
  if (agreeAsTheyStand(letters, texts)) return;
  const sought = texts.filter(({ gaps }) => gaps.length > 0);
  const later: Sought[] = [];
  let next = 0;
  const takeAt = (each: Sought, at: number): void => {
    take(letters, each, { from: 0, to: each.text.length }, at);
    next = at + each.text.length;
  };
  const takeOvertaken = (due: Sought, following: Sought | undefined): void => {
    const behind = overtaken(letters, later, due, following, next);
    if (behind === undefined) return;
    later.splice(later.indexOf(behind), 1);
    takeAt(behind, next);
    takeOvertaken(due, following);
  };
  sought.forEach((each, index) => {
    takeOvertaken(each, sought[index + 1]);
    const at = placeInOrder(letters, each, sought.slice(index + 1, index + 1 + AHEAD), next);
    if (at < 0) later.push(each);
    else takeAt(each, at);
  });
  findAmongRest(letters, later);
}

/**
 * The longest of the last texts without a place that stands here, where the one that is due would take less and is
 * not followed by the next. A short one, which may be the beginning of any other, has to be followed by the one that
 * is due.
 */
function overtaken(
  letters: Letters,
  later: readonly Sought[],
  due: Sought,
  following: Sought | undefined,
  next: number,
): Sought | undefined {
  if (following !== undefined && standInRow(letters, due, following, next)) return undefined;
  const least = standsAt(letters, due, next) ? due.text.length : 0;
  const last = later.slice(-OVERTAKEN);
  return last
    .filter((each) => each.text.length > least && standsAt(letters, each, next))
    .sort((one, other) => other.text.length - one.text.length)
    .find((each) => each.text.length >= SEED || leadsTo(letters, last, each, due, next));
}

function standInRow(letters: Letters, first: Sought, second: Sought, at: number): boolean {
  return standsAt(letters, first, at) && standsAt(letters, second, at + first.text.length);
}

function standsAt(letters: Letters, { text }: Sought, at: number): boolean {
  return letters.text.startsWith(text, at) && isFree(letters, at, at + text.length);
}

/** True when the one that is due stands behind a text, or behind others of them that stand between the two. */
function leadsTo(
  letters: Letters,
  texts: readonly Sought[],
  first: Sought,
  due: Sought,
  at: number,
): boolean {
  const end = at + first.text.length;
  if (standsAt(letters, due, end)) return true;
  const others = texts.filter((each) => each !== first);
  return others.some((each) => standsAt(letters, each, end) && leadsTo(letters, others, each, due, end));
}

/**
 * Where a text stands that comes next, or behind something else. One that is lost may be found inside of
 * another: it has to be long, or the text after it has to follow.
 */
function placeInOrder(letters: Letters, sought: Sought, following: readonly Sought[], next: number): number {
  const { text } = sought;
  if (standsAt(letters, sought, next)) return beginsAnother(letters, sought, following, next) ? -1 : next;
  if (text.length < SEED) return -1;
  const at = findFree(letters, text, next);
  if (at < 0 || text.length >= UNIQUE) return at;
  const behind = following[0]?.text.slice(0, SEED) ?? "";
  return behind !== "" && letters.text.startsWith(behind, at + text.length) ? at : -1;
}

/** True when a short text stands at the beginning of a longer one that is painted before it. */
function beginsAnother(
  letters: Letters,
  { text }: Sought,
  following: readonly Sought[],
  at: number,
): boolean {
  const [due] = following;
  if (text.length >= SEED || due === undefined || standsAt(letters, due, at + text.length)) return false;
  return following.some((each) => each.text.length > text.length && standsAt(letters, each, at));
}

/** All letters of a page belong to its texts, one after another. */
function agreeAsTheyStand(letters: Letters, texts: readonly Sought[]): boolean {
  let at = 0;
  for (const { text } of texts) {
    if (!letters.text.startsWith(text, at)) return false;
    at += text.length;
  }
  if (at !== letters.text.length) return false;
  at = 0;
  for (const sought of texts) {
    letters.owners.fill(sought.id, at, at + sought.text.length);
    at += sought.text.length;
    sought.gaps = [];
  }
  return true;
}

/** Looks for what is still missing of texts among letters that are left. */
export function findAmongRest(letters: Letters, texts: readonly Sought[]): void {
  if (texts.length === 0 || !letters.owners.includes(FREE)) return;
  const longestFirst = [...texts].sort((one, other) => other.text.length - one.text.length);
  for (const find of [findWhole, findParts, findWords, findLetterByLetter]) {
    for (const sought of longestFirst) if (sought.gaps.length > 0) find(letters, sought);
  }
}

function findWhole(letters: Letters, sought: Sought): void {
  for (const gap of [...sought.gaps]) {
    const at = findFree(letters, sought.text.slice(gap.from, gap.to));
    if (at >= 0) take(letters, sought, gap, at);
  }
}

/** Parts between which something else is painted. */
function findParts(letters: Letters, sought: Sought): void {
  const { text } = sought;
  for (const gap of [...sought.gaps]) {
    let next = 0;
    for (let from = gap.from; from + SEED <= gap.to; from += 1) {
      const seed = text.slice(from, from + SEED);
      const ahead = findFree(letters, seed, next);
      const at = ahead < 0 ? findFree(letters, seed) : ahead;
      if (at < 0) continue;
      let length = SEED;
      while (
        from + length < gap.to &&
        letters.owners[at + length] === FREE &&
        letters.text[at + length] === text[from + length]
      ) {
        length += 1;
      }
      // Half of a character is none: many emoji begin alike.
      if (HIGH_SURROGATE.test(text[from + length - 1]!)) length -= 1;
      take(letters, sought, { from, to: from + length }, at);
      next = at + length;
      from += length - 1;
    }
  }
}

/** Calls for each part of a word that is missing. */
function eachMissingWord({ raw, gaps }: Sought, visit: (part: Span, word: Word) => void): void {
  const words = wordsOf(raw);
  for (const gap of [...gaps]) {
    for (const word of words) {
      const part = { from: Math.max(gap.from, word.from), to: Math.min(gap.to, word.to) };
      if (part.from < part.to) visit(part, word);
    }
  }
}

function findWords(letters: Letters, sought: Sought): void {
  eachMissingWord(sought, (part) => {
    const at = findFree(letters, sought.text.slice(part.from, part.to));
    if (at >= 0) take(letters, sought, part, at);
  });
}

/**
 * Where letters are painted in another order, all letters of a word have to be there; any letter may be one
 * of which the file does not say what it is. A word that is lost is still missed: others need their letters.
 */
function findLetterByLetter(letters: Letters, sought: Sought): void {
  const { isReordered } = letters;
  if (!isReordered && findFree(letters, UNKNOWN) < 0) return;
  eachMissingWord(sought, (part) => {
    const places: number[] = [];
    for (const letter of sought.text.slice(part.from, part.to)) {
      const known = isReordered ? findFreeBut(letters, letter, places) : -1;
      const at = known < 0 ? findFreeBut(letters, UNKNOWN, places) : known;
      if (at < 0) return;
      places.push(at);
    }
    for (const at of places) letters.owners[at] = sought.id;
    close(sought, part);
  });
}

/** Where a letter stands that nobody has taken, at none of some places. */
function findFreeBut(letters: Letters, letter: string, places: readonly number[]): number {
  let at = findFree(letters, letter);
  while (at >= 0 && places.includes(at)) at = findFree(letters, letter, at + 1);
  return at;
}

function take(letters: Letters, sought: Sought, part: Span, at: number): void {
  letters.owners.fill(sought.id, at, at + part.to - part.from);
  close(sought, part);
}

/** Takes a part out of what is missing. */
function close(sought: Sought, { from, to }: Span): void {
  sought.gaps = sought.gaps.flatMap((gap) => {
    if (to <= gap.from || from >= gap.to) return [gap];
    const rest = [
      { from: gap.from, to: from },
      { from: to, to: gap.to },
    ];
    return rest.filter((each) => each.from < each.to);
  });
}
