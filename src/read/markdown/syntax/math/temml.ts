/**
 * temml, with an end to what macros may grow to.
 *
 * Its `maxExpand` counts calls and not what they give: ten lines can stand for more than there is room for. The class
 * that expands macros is not exported; it is reached by a macro that is handed it.
 */
import temml from "temml";
import { COMMANDS } from "./commands.js";
import type { Expansion } from "./expansion.js";
import { SIUNITX } from "./siunitx/commands.js";

/** The parts of temml's tree that are used here. */
export interface MathNode {
  type: string;
  attributes?: Record<string, string>;
  classes?: string[];
  style?: Record<string, string>;
  children?: MathNode[];
  /** Of a node of text. */
  text?: string;
  toMarkup(): string;
}

interface Internals {
  __renderToMathMLTree(tex: string, options: object): MathNode;
  __defineMacro(name: string, expansion: Expansion): void;
}

/** The types of temml name these without the underscores. */
const { __renderToMathMLTree: renderTree, __defineMacro: defineMacro } = temml as unknown as Internals;

export { renderTree };

/** Tokens that the macros of one formula may give in all: a page of TeX has some thousands. */
const MOST_TOKENS = 100_000;

/** With what temml's own message of macros that never end begins. */
export const TOO_MANY_EXPANSIONS = "Too many expansions";

interface Expanding {
  expandOnce(expandableOnly?: boolean): number | false;
}

function limitExpansion(): void {
  let expanding: Expanding | undefined;
  defineMacro("\\@expander", (expander) => {
    expanding = Object.getPrototypeOf(expander) as Expanding;
    return "";
  });
  renderTree("\\@expander", {});
  if (expanding === undefined) throw new Error("temml did not expand a macro");
  const { expandOnce } = expanding;
  const spent = new WeakMap<object, number>();
  expanding.expandOnce = function (this: Expanding, expandableOnly) {
    const tokens = expandOnce.call(this, expandableOnly);
    if (tokens === false) return false;
    const all = (spent.get(this) ?? 0) + tokens;
    if (all > MOST_TOKENS) throw new Error(`${TOO_MANY_EXPANSIONS}: macros grow beyond every use`);
    spent.set(this, all);
    return tokens;
  };
}

limitExpansion();
for (const [name, expansion] of [...COMMANDS, ...SIUNITX]) defineMacro(`\\${name}`, expansion);
