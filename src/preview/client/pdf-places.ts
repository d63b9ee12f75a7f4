/** From places on printed pages to blocks of the sources, and where a reader is after the pages have changed. */
import type { PrintedBlock } from "../../model/source-map.js";
import { type Geometry, spreadsBetween, topOf } from "./pdf-geometry.js";
import { followed } from "./source.js";

/** The smallest block at a point of a page, else the one that is nearest above or below. Points. */
export function blockAt(
  blocks: readonly PrintedBlock[],
  page: number,
  x: number,
  y: number,
): PrintedBlock | undefined {
  const rank = (block: PrintedBlock): readonly [number, number] => {
    const beside = Math.max(block.x - x, 0, x - block.x - block.width);
    const above = Math.max(block.y - y, 0, y - block.y - block.height);
    return [beside + above * 4, block.width * block.height];
  };
  let best: PrintedBlock | undefined;
  let bestRank: readonly [number, number] = [Number.POSITIVE_INFINITY, 0];
  for (const block of blocks) {
    if (block.page !== page) continue;
    const [away, area] = rank(block);
    if (away < bestRank[0] || (away === bestRank[0] && area < bestRank[1])) {
      best = block;
      bestRank = [away, area];
    }
  }
  return best;
}

interface Shown {
  readonly blocks: readonly PrintedBlock[];
}

interface Window {
  readonly scrollTop: number;
  readonly clientHeight: number;
}

/** The first block that begins in what is seen; one that goes on from the page before, when none does. */
export function blockAtTop(
  { blocks }: Shown,
  geometry: Geometry,
  { scrollTop, clientHeight }: Window,
): PrintedBlock | undefined {
  const seen = spreadsBetween(geometry, scrollTop, scrollTop + clientHeight);
  const pages = new Set(seen.flatMap((index) => [...geometry.spreads[index]!]));
  const begun = new Set<string>();
  const below: { block: PrintedBlock; begins: boolean }[] = [];
  for (const block of blocks) {
    const begins = !begun.has(block.source);
    begun.add(block.source);
    const height = topOf(geometry, block.page) + block.y * geometry.scale;
    if (pages.has(block.page) && height >= scrollTop) below.push({ block, begins });
  }
  below.sort((a, b) => a.block.page - b.block.page || a.block.y - b.block.y);
  return (below.find(({ begins }) => begins) ?? below[0])?.block;
}

interface Desk {
  readonly revision: Shown;
  readonly geometry: Geometry;
}

/**
 * Where to scroll, so that a block stands where it stood.
 *
 * Where whole spreads are seen, the spread with the block; where only a part of one is, the
 * block at the same height.
 *
 * @returns the block as it is now, too; the same height of the desk when it is gone.
 */
export function placeAfter(
  block: PrintedBlock | undefined,
  before: Desk,
  after: Desk,
  { scrollTop, clientHeight }: Window,
): { readonly top: number; readonly block: PrintedBlock | undefined } {
  const source = block && followed(block.source, before.revision.blocks, after.revision.blocks);
  const next = source && nearestPart(after.revision.blocks, source, block.page);
  if (!next) return { top: scrollTop, block: undefined };
  const fits = before.geometry.step <= clientHeight;
  const [from, to] = [topOf(before.geometry, block.page), topOf(after.geometry, next.page)];
  const moved = fits ? 0 : (next.y - block.y) * after.geometry.scale;
  return { top: scrollTop + to - from + moved, block: next };
}

/** A block that goes on overleaf has a part on each page: the one that is nearest to where it was. */
function nearestPart(
  blocks: readonly PrintedBlock[],
  source: string,
  page: number,
): PrintedBlock | undefined {
  return blocks
    .filter((block) => block.source === source)
    .sort((a, b) => Math.abs(a.page - page) - Math.abs(b.page - page))[0];
}
