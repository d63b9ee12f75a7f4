/**
 * Turns straight quotation marks and apostrophes into those of the language.
 *
 * One pass from left to right with a stack of open quotations. Marks that are right already
 * open and close quotations just as the straight ones do, so a second pass finds nothing new.
 * What may be a prime (`6'2"`) stays as it is.
 */
import type { Edit } from "./line.js";
import type { QuotePair, Typography } from "./rules.js";

const APOSTROPHE = "’";
const MARKS = /["'«»‹›“”„‚‘’]/;
const OPENING_CONTEXT = /[\s([{¿¡–—/-]/;
const CLOSING_CONTEXT = /[\s.,;:!?)\]}…–—/-]/;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const DIGIT = /\d/;

interface Scan {
  readonly text: string;
  readonly rules: Typography;
  /** The quotations that are open, the innermost one last. */
  readonly open: { pair: QuotePair; single: boolean }[];
  /** The place of the first sign at or after each place that is no mark. */
  readonly ink: Uint32Array;
  /** Where the last mark stands that may close a single quotation. */
  readonly lastClose: number;
  readonly edits: Edit[];
}

export function quoteEdits(text: string, rules: Typography): Edit[] {
  if (!text.includes('"') && !text.includes("'")) return [];
  // A mark all alone stands for a repetition.
  if (text.trim() === '"') return [];
  const ink = inkAfter(text);
  const scan: Scan = { text, rules, open: [], ink, lastClose: lastSingleClose(text), edits: [] };
  // A mark that opened a quotation is a gap for the mark after it, one that closed it is ink.
  let opened = false;
  for (let at = 0; at < text.length; at++) {
    if (!MARKS.test(text[at]!)) {
      opened = false;
      continue;
    }
    opened = readMark(scan, at, opened);
  }
  return scan.edits;
}

/** @returns true when the mark opens a quotation. */
function readMark(scan: Scan, at: number, opened: boolean): boolean {
  const mark = scan.text[at]!;
  if (mark === '"') return readDouble(scan, at, opened);
  if (mark === "'" || mark === APOSTROPHE) return readSingle(scan, at, opened);
  return readTypeset(scan, mark);
}

function readDouble(scan: Scan, at: number, opened: boolean): boolean {
  const depth = doublesOpen(scan);
  if (depth === 0 && DIGIT.test(scan.text[at - 1] ?? "")) return false;
  const gapBefore = isGapBefore(scan, at, opened);
  const gapAfter = isGapAfter(scan, at);
  const opens = gapBefore === gapAfter ? depth === 0 || (gapBefore && opened) : gapBefore;
  const pair = scan.rules.quotes[opens ? depth % 2 : 0]!;
  if (opens) {
    open(scan, pair, false);
    scan.edits.push({ start: at, end: at + 1, put: pair[0] });
    return true;
  }
  const closed = closeInnermost(scan, ({ single }) => !single) ?? pair;
  scan.edits.push({ start: at, end: at + 1, put: closed[1] });
  return false;
}

function readSingle(scan: Scan, at: number, opened: boolean): boolean {
  const { text, rules, edits } = scan;
  const straight = text[at] === "'";
  const put = (mark: string) => straight && edits.push({ start: at, end: at + 1, put: mark });
  const gapBefore = isGapBefore(scan, at, opened);
  const next = text[at + 1] ?? "";
  if (!gapBefore && LETTER.test(next)) {
    // Minutes, feet: `6'2`. A century: `1990's`.
    const isPrime = DIGIT.test(text[at - 1] ?? "") && DIGIT.test(next);
    if (!isPrime) put(APOSTROPHE);
    return false;
  }
  if (!gapBefore && isSingleClose(text, at)) return closeSingle(scan, at, put);
  if (!straight) return false;
  const opens =
    gapBefore &&
    !isGapAfter(scan, at) &&
    at < scan.lastClose &&
    !rules.elisions?.test(text.slice(at + 1, at + 16));
  put(opens ? rules.single[0] : APOSTROPHE);
  if (opens) open(scan, rules.single, true);
  return opens;
}

function closeSingle(scan: Scan, at: number, put: (mark: string) => void): boolean {
  const innermost = scan.open.at(-1);
  if (innermost?.single && (scan.text[at] === "'" || innermost.pair[1] === APOSTROPHE)) {
    scan.open.pop();
    put(innermost.pair[1]);
  } else if (!DIGIT.test(scan.text[at - 1] ?? "")) put(APOSTROPHE);
  return false;
}

/** A mark that was typeset by the author, or by a pass before this one. */
function readTypeset(scan: Scan, mark: string): boolean {
  const { quotes, single } = scan.rules;
  // Closing comes first: “ closes in German and opens elsewhere.
  const closes = scan.open.findLastIndex(({ pair }) => pair[1] === mark);
  if (closes >= 0) {
    scan.open.length = closes;
    return false;
  }
  const pair = [...quotes, single].find(([open]) => open === mark);
  if (!pair) return false;
  open(scan, pair, pair === single && !quotes.includes(pair));
  return true;
}

/** Nobody quotes deeper: more is noise, which must not cost time. */
const DEEPEST = 16;

function open(scan: Scan, pair: QuotePair, single: boolean): void {
  if (scan.open.length < DEEPEST) scan.open.push({ pair, single });
}

function closeInnermost(scan: Scan, matches: (open: Scan["open"][number]) => boolean): QuotePair | undefined {
  const index = scan.open.findLastIndex(matches);
  if (index < 0) return undefined;
  const { pair } = scan.open[index]!;
  scan.open.length = index;
  return pair;
}

function doublesOpen(scan: Scan): number {
  return scan.open.filter(({ single }) => !single).length;
}

function isGapBefore({ text }: Scan, at: number, opened: boolean): boolean {
  const before = text[at - 1];
  if (before === undefined || opened) return true;
  // An elided article: l'"amour".
  const isElision =
    /['’]/.test(before) && /\p{L}/u.test(text[at - 2] ?? "") && LETTER.test(text[at + 1] ?? "");
  return isElision || OPENING_CONTEXT.test(before);
}

/** What stands after a mark is what stands after all the marks that follow it. */
function isGapAfter({ text, ink }: Scan, at: number): boolean {
  const next = text[ink[at + 1]!];
  return next === undefined || CLOSING_CONTEXT.test(next);
}

function inkAfter(text: string): Uint32Array {
  const ink = new Uint32Array(text.length + 1).fill(text.length);
  for (let at = text.length - 1; at >= 0; at--) ink[at] = MARKS.test(text[at]!) ? ink[at + 1]! : at;
  return ink;
}

function isSingleClose(text: string, at: number): boolean {
  return !LETTER.test(text[at + 1] ?? "");
}

function lastSingleClose(text: string): number {
  for (let at = text.length - 1; at > 0; at--) {
    if (!/['’]/.test(text[at]!) || !isSingleClose(text, at)) continue;
    if (!OPENING_CONTEXT.test(text[at - 1]!)) return at;
  }
  return -1;
}
