/**
 * Fenced divs, `::: note` … `:::`, as in Pandoc.
 *
 * A fence with a class or an attribute list opens a div, one without closes the innermost;
 * how long either is means nothing. A div that is still open where its container or the file
 * ends is an error, and ends there.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { contextOf, lineStart, reportAt } from "../context.js";
import { containerOf } from "./containers.js";
import type { Container } from "./regions/container.js";

/** A div whose end has not been reached. */
interface OpenDiv {
  /** Nesting level of what stands directly in it: a fence deeper down does not close it. */
  readonly level: number;
  /** The line of its closing fence, once found. */
  closedAt?: number;
}

const openDivs = new WeakMap<StateBlock, OpenDiv[]>();

export function fencedDiv(md: MarkdownIt): void {
  md.block.ruler.before("fence", "fenced_div", fence, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  const html = md.block.ruler.getRules("").find(({ name }) => name === "html_block")!;
  md.block.ruler.at("html_block", endedByFence(html), { alt: ["paragraph", "reference", "blockquote"] });
}

type RuleBlock = Parameters<MarkdownIt["block"]["ruler"]["at"]>[1];

/** HTML that ends of its own and not with a blank line (CommonMark 0.31, 4.6, kinds 1 to 5). */
const ENDS_ITSELF = /^<(?:(?:script|pre|style|textarea)\b|[!?])/i;

/** Lets no fence of a div vanish in HTML that a blank line ends. */
function endedByFence(html: RuleBlock): RuleBlock {
  return (state, line, endLine, silent) => {
    const start = state.bMarks[line]! + state.tShift[line]!;
    // Asked first, for every line of a div comes here, and what ends it may be far away.
    if (state.src[start] !== "<") return false;
    const isDeep = openDivs.get(state)?.length && !ENDS_ITSELF.test(state.src.slice(start, start + 12));
    return html(state, line, isDeep ? fenceOrBlank(state, line + 1, endLine) : endLine, silent);
  };
}

function fenceOrBlank(state: StateBlock, first: number, endLine: number): number {
  let line = first;
  while (line < endLine && !state.isEmpty(line) && !fence(state, line, endLine, true)) line += 1;
  return line;
}

function fence(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (!state.src.startsWith(":::", start) || state.sCount[line]! - state.blkIndent >= 4) return false;
  const params = paramsOf(state.src.slice(start, state.eMarks[line]));
  if (params === "") return close(state, line, endLine, silent);
  const container = containerOf(state, params, line);
  if (!container) return false;
  if (!silent) open(state, line, endLine, container);
  return true;
}

/** What stands between the colons that begin the line and those that may end it. */
function paramsOf(line: string): string {
  let start = 0;
  while (line[start] === ":") start++;
  const text = line.slice(start).trim();
  let end = text.length;
  while (text[end - 1] === ":") end--;
  return text.slice(0, end).trimEnd();
}

function open(state: StateBlock, line: number, endLine: number, container: Container): void {
  const { level } = state;
  state.tokens.push(...container.open);
  state.level = level + 1;
  const div: OpenDiv = { level: state.level };
  const stack = openDivs.get(state) ?? [];
  openDivs.set(state, stack);
  stack.push(div);
  const { parentType } = state;
  state.parentType = "div";
  state.line = line + 1;
  state.md.block.tokenize(state, line + 1, endLine);
  state.parentType = parentType;
  stack.pop();
  if (div.closedAt === undefined) reportUnclosed(state, line);
  else state.line = div.closedAt + 1;
  container.open[0]!.map = [line, state.line];
  state.level = level;
  state.tokens.push(...container.close);
}

/** Ends the innermost div: the reader of its content is told that there are no more lines. */
function close(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const div = openDivs.get(state)?.at(-1);
  if (!div) return false;
  if (silent) return true;
  if (div.level !== state.level) return false;
  div.closedAt = line;
  state.line = endLine;
  return true;
}

function reportUnclosed(state: StateBlock, line: number): void {
  const context = contextOf(state.env);
  reportAt(
    context,
    "unclosed-div",
    "This div is never closed",
    lineStart(context, line),
    "End it with a line `:::`, indented like the opening one if it is in a list",
  );
}
