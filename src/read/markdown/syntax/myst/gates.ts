/**
 * Gates of MyST: what stands between `{exercise-start}` and `{exercise-end}` is an exercise, as if a directive held it.
 * Code that is run cannot stand in a directive. A gate without its other half is nothing; a beginning is told.
 */
import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { lineContentStart } from "../../../source.js";
import { contextOf, reportAt } from "../../context.js";

const GATE = "myst_gate";

interface Gate {
  readonly name: string;
  /** Tokens around what is between the gates; an end has none. */
  readonly open?: readonly Token[];
  readonly close?: readonly Token[];
}

const known = new WeakMap<Token, Gate>();

export function gates(md: MarkdownIt): void {
  md.core.ruler.after("block", GATE, joinGates);
}

export function pushGate(state: StateBlock, line: number, gate: Gate): void {
  const token = state.push(GATE, "", 0);
  token.map = [line, line + 1];
  known.set(token, gate);
}

function joinGates(state: StateCore): void {
  if (!state.tokens.some(({ type }) => type === GATE)) return;
  const closing = pairsOf(state.tokens);
  const opening = new Map([...closing].map(([end, start]) => [start, end]));
  state.tokens = state.tokens.flatMap((token): readonly Token[] => {
    if (token.type !== GATE) return [token];
    if (opening.has(token)) return gateOf(token).open ?? [];
    const start = closing.get(token);
    if (start !== undefined) return gateOf(start).close ?? [];
    if (gateOf(token).open !== undefined) tellUnclosed(state, token);
    return [];
  });
}

function gateOf(token: Token): Gate {
  return known.get(token)!;
}

/** Each end with its beginning: both stand in the same block. */
function pairsOf(tokens: readonly Token[]): ReadonlyMap<Token, Token> {
  const pairs = new Map<Token, Token>();
  /** Beginnings without an end so far, for each block that is open. */
  const open: Token[][] = [[]];
  for (const token of tokens) {
    if (token.nesting > 0) open.push([]);
    else if (token.nesting < 0 && open.length > 1) open.pop();
    if (token.type !== GATE) continue;
    const here = open.at(-1)!;
    if (gateOf(token).open !== undefined) here.push(token);
    else if (here.length > 0 && gateOf(here.at(-1)!).name === gateOf(token).name)
      pairs.set(token, here.pop()!);
  }
  return pairs;
}

function tellUnclosed(state: StateCore, token: Token): void {
  const context = contextOf(state.env);
  const { name } = gateOf(token);
  const at = lineContentStart(context.source, token.map![0]);
  reportAt(
    context,
    "unclosed-div",
    `This \`{${name}-start}\` has no end`,
    at,
    `Write \`{${name}-end}\` behind it`,
  );
}
