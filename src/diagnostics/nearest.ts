/** "Did you mean …?": the known name that a misspelt one most likely stands for. */

/** What is longer is no name that somebody has misspelt. */
const LONGEST = 80;
/** Of more candidates only those that begin alike are compared, and not all: a text may misspell thousands of thousands. */
const FEW = 300;
const MOST = 1000;

/**
 * Finds the candidate nearest to a word, if one is near enough to be a slip of the pen.
 *
 * Distance is optimal string alignment (insert, delete, replace, swap neighbours), without regard
 * to case. A third of the word's length may differ, at least two letters; ties go to the first candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  if (word.length > LONGEST) return undefined;
  const lower = word.toLowerCase();
  let seen = 0;
  let compared = 0;
  for (const candidate of candidates) {
    seen += 1;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    if (seen > FEW && candidate[0]?.toLowerCase() !== lower[0]) continue;
    compared += 1;
    if (compared > MOST) break;
    const found = distance(lower, candidate.toLowerCase(), bestDistance);
    // A short name that shares no letter is a different word, not a slip.
    if (found < bestDistance && found < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** @param enough a distance that is of no use: the search ends when it is reached for certain. */
function distance(from: string, to: string, enough: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    // A swap goes two rows back.
    if (Math.min(...current) >= enough && Math.min(...last) >= enough) return enough;
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}
