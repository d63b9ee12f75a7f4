/** Places in the sources as the maps of editions have them: `file:line:column`. */
import { locationFrom } from "../../diagnostics/location.js";

/** The last block of the file that begins at or before a line; the first one for a line before all of them. */
export function blockAtLine<Block extends { readonly source: string }>(
  blocks: readonly Block[],
  file: string,
  line: number,
): Block | undefined {
  let best: Block | undefined;
  let bestLine = 0;
  for (const block of blocks) {
    const place = locationFrom(block.source);
    if (place?.file !== file) continue;
    const isBetter = best === undefined || (bestLine > line ? place.line < bestLine : place.line > bestLine);
    if (isBetter && (best === undefined || place.line <= line || bestLine > line)) {
      best = block;
      bestLine = place.line;
    }
  }
  return best;
}

interface Block {
  readonly source: string;
  readonly text: string;
}

/**
 * Where a block is after its file has been edited.
 *
 * The blocks before the edit and those after it are known by their words, whatever lines they
 * are on now. Between them, the block with the same words, or the one in its place.
 *
 * @returns a place of `after`; undefined when the file is not there any more.
 */
export function followed(
  source: string,
  before: readonly Block[],
  after: readonly Block[],
): string | undefined {
  const file = locationFrom(source)?.file;
  const [olds, news] = [before, after].map((blocks) => blocksOf(blocks, file)) as [Block[], Block[]];
  const at = olds.findIndex((each) => each.source === source);
  if (at < 0 || news.length === 0) return undefined;
  const most = Math.min(olds.length, news.length);
  const isSame = (one: Block | undefined, other: Block | undefined) => one?.text === other?.text;
  let head = 0;
  while (head < most && isSame(olds[head], news[head])) head += 1;
  if (at < head) return news[at]!.source;
  let tail = 0;
  while (tail < most - head && isSame(olds.at(-1 - tail), news.at(-1 - tail))) tail += 1;
  const fromEnd = olds.length - at;
  if (fromEnd <= tail) return news[news.length - fromEnd]!.source;
  const edited = news.slice(head, news.length - tail);
  const same = edited.find((each) => isSame(each, olds[at]));
  return (same ?? edited[at - head] ?? news[Math.min(head, news.length - 1)])?.source;
}

/** The blocks of a file in the order of its lines, each once: one that goes on overleaf has several parts. */
function blocksOf(blocks: readonly Block[], file: string | undefined): Block[] {
  const once = new Map(blocks.map((each) => [each.source, each]));
  const placed = [...once.values()].flatMap((block) => {
    const place = locationFrom(block.source);
    return place !== undefined && place.file === file ? [{ block, ...place }] : [];
  });
  return placed.sort((a, b) => a.line - b.line || a.column - b.column).map(({ block }) => block);
}
