/**
 * Lays a run out again when text of it cannot be read on its pages.
 *
 * Nobody can think of all that books hold. So whatever the reason, the blocks that lost something are named in
 * the document, and each time set in a way that is plainer and can lose less (`engine/troubled.ts`). A block
 * that is plainer than its author meant is better than no book; what is lost even then is told.
 */
import { withTroubledBlocks } from "../job/layout-task.js";
import type { Reading } from "../readback/compare/reading.js";
import type { LayOut } from "./run-cache.js";

/** Each is a degree of plainness that the engine knows. */
const TRIES = 3;

export function withSecondTries(layOut: LayOut): LayOut {
  return async (task, onPage) => {
    let best = await layOut(task, onPage);
    let last = best;
    const degrees = new Map<string, number>();
    for (let degree = 1; degree <= TRIES && lostIn(best.reading) > 0; degree += 1) {
      for (const source of troubledIn(last.reading)) degrees.set(source, degree);
      if (degrees.size === 0) break;
      last = await layOut(withTroubledBlocks(task, degrees), onPage);
      if (lostIn(last.reading) < lostIn(best.reading)) best = last;
    }
    return best;
  };
}

/** Words that cannot be read, and places where some are cut. What a style hides is hidden on purpose, mostly. */
function lostIn({ losses, cuts }: Reading): number {
  return losses.filter(isAccident).reduce((sum, { words }) => sum + words, 0) + cuts.length;
}

/** The places of blocks in the sources; what has none cannot be named. */
function troubledIn({ losses, cuts }: Reading): string[] {
  return [...losses.filter(isAccident), ...cuts]
    .map(({ source }) => source)
    .filter((source) => source !== "");
}

function isAccident({ cause }: Reading["losses"][number]): boolean {
  return cause === "gone" || cause === "covered";
}
