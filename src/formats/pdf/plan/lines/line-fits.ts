/** Tells how a line would look that has some of the pieces of a paragraph: sums are made once, lines are differences of them. */
import { JOINT, type MeasuredParagraph } from "./paragraph.js";
import { WEIGHTS } from "./weights.js";

export interface LineFit {
  /** How much the line is spread: 0 as it is, 1 all that it may stretch, −1 all that it may shrink. */
  readonly ratio: number;
  /** What is left of the measure with natural spaces; less than nothing when they have to shrink. */
  readonly slack: number;
  /** What the line is wide with natural spaces. */
  readonly natural: number;
  readonly spaces: number;
}

export interface LineFits {
  /**
   * @param from the first piece of the line.
   * @param end its last one.
   * @param line its number: the first ones may be shorter than the others.
   * @param emergency what it may stretch beyond its spaces and letters.
   */
  fit(from: number, end: number, line: number, emergency: number): LineFit;
  /** What letters may give, in pixels for each: apart when it is positive. */
  tracking(from: number, end: number, line: number, ratio: number): number;
  /** How much wider a line can be made than it is, before it is loose. */
  stretch(from: number, end: number, line: number): number;
  /** How many letters a line has that may be tracked, and spaces. */
  letters(from: number, end: number): number;
}

/** What nothing can stretch is as bad as can be. */
const RIGID = 1e6;

export function lineFits(paragraph: MeasuredParagraph): LineFits {
  const { widths, gaps, letters, opening, rooms, joints, wishes } = paragraph;
  const running = sumsOf(paragraph);
  const first = opening && sumsOf({ ...paragraph, letters: [], ...opened(paragraph, opening) });
  const sumsIn = (line: number) => (line === 0 && first ? first : running);
  const between = (sums: Float64Array, from: number, end: number) => sums[end]! - sums[from]!;
  const lettersOf = (from: number, end: number) => between(running.signs, from, end) + letters[end]!;
  const givenBy = (from: number, end: number, line: number, slack: number) =>
    (slack > 0 ? wishes.trackOut : wishes.trackIn) * between(sumsIn(line).tracked, from, end + 1);

  return {
    letters: lettersOf,
    stretch: (from, end, line) =>
      between(sumsIn(line).spread, from, end) * WEIGHTS.stretch + givenBy(from, end, line, 1),
    tracking: (from, end, line, ratio) => {
      const count = lettersOf(from, end);
      return count > 0 ? (ratio * givenBy(from, end, line, ratio)) / count : 0;
    },
    fit(from, end, line, emergency) {
      const sums = sumsIn(line);
      const isDivided = joints[end] === JOINT.hyphen && end < widths.length - 1;
      const hyphen = isDivided ? (gaps[end] ?? 0) * (1 - wishes.hang) : 0;
      const natural = between(sums.before, from, end) + sums.widths[end]! + hyphen;
      const slack = rooms[Math.min(line, rooms.length - 1)]! - natural;
      const wide = between(sums.spread, from, end);
      const letter = givenBy(from, end, line, slack);
      const give = slack > 0 ? wide * WEIGHTS.stretch + letter + emergency : wide * WEIGHTS.shrink + letter;
      const ratio = slack === 0 ? 0 : give > 0 ? slack / give : Math.sign(slack) * RIGID;
      return { ratio, slack, natural, spaces: between(sums.spaces, from, end) };
    },
  };
}

/** Sums over the pieces before each. */
interface Sums extends Pick<MeasuredParagraph, "widths"> {
  /** Of all widths, of spaces alone, their number, that of letters and spaces, and of widths that may be tracked. */
  readonly before: Float64Array;
  readonly spread: Float64Array;
  readonly spaces: Float64Array;
  readonly signs: Float64Array;
  readonly tracked: Float64Array;
}

function sumsOf({ widths, joints, gaps, letters }: MeasuredParagraph): Sums {
  const count = widths.length;
  const sums = (): Float64Array => new Float64Array(count + 1);
  const [before, spread, spaces, signs, tracked] = [sums(), sums(), sums(), sums(), sums()];
  for (let at = 0; at < count; at += 1) {
    const isSpace = joints[at] === JOINT.space || joints[at] === JOINT.bound;
    const gap = isSpace ? gaps[at]! : 0;
    const own = letters[at] ?? 0;
    before[at + 1] = before[at]! + widths[at]! + gap;
    spread[at + 1] = spread[at]! + gap;
    spaces[at + 1] = spaces[at]! + (isSpace ? 1 : 0);
    signs[at + 1] = signs[at]! + own + (isSpace ? 1 : 0);
    tracked[at + 1] = tracked[at]! + (own > 0 ? widths[at]! : 0);
  }
  return { widths, before, spread, spaces, signs, tracked };
}

/** The first pieces as they are on the first line; no line has as many as there are. */
function opened({ widths, gaps }: MeasuredParagraph, opening: NonNullable<MeasuredParagraph["opening"]>) {
  return {
    widths: [...opening.widths, ...widths.slice(opening.widths.length)],
    gaps: [...opening.gaps, ...gaps.slice(opening.gaps.length)],
  };
}
