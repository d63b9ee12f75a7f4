/**
 * The admonitions of MkDocs, `!!! note "Title"`, and those that a web page folds, `??? note` and
 * `???+ note`: what they hold is indented by four spaces below.
 *
 * Without an indented line below it is a line of text. Other words after the kind are classes.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { indentedRegion, tokenizeRegion } from "../regions/indented.js";
import { type Callout, closeCallout, openCallout } from "./tokens.js";

const OPENING = /^(?:!!!|\?\?\?\+?)[ \t]+(?:"([^"]*)"|([\w-]+(?:[ \t]+[\w-]+)*)(?:[ \t]+"(.*)")?)[ \t]*$/;

export function indentedCallout(md: MarkdownIt): void {
  md.block.ruler.before("fence", "indented_callout", readCallout, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function readCallout(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  const mark = state.src[start];
  if ((mark !== "!" && mark !== "?") || state.sCount[line]! - state.blkIndent >= 4) return false;
  const callout = calloutOf(state.src.slice(start, state.eMarks[line]));
  const end = callout && indentedRegion(state, line, endLine);
  if (callout === undefined || end === undefined) return false;
  if (silent) return true;
  const opening = openCallout(state, callout, line);
  opening[0]!.map = [line, end];
  state.tokens.push(...opening);
  tokenizeRegion(state, line, end);
  state.tokens.push(closeCallout(state));
  return true;
}

function calloutOf(line: string): Callout | undefined {
  const match = OPENING.exec(line);
  if (!match) return undefined;
  const [, only, words, quoted] = match;
  const title = only ?? quoted;
  const kind = (words ?? "note").split(/\s/)[0]!.toLowerCase();
  return { kind, ...(title === undefined ? {} : { title: title.replaceAll('\\"', '"') }) };
}
