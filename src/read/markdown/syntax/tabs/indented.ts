/** Tabs of MkDocs, `=== "Title"` (`===!` and `===+` too), with what they hold indented by four spaces below. */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { indentedRegion, tokenizeRegion } from "../regions/indented.js";
import { closeTab, openTab } from "./tokens.js";

const OPENING = /^===[!+]?[ \t]+(?:"(.*)"|'(.*)')[ \t]*$/;

export function indentedTab(md: MarkdownIt): void {
  // Before the underline of a heading is looked for.
  md.block.ruler.before("fence", "indented_tab", readTab, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function readTab(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (!state.src.startsWith("===", start) || state.sCount[line]! - state.blkIndent >= 4) return false;
  const match = OPENING.exec(state.src.slice(start, state.eMarks[line]));
  const end = match && indentedRegion(state, line, endLine);
  if (!match || !end) return false;
  if (silent) return true;
  const opening = openTab(state, (match[1] ?? match[2])!.replaceAll('\\"', '"'), line);
  opening[0]!.map = [line, end];
  state.tokens.push(...opening);
  tokenizeRegion(state, line, end);
  state.tokens.push(closeTab(state));
  return true;
}
