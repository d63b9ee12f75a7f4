/**
 * Which paragraphs of a page are set a line longer or shorter than they look best, so that pages end together.
 *
 * A paragraph belongs to the page that it ends on: the lines that stand on the page before stay as many.
 */
import { costOfLooseness } from "./cost.js";
import type { Galley, Loosened } from "./galley.js";

/** Lines of a paragraph that may stand alone at the head of a page. */
const WIDOWS = 2;
/** On one page. */
export const MOST_LOOSENED = 2;

/** Paragraphs of a page, all of them longer or all of them shorter by a line. */
export interface LooseChoice {
  /** By how much the text of the page is higher, or lower: less than nothing. */
  readonly height: number;
  readonly cost: number;
  readonly loosened: readonly Loosened[];
}

export interface LooseSearch {
  /** The most that a page may become shorter. */
  readonly most: number;
  /** For a page that begins with a strip. */
  gatherFrom(from: number): LooseGathering;
}

export interface LooseGathering {
  /** Strips are met one after another: a paragraph may end before this one. */
  meet(to: number): void;
  /** Those that make the page shorter, and those that make it longer: by one line, by two. */
  fewer(): readonly LooseChoice[];
  more(): readonly LooseChoice[];
}

const NONE: readonly LooseChoice[] = [];
const NOTHING: LooseGathering = { meet: () => {}, fewer: () => NONE, more: () => NONE };

export function loosenessOf({ loose, strips }: Pick<Galley, "loose" | "strips">): LooseSearch {
  if (loose.length === 0) return { most: 0, gatherFrom: () => NOTHING };
  const endingAt = new Map(loose.map((each, index) => [each.to, index]));
  const heights = loose.map(({ from }) => strips[from + 2]!.start - strips[from + 1]!.start);

  const ofOne = (paragraph: number, by: Loosened["by"], demerits: number): LooseChoice => ({
    height: by * heights[paragraph]!,
    cost: costOfLooseness(demerits),
    loosened: [{ paragraph, by }],
  });

  return {
    most: MOST_LOOSENED * Math.max(...heights),
    gatherFrom(from) {
      let [fewer, more]: (readonly LooseChoice[])[] = [NONE, NONE];
      return {
        meet(to) {
          const index = endingAt.get(to);
          if (index === undefined) return;
          const paragraph = loose[index]!;
          const rest = to - Math.max(from, paragraph.from);
          if (paragraph.more !== undefined) more = cheapest([...more!, ofOne(index, 1, paragraph.more)]);
          if (paragraph.fewer !== undefined && (from <= paragraph.from || rest > WIDOWS))
            fewer = cheapest([...fewer!, ofOne(index, -1, paragraph.fewer)]);
        },
        fewer: () => together(fewer!),
        more: () => together(more!),
      };
    },
  };
}

function cheapest(ones: LooseChoice[]): readonly LooseChoice[] {
  return ones.sort((one, other) => one.cost - other.cost).slice(0, MOST_LOOSENED);
}

/** The cheapest one, then the two cheapest, and so on. */
function together(ones: readonly LooseChoice[]): readonly LooseChoice[] {
  return ones.map((_, index) => {
    const all = ones.slice(0, index + 1);
    return {
      height: all.reduce((sum, { height }) => sum + height, 0),
      cost: all.reduce((sum, { cost }) => sum + cost, 0),
      loosened: all.flatMap(({ loosened }) => loosened),
    };
  });
}
