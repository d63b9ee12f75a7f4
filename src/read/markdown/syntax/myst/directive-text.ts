/** The words of a directive of MyST: ```` ```{figure} moon.png ````, then options, then what it holds. */
import type { StateBlock } from "markdown-it";
import { lineText } from "../line-text.js";
import { fencedRegion } from "../regions/fenced.js";
import { optionsIn } from "./options.js";

export interface DirectiveText {
  readonly name: string;
  /** What stands behind the name. */
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  /** The first line that it holds, and the line behind the last. */
  readonly first: number;
  readonly end: number;
  /** The line behind the directive. */
  readonly next: number;
  readonly isClosed: boolean;
}

const OPENING = /^\{([A-Za-z][\w:.+-]*)\}[ \t]*(.*)$/;
const COLONS = /^(:{3,})(.*)$/;

/** The directive that begins on a line, between fences or colons. */
export function directiveAt(state: StateBlock, line: number, endLine: number): DirectiveText | undefined {
  const sign = state.src[state.bMarks[line]! + state.tShift[line]!];
  if (sign !== "`" && sign !== "~" && sign !== ":") return undefined;
  const region = sign === ":" ? colonRegion(state, line, endLine) : fencedRegion(state, line, endLine);
  const [, name, argument = ""] = OPENING.exec(region?.info ?? "") ?? [];
  if (region === undefined || name === undefined) return undefined;
  const { end, isClosed } = region;
  const { options, length } = optionsIn((index) =>
    line + 1 + index < end ? lineText(state, line + 1 + index) : undefined,
  );
  const first = line + 1 + length;
  return { name, argument: argument.trim(), options, first, end, next: isClosed ? end + 1 : end, isClosed };
}

/** As many colons close it, or more; directives in it have fewer, or are closed before. */
function colonRegion(state: StateBlock, line: number, endLine: number) {
  if (state.sCount[line]! - state.blkIndent >= 4) return undefined;
  const [, mark = "", info = ""] = COLONS.exec(lineText(state, line)) ?? [];
  if (!info.startsWith("{")) return undefined;
  let depth = 0;
  for (let next = line + 1; next < endLine; next++) {
    if (!state.isEmpty(next) && state.sCount[next]! < state.blkIndent)
      return { info: info.trim(), end: next, isClosed: false };
    const [, colons = "", rest = ""] = COLONS.exec(lineText(state, next)) ?? [];
    if (colons === "") continue;
    if (rest.trim() !== "") depth += colons.length === mark.length ? 1 : 0;
    else if (depth > 0 && colons.length === mark.length) depth -= 1;
    else if (colons.length >= mark.length) return { info: info.trim(), end: next, isClosed: true };
  }
  return { info: info.trim(), end: endLine, isClosed: false };
}

/** The lines that it holds, as they are written. */
export function heldText(state: StateBlock, { first, end }: DirectiveText): string {
  return state.getLines(first, end, state.blkIndent, false);
}
