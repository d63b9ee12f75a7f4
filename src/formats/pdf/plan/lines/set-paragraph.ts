/** Sets a paragraph: its lines, and how much their spaces and letters give. */
import { type LineFits, lineFits } from "./line-fits.js";
import type { MeasuredParagraph, SetLine, SetParagraph } from "./paragraph.js";
import { type Beginning, totalFit } from "./total-fit.js";
import {
  LEAST_LOOSENED,
  LEAST_MEASURE,
  LOOSE_WAYS,
  LOOSENED,
  MOST_PIECES,
  UNTRACKED,
  WAYS,
  WEIGHTS,
} from "./weights.js";

/** Lines are a trifle tighter than measured, in pixels: a browser would not spread one that is full to a hair. */
const HAIR = 0.05;

/** @returns undefined when no lines look well: the browser's own are as good. */
export function setParagraph(paragraph: MeasuredParagraph): SetParagraph | undefined {
  const { widths, em, rooms, wishes } = paragraph;
  if (widths.length === 0 || widths.length > MOST_PIECES) return undefined;
  if (Math.min(...rooms) < (LEAST_MEASURE * em) / 2) return undefined;
  const fits = lineFits(paragraph);
  if (wishes.looseness !== 0) {
    const chosen = chooseLoose(paragraph, fits);
    return chosen && setLines(fits, chosen);
  }
  const chosen = choose(paragraph, fits);
  if (!chosen || chosen.lines === 1) return undefined;
  return { ...setLines(fits, chosen), ...othersThan(chosen, paragraph, fits) };
}

function choose(paragraph: MeasuredParagraph, fits: LineFits): Beginning | undefined {
  for (const way of WAYS) {
    const best = cheapest(totalFit(paragraph, fits, way, () => 0));
    if (best) return best;
  }
  return undefined;
}

/** With as many lines more or fewer as the author wishes, or as near to that as can be. */
function chooseLoose(paragraph: MeasuredParagraph, fits: LineFits): Beginning | undefined {
  const best = choose(paragraph, fits);
  if (!best || best.lines === 1) return undefined;
  const wanted = best.lines + paragraph.wishes.looseness;
  const off = ({ lines }: Beginning) => Math.abs(lines - wanted);
  let nearest = best;
  for (const way of LOOSE_WAYS) {
    const all = totalFit(paragraph, fits, way, (lines) => lines);
    const least = Math.min(...all.map(off));
    if (least < off(nearest)) nearest = cheapest(all.filter((each) => off(each) === least))!;
    if (least === 0) break;
  }
  return nearest;
}

/** What it costs to set a paragraph in a line more, and in one fewer. */
function othersThan(
  chosen: Beginning,
  paragraph: MeasuredParagraph,
  fits: LineFits,
): Pick<SetParagraph, "more" | "fewer"> {
  if (chosen.lines < LEAST_LOOSENED || !canChange(chosen, paragraph, fits)) return {};
  const all = totalFit(paragraph, fits, LOOSENED, (lines) => lines);
  const costOf = (lines: number) => {
    const other = cheapest(all.filter((each) => each.lines === lines));
    return other && Math.max(0, other.cost - chosen.cost);
  };
  const [more, fewer] = [costOf(chosen.lines + 1), costOf(chosen.lines - 1)];
  return { ...(more !== undefined && { more }), ...(fewer !== undefined && { fewer }) };
}

/** All of a paragraph as one line tells whether its spaces and letters have what a line more takes, or one fewer. */
function canChange({ lines }: Beginning, { widths, rooms, em }: MeasuredParagraph, fits: LineFits): boolean {
  const room = rooms.at(-1)!;
  const last = rooms.length - 1;
  const { natural, slack, ratio } = fits.fit(0, widths.length - 1, last, 0);
  const shrinks = slack / ratio;
  const missing = rooms.slice(0, -1).reduce((sum, each) => sum + room - each, 0);
  const stretches = fits.stretch(0, widths.length - 1, last);
  return (
    natural - shrinks + missing <= (lines - 1) * room ||
    natural + stretches + missing >= lines * room + WEIGHTS.short * em
  );
}

function cheapest(all: readonly Beginning[]): Beginning | undefined {
  return all.reduce<Beginning | undefined>(
    (best, each) => (best && best.cost <= each.cost ? best : each),
    undefined,
  );
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
