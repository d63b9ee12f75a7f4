/** Plans the pages of a script; of one that was issued, with the pages that are locked. */
import type { ElementContent, Root } from "hast";
import { classNames } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { scriptWord } from "../language/script-words.js";
import type { ScriptPages } from "../model/script-pages.js";
import { type Lock, type NamedPage, planLocked } from "../script/locked-pages.js";
import { LINES_OF_PAGE } from "../script/measures.js";
import { type Block, linesOfItem, type PageRules, type ScriptPage } from "../script/pages.js";
import { planPages } from "../script/plan-pages.js";
import { scriptHeading, unitsOf } from "../script/units.js";
import { locksOf } from "./locks.js";

export interface PlannedPage extends ScriptPage {
  /** `12A`. */
  readonly name: string;
  /** The issue that has changed it last; undefined for a script of which nothing was issued. */
  readonly issue?: number;
}

export function planScript(
  tree: Root,
  setting: Pick<ScriptPages, "scenes"> & { readonly language: string },
): PlannedPage[] {
  const units = unitsOf(tree.children);
  const rules = rulesOf(setting);
  const issue = issueOf(tree);
  const locks = lockedIn(tree);
  if (issue === 0 || locks.length === 0) {
    return planPages(units, rules).map((page, index) => ({
      ...page,
      name: String(index + 1),
      ...(issue === 0 ? {} : { issue }),
    }));
  }
  return planLocked(units, locks, rules).map((page) => ({ ...page, issue: changedIn(page, issue) }));
}

/** The issue that a script is, or is to be; 0 when nothing was issued. */
export function issueOf({ children }: Root): number {
  return Number(scriptHeading(children)?.properties.dataIssue ?? 0);
}

type IssuedLock = Lock & { readonly issue: number };

function lockedIn(tree: Root): IssuedLock[] {
  const locks: IssuedLock[] = [];
  visitElements(tree, (element) => {
    const own = locksOf(element.properties.dataLock).map((lock) => ({ ...lock, element }));
    locks.push(...own);
    return undefined;
  });
  return joined(locks);
}

/** Pages that hold nothing any more go with the one behind them: `13-15`. */
function joined(locks: readonly IssuedLock[]): IssuedLock[] {
  const made: IssuedLock[] = [];
  for (const lock of locks) {
    const last = made.at(-1);
    if (last?.element !== lock.element || last.offset !== lock.offset) made.push(lock);
    else
      made[made.length - 1] = { ...last, name: `${last.name.split("-")[0]}-${lock.name.split("-").at(-1)}` };
  }
  return made;
}

function changedIn({ items, lock }: NamedPage, issue: number): number {
  const isChanged = items.some((item) => linesOfItem(item).some((line) => isRevised(line.children)));
  return lock === undefined || isChanged ? issue : (lock as IssuedLock).issue;
}

/** Whether a line has words that are new since the last issue. */
export function isRevised(nodes: Block["lines"][number]["children"]): boolean {
  return nodes.some(
    (node: ElementContent) =>
      node.type === "element" &&
      (classNames(node.properties).includes("revised") || isRevised(node.children)),
  );
}

function rulesOf({
  scenes,
  language,
}: Pick<ScriptPages, "scenes"> & { readonly language: string }): PageRules {
  const words = {
    more: scriptWord(language, "more"),
    continued: scriptWord(language, "continued"),
    sceneGoesOn: scriptWord(language, "scene-goes-on"),
    sceneContinued: scriptWord(language, "scene-continued"),
  };
  return { lines: LINES_OF_PAGE, words, scenes };
}
