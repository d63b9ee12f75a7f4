/**
 * Smaller habits of Leanpub: lines `%% comment`, headings of parts `-# Part`, blocks `{aside}` … `{/aside}` and
 * `{blurb, class: tip}` … `{/blurb}`, and formulas `{$$}x{/$$}`.
 */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { closeCallout, openCallout } from "../callout/tokens.js";
import { lineText } from "../line-text.js";

export function small(md: MarkdownIt): void {
  md.block.ruler.before("fence", "leanpub_comment", readComment, { alt: ["paragraph", "reference"] });
  md.block.ruler.before("fence", "leanpub_part", readPart, { alt: ["paragraph", "reference"] });
  md.block.ruler.before("leanpub_attributes", "leanpub_block", readBlock, {
    alt: ["paragraph", "reference"],
  });
  md.inline.ruler.before("escape", "leanpub_math", readMath);
}

function readComment(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  if (!lineText(state, line).startsWith("%%")) return false;
  if (!silent) state.line = line + 1;
  return true;
}

function readPart(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const title = /^-#[ \t]+(.*?)[ \t]*$/.exec(lineText(state, line))?.[1];
  if (title === undefined) return false;
  if (silent) return true;
  const map: [number, number] = [line, line + 1];
  Object.assign(state.push("heading_open", "h1", 1), { map, markup: "#" });
  Object.assign(state.push("inline", "", 0), { map, content: title, children: [] });
  state.push("heading_close", "h1", -1).markup = "#";
  state.line = line + 1;
  return true;
}

const OPENING = /^\{(aside|blurb)(?:[ \t]*,[ \t]*(?:class|icon)[ \t]*:[ \t]*"?([\w-]+)"?)?[^{}]*\}[ \t]*$/;

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
  const { parentType, level } = state;
  Object.assign(state, { parentType: "root", level: level + 1 });
  state.md.block.tokenize(state, line + 1, end);
  Object.assign(state, { parentType, level });
  state.tokens.push(closeCallout(state));
  state.line = end + 1;
  return true;
}

const MATH = /\{\$\$\}([\s\S]+?)\{\/\$\$\}/y;

/** On lines of its own it is displayed. */
function readMath(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("{$$}", state.pos)) return false;
  MATH.lastIndex = state.pos;
  const tex = MATH.exec(state.src)?.[1];
  if (tex === undefined || MATH.lastIndex > state.posMax) return false;
  if (!silent) {
    const isDisplay = tex.includes("\n");
    const token = state.push(isDisplay ? "math_display" : "math_inline", "", 0);
    Object.assign(token, { content: tex.trim(), markup: isDisplay ? "$$" : "$" });
  }
  state.pos = MATH.lastIndex;
  return true;
}
