/** Blocks between tags in braces of Leanpub: `{aside}` … `{/aside}` and `{blurb, class: tip}` … `{/blurb}`. */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { closeCallout, openCallout } from "../callout/tokens.js";
import { lineText } from "../line-text.js";
import { tokenizeLines } from "../regions/blocks.js";

const OPENING = /^\{(aside|blurb)(?:[ \t]*,[ \t]*(?:class|icon)[ \t]*:[ \t]*"?([\w-]+)"?)?[^{}]*\}[ \t]*$/;

/** Comes before lists of attributes on a line of their own, which `{aside}` looks like. */
export function bracedBlock(md: MarkdownIt): void {
  md.block.ruler.before("leanpub_attributes", "leanpub_block", readBlock, {
    alt: ["paragraph", "reference"],
  });
}

function readBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const [, name, kind] = OPENING.exec(lineText(state, line)) ?? [];
  if (name === undefined) return false;
  const closing = `{/${name}}`;
  let end = line + 1;
  while (end < endLine && lineText(state, end).trim() !== closing) end++;
  if (end >= endLine) return false;
  if (silent) return true;
  const [open] = openCallout(state, { kind: kind ?? "note", title: "" }, line);
  open!.map = [line, end + 1];
  if (name === "aside") open!.attrSet("class", "aside");
  state.tokens.push(open!);
  tokenizeLines(state, line + 1, end);
  state.tokens.push(closeCallout(state));
  state.line = end + 1;
  return true;
}
