/**
 * The text of one Markdown file, cleaned, with its lines.
 *
 * Every later step speaks of places as offsets into `text`; only here do they become
 * lines and columns.
 */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { type FrontMatter, frontMatterOf, withoutFrontMatter } from "../model/front-matter.js";

export interface Source {
  readonly file: string;
  /** Lines end in `\n`; no byte order mark, no control characters. */
  readonly text: string;
  /** The offset of each line's first character. */
  readonly lineStarts: readonly number[];
  /** For each line, the line of the file that it stands for (from 0), when that is another one. */
  readonly origins?: readonly number[];
  /** What stood at its top, of which `text` has empty lines. */
  readonly frontMatter?: FrontMatter;
}

/** A place as hast has it: line and column count from 1, columns in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

/** What XML cannot hold, and what has no meaning in a text: all but tab and line feed. */
const UNFIT = /[\p{Cc}\p{Cs}\uFFFE\uFFFF](?<![\t\n])/gu;

/**
 * Embeddings, overrides and isolates of UAX #9. Well-set Arabic and Hebrew need none of them in
 * Markdown, and they can make a text say one thing and mean another (CVE-2021-42574).
 */
const OVERRIDE = /[\u202A\u202B\u202D\u202E\u2066-\u2069]/;

/**
 * Cleans the text; what it cannot keep becomes U+FFFD, with one warning for the file.
 *
 * @param origins For a text that was put together: see `Source`.
 */
export function readSource(file: string, raw: string, report: Report, origins?: readonly number[]): Source {
  const whole = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const frontMatter = frontMatterOf(whole);
  const lines = frontMatter === undefined ? whole : withoutFrontMatter(whole);
  const first = lines.search(UNFIT);
  const text = first < 0 ? lines : lines.replace(UNFIT, "\uFFFD");
  const source = {
    file,
    text,
    lineStarts: findLineStarts(text),
    ...(origins === undefined ? {} : { origins }),
    ...(frontMatter === undefined ? {} : { frontMatter }),
  };
  const turned = text.search(OVERRIDE);
  if (turned >= 0) report(overridden(text.charCodeAt(turned), locate(source, turned)));
  if (first >= 0) report(unfit(lines.codePointAt(first) ?? 0, locate(source, first)));
  return source;
}

function overridden(codePoint: number, at: Location) {
  return diagnostic(
    "bidi-control",
    `The text has the character ${nameOf(codePoint)}, which shows letters in another order than they are written`,
    at,
    "Delete it, or write `<bdo dir>` or `<bdi>` instead, which everyone can see",
  );
}

function nameOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

function unfit(codePoint: number, at: Location) {
  const name = nameOf(codePoint);
  return diagnostic(
    "control-character",
    `The text has a control character, ${name}, which no book can show; each is replaced with U+FFFD`,
    at,
    "Delete the character; an editor that shows invisible characters shows it",
  );
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column of an offset; an offset past the end is the end. */
export function placeOf(source: Source, offset: number): Place {
  const at = Math.max(0, Math.min(offset, source.text.length));
  const line = lastAtOrBelow(source.lineStarts, at);
  return { line: (source.origins?.[line] ?? line) + 1, column: at - source.lineStarts[line]! + 1 };
}

/** The place of an offset for a diagnostic. */
export function locate(source: Source, offset: number): Location {
  return { file: source.file, ...placeOf(source, offset) };
}

/** The text of a line without its end, and where it starts; lines count from 0. */
export function lineOf(source: Source, line: number): { text: string; start: number } {
  const start = source.lineStarts[line] ?? source.text.length;
  const next = source.lineStarts[line + 1];
  return { text: source.text.slice(start, next === undefined ? undefined : next - 1), start };
}

/** The offset of the first character of a line that is not a blank; lines count from 0. */
export function lineContentStart(source: Source, line: number): number {
  const { text, start } = lineOf(source, line);
  return start + (text.length - text.trimStart().length);
}

/** The offset after the last character before `line` that is not a blank; lines count from 0. */
export function blockEnd(source: Source, line: number): number {
  let end = source.lineStarts[line] ?? source.text.length;
  while (end > 0 && isBlank(source.text.charCodeAt(end - 1))) end--;
  return end;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a;
}

/** The index of the last entry of an ascending list that is not above `value`; 0 when all are. */
export function lastAtOrBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
