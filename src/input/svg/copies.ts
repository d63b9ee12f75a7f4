/**
 * Counts the copies that `<use>` makes of copies: twelve lines can ask for more than there is
 * room for in any machine.
 */
import type { SaxesTagPlain } from "saxes";
import { SvgFault } from "./fault.js";
import { localName } from "./names.js";

const MOST_COPIES = 100_000;
/** Copies inside of copies: browsers give up too, or their stack is full. */
const DEEPEST_COPIES = 200;

export interface CopyCounter {
  open(tag: SaxesTagPlain): void;
  close(): void;
  /** @throws SvgFault when there are too many. */
  check(): void;
}

export function copyCounter(): CopyCounter {
  /** Ids that are copied inside of the element with an id. */
  const uses = new Map<string, string[]>();
  const all: string[] = [];
  const ids: (string | undefined)[] = [];
  return {
    open({ name, attributes }) {
      ids.push(attributes.id);
      const href = attributes.href ?? attributes["xlink:href"] ?? "";
      if (localName(name) !== "use" || !href.startsWith("#")) return;
      const target = href.slice(1);
      all.push(target);
      for (const id of new Set(ids)) {
        if (id === undefined) continue;
        const targets = uses.get(id) ?? [];
        targets.push(target);
        uses.set(id, targets);
      }
    },
    close: () => void ids.pop(),
    check() {
      const count = counting(uses);
      if (all.reduce((sum, id) => sum + count(id, 0), 0) > MOST_COPIES)
        throw new SvgFault("its `<use>` elements multiply");
    },
  };
}

function counting(uses: ReadonlyMap<string, readonly string[]>): (id: string, depth: number) => number {
  const known = new Map<string, number>();
  const count = (id: string, depth: number): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    if (depth > DEEPEST_COPIES) throw new SvgFault("its `<use>` elements are nested too deeply");
    // A picture that shows itself is not shown at all (SVG 2, section 5.6).
    known.set(id, 0);
    const copies = (uses.get(id) ?? []).reduce((sum, each) => sum + count(each, depth + 1), 1);
    known.set(id, copies);
    return copies;
  };
  return count;
}
