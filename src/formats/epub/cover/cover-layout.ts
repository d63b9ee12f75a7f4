/**
 * The words of a drawn cover, broken into lines that fit.
 *
 * SVG does not wrap text. Line lengths are estimated from an average letter, wide enough
 * that no usual typeface runs over the edge.
 */
import { enumeration, type Wording } from "../../../language/words.js";
import type { Metadata } from "../../../model/metadata.js";

/** Width and height of the drawing; shops ask for 1:1.6 and at least 1600 × 2560 pixels. */
export const COVER_SIZE = { width: 1600, height: 2560 } as const;

/** Width that text may take: the drawing less its margins. */
const MEASURE = 1240;

/** An average letter in ems, with some air: capitals and wide typefaces need it. */
const LETTER = 0.6;

const TITLE_TOP = 560;
const TITLE_SIZES = [230, 200, 175, 150, 130, 112, 96, 80] as const;
const TITLE_LINES = 5;
const TITLE_LEADING = 1.14;
const SUBTITLE = { size: 74, leading: 1.3, gap: 90, lines: 5 } as const;
const AUTHORS = { size: 84, leading: 1.25, bottom: 2180, lines: 4, most: 8 } as const;
/** Of a title that fits at no size. */
const MOST_TITLE_LINES = 16;
/** Letters of which no drawing has room for more. */
const MOST_LETTERS = 2000;

interface CoverLine {
  readonly text: string;
  /** Baseline, from the top of the drawing. */
  readonly y: number;
}

export interface CoverLayout {
  readonly width: number;
  readonly height: number;
  readonly titleSize: number;
  readonly title: readonly CoverLine[];
  readonly subtitle: readonly CoverLine[];
  readonly authors: readonly CoverLine[];
  readonly publisher: string | undefined;
  /** Where the title and its subtitle end. */
  readonly textBottom: number;
}

/** @param wording in whose words names are joined. */
export function coverLayout(metadata: Metadata, wording: Wording = { metadata }): CoverLayout {
  const title = fitTitle(metadata.title);
  const titleLines = stack(title.lines, TITLE_TOP + title.size, title.size * TITLE_LEADING);
  const titleBottom = titleLines.at(-1)!.y;
  const subtitle = shortened(fitLines(metadata.subtitle ?? "", SUBTITLE.size), SUBTITLE.size, SUBTITLE.lines);
  const subtitleTop = titleBottom + SUBTITLE.gap + SUBTITLE.size;
  const subtitleLines = stack(subtitle, subtitleTop, SUBTITLE.size * SUBTITLE.leading);
  return {
    ...COVER_SIZE,
    titleSize: title.size,
    title: titleLines,
    subtitle: subtitleLines,
    authors: authorLines(metadata, wording),
    publisher: metadata.publisher,
    textBottom: subtitleLines.at(-1)?.y ?? titleBottom,
  };
}

/** The largest size at which the title takes few lines and no word is cut. */
function fitTitle(whole: string): { size: number; lines: string[] } {
  const title = whole.slice(0, MOST_LETTERS);
  for (const size of TITLE_SIZES) {
    const lines = wrap(title, size);
    const fits = lines.every((line) => line.length * size * LETTER <= MEASURE);
    if (fits && lines.length <= TITLE_LINES) return { size, lines: balanced(lines.join(" "), lines.length) };
  }
  const size = TITLE_SIZES.at(-1)!;
  return { size, lines: shortened(wrap(title, size), size, MOST_TITLE_LINES) };
}

function fitLines(whole: string, size: number): string[] {
  const text = whole.slice(0, MOST_LETTERS);
  const lines = wrap(text, size);
  return lines.length === 0 ? lines : balanced(text, lines.length);
}

/** Authors stand at the foot, so their last line is always in one place. */
function authorLines(metadata: Metadata, wording: Wording): CoverLine[] {
  const authors = metadata.contributors.filter((each) => each.role === "aut").map((each) => each.name);
  const wrapped =
    authors.length <= AUTHORS.lines
      ? authors.flatMap((name) => wrap(name, AUTHORS.size))
      : wrap(enumeration(wording, authors), AUTHORS.size);
  const lines = shortened(wrapped, AUTHORS.size, AUTHORS.most);
  const leading = AUTHORS.size * AUTHORS.leading;
  return stack(lines, AUTHORS.bottom - (lines.length - 1) * leading, leading);
}

function stack(lines: readonly string[], top: number, leading: number): CoverLine[] {
  return lines.map((text, index) => ({ text, y: Math.round(top + index * leading) }));
}

function wrap(text: string, size: number): string[] {
  return wrapAt(text, Math.floor(MEASURE / (size * LETTER)));
}

/** @param limit Letters of a line. */
function wrapAt(text: string, limit: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= limit)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** The same number of lines, each as long as the others as far as words allow: no lone word at the end. */
function balanced(text: string, count: number): string[] {
  for (let limit = Math.ceil(text.length / count); ; limit += 1) {
    const lines = wrapAt(text, limit);
    if (lines.length <= count) return lines;
  }
}

/** No more lines than there is room for, none longer than a line; what is left out shows as `…`. */
function shortened(lines: readonly string[], size: number, most: number): string[] {
  const whole = lines.flatMap((line) => cut(line, size));
  if (whole.length <= most) return whole;
  return [...whole.slice(0, most - 1), `${whole[most - 1]!.slice(0, -1)}…`];
}

/** A word longer than a line is cut: better than a title that leaves the cover. */
function cut(line: string, size: number): string[] {
  const limit = Math.floor(MEASURE / (size * LETTER));
  const letters = [...line.slice(0, MOST_LETTERS)];
  const pieces: string[] = [];
  for (let start = 0; start < letters.length; start += limit) {
    pieces.push(letters.slice(start, start + limit).join(""));
  }
  return pieces;
}
