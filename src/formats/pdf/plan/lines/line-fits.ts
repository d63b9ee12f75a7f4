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
   * @param isFirst it is the first line of the paragraph, and may be indented.
   * @param emergency what it may stretch beyond its spaces and letters.
   */
  fit(from: number, end: number, isFirst: boolean, emergency: number): LineFit;
  /** How many letters, and spaces, a line has. */
  letters(from: number, end: number): number;
}

/** What nothing can stretch is as bad as can be. */
const RIGID = 1e6;

export function lineFits(paragraph: MeasuredParagraph): LineFits {
  const { widths, joints, gaps, letters, first, room, em, wishes } = paragraph;
  const count = widths.length;
  const [before, spread, spaces, signs] = [0, 0, 0, 0].map(() => new Float64Array(count + 1));
  for (let at = 0; at < count; at += 1) {
    const isSpace = joints[at] === JOINT.space || joints[at] === JOINT.bound;
    const gap = isSpace ? gaps[at]! : 0;
    before![at + 1] = before![at]! + widths[at]! + gap;
    spread![at + 1] = spread![at]! + gap;
    spaces![at + 1] = spaces![at]! + (isSpace ? 1 : 0);
    signs![at + 1] = signs![at]! + letters[at]! + (isSpace ? 1 : 0);
  }
  const between = (sums: Float64Array | undefined, from: number, end: number) => sums![end]! - sums![from]!;
  const signsOf = (from: number, end: number) => between(signs, from, end) + letters[end]!;

  return {
    letters: signsOf,
    fit(from, end, isFirst, emergency) {
      const hyphen = joints[end] === JOINT.hyphen && end < count - 1 ? gaps[end]! * (1 - wishes.hang) : 0;
      const natural = between(before, from, end) + widths[end]! + hyphen;
      const slack = (isFirst ? first : room) - natural;
      const wide = between(spread, from, end);
      const tracked = slack > 0 ? wishes.trackOut : wishes.trackIn;
      const letter = tracked > 0 ? signsOf(from, end) * tracked * em : 0;
      const give = slack > 0 ? wide * WEIGHTS.stretch + letter + emergency : wide * WEIGHTS.shrink + letter;
      const ratio = slack === 0 ? 0 : give > 0 ? slack / give : Math.sign(slack) * RIGID;
      return { ratio, slack, natural, spaces: between(spaces, from, end) };
    },
  };
}
