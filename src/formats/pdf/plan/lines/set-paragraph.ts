/** Sets a paragraph: its lines, and how much their spaces and letters give. */
import { type LineFits, lineFits } from "./line-fits.js";
import type { MeasuredParagraph, SetLine, SetParagraph } from "./paragraph.js";
import { type Beginning, totalFit } from "./total-fit.js";
import { LEAST_MEASURE, MOST_PIECES, UNTRACKED, WAYS } from "./weights.js";

/** Lines are a trifle tighter than measured, in pixels: a browser would not spread one that is full to a hair. */
const HAIR = 0.05;

/** @returns undefined when no lines look well: the browser's own are as good. */
export function setParagraph(paragraph: MeasuredParagraph): SetParagraph | undefined {
  const { widths, em, rooms } = paragraph;
  if (widths.length === 0 || widths.length > MOST_PIECES) return undefined;
  if (Math.min(...rooms) < (LEAST_MEASURE * em) / 2) return undefined;
  const fits = lineFits(paragraph);
  const chosen = choose(paragraph, fits);
  return chosen && chosen.lines > 1 ? setLines(fits, chosen) : undefined;
}

function choose(paragraph: MeasuredParagraph, fits: LineFits): Beginning | undefined {
  const { looseness } = paragraph.wishes;
  for (const way of WAYS) {
    const best = cheapest(totalFit(paragraph, fits, way, () => 0));
    if (!best) continue;
    if (looseness === 0) return best;
    const wanted = best.lines + looseness;
    const all = WAYS.slice(WAYS.indexOf(way)).flatMap((each) =>
      totalFit(paragraph, fits, each, (lines) => lines),
    );
    return nearest(all, wanted) ?? best;
  }
  return undefined;
}

function cheapest(all: readonly Beginning[]): Beginning | undefined {
  return all.reduce<Beginning | undefined>(
    (best, each) => (best && best.cost <= each.cost ? best : each),
    undefined,
  );
}

/** The cheapest of those whose number of lines is nearest to what was wanted. */
function nearest(all: readonly Beginning[], wanted: number): Beginning | undefined {
  const off = ({ lines }: Beginning) => Math.abs(lines - wanted);
  const least = Math.min(...all.map(off));
  return cheapest(all.filter((each) => off(each) === least));
}

function setLines(fits: LineFits, chosen: Beginning): SetParagraph {
  const lines: SetLine[] = [];
  let tighter = 0;
  let rest = 0;
  for (let each = chosen; each.before; each = each.before) {
    const { before, end, ratio } = each;
    const from = before.end + 1;
    const isLast = each === chosen;
    const { slack, spaces } = fits.fit(from, end, before.lines, 0);
    const spread = isLast && ratio > 0 ? 0 : Math.max(-1, Math.min(1, ratio));
    const tracking = Math.abs(spread) < UNTRACKED ? 0 : fits.tracking(from, end, before.lines, spread);
    lines.unshift({ end, tracking });
    const left = slack - tracking * fits.letters(from, end);
    if (isLast) rest = Math.max(0, slack - 2 * HAIR);
    if (left < HAIR && spaces > 0) tighter = Math.max(tighter, (HAIR - left) / spaces);
  }
  return { lines, tighter, rest };
}
