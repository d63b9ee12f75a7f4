/**
 * Mathematics in TeX, `$…$` and `$$…$$`, as in Pandoc (`tex_math_dollars`).
 *
 * The opening `$` has a character right after it, the closing one right before it and no digit
 * or name of a variable behind it, so prices stay prices; `\$` is a dollar. Display mathematics that begins a line is
 * a block: nothing in it can be taken for a list or a heading. An attribute list after it
 * belongs to it, `{#eq-x}` gives it a number.
 */

import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { escapedText } from "../../../hast/escape.js";
import { alignLines } from "../align.js";
import { contextOf, type ParseContext, type PlacedToken, reportAt } from "../context.js";
import { applyAttributes, readAttributeList } from "./attribute-list.js";
import { takeLabel } from "./bookdown/label.js";
import { formulaOf, type TexFault } from "./math-tex.js";
import { macrosOf } from "./tex/macros.js";

const DOLLAR = 0x24;
/** A longer stretch between two dollars is no formula. */
const LONGEST = 4000;
/** A variable of a shell or of make, as in `$HOME/bin:$PATH`: its dollar ends no formula. */
const VARIABLE = /\$(?:[A-Z_][A-Z0-9_]+\b|\([A-Z_][A-Z0-9_]*\)|\{\w+\})/y;
const CLOSING = /(\$\$)[ \t]*(\{.*\})?[ \t]*$/;

export function math(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "math", readInline);
  md.block.ruler.before("fenced_div", "math_block", readBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  for (const type of ["math_inline", "math_display", "math_block"]) {
    md.renderer.rules[type] = (tokens, index, _options, env, renderer) => {
      const token = tokens[index]!;
      const formula = render(token, contextOf(env));
      if (type === "math_inline") return formula;
      const tag = type === "math_block" ? "div" : "span";
      token.attrJoin("class", "equation");
      return `<${tag}${renderer.renderAttrs(token)}>${formula}</${tag}>${type === "math_block" ? "\n" : ""}`;
    };
  }
}

function readInline(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== DOLLAR) return false;
  const isDisplay = state.src.charCodeAt(state.pos + 1) === DOLLAR;
  const start = state.pos + (isDisplay ? 2 : 1);
  const end = isDisplay ? endOfDisplay(state, start) : endOfInline(state, start);
  if (end === undefined) return false;
  const list = isDisplay ? readAttributeList(state.src, end + 2) : undefined;
  if (!silent) {
    const token = state.push(isDisplay ? "math_display" : "math_inline", "", 0);
    token.content = state.src.slice(start, end);
    token.markup = isDisplay ? "$$" : "$";
    if (list) applyAttributes(list, token);
  }
  state.pos = list?.end ?? end + (isDisplay ? 2 : 1);
  return true;
}

function endOfDisplay(state: StateInline, start: number): number | undefined {
  const end = state.src.indexOf("$$", start);
  const isFormula = end > start && end + 2 <= state.posMax && state.src.slice(start, end).trim() !== "";
  return isFormula ? end : undefined;
}

function endOfInline({ src, posMax }: StateInline, start: number): number | undefined {
  if (start >= posMax || /\s/.test(src[start]!)) return undefined;
  const limit = Math.min(posMax, start + LONGEST);
  for (let at = start; at < limit; at++) {
    const character = src[at]!;
    // Code between two dollars: neither of them is meant for a formula.
    if (character === "`") return undefined;
    if (character === "\\") at++;
    else if (character === "$") {
      VARIABLE.lastIndex = at;
      const isOther = /\d/.test(src[at + 1] ?? "") || VARIABLE.test(src);
      const closes = at > start && !/\s/.test(src[at - 1]!) && !isOther;
      return closes ? at : undefined;
    }
  }
  return undefined;
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineText(state, startLine);
  if (!first.startsWith("$$") || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const lines: string[] = [];
  for (let line = startLine; line < endLine; line++) {
    if (line > startLine && (state.isEmpty(line) || state.sCount[line]! < state.blkIndent)) return false;
    const text = line === startLine ? first.slice(2) : lineText(state, line);
    const at = text.indexOf("$$");
    if (at < 0) {
      lines.push(text);
      continue;
    }
    const closing = CLOSING.exec(text);
    const list = closing?.[2] === undefined ? undefined : readAttributeList(closing[2], 0);
    // With words behind it, or braces that are none of ours, it stands in a line of text.
    if (closing?.index !== at || (closing[2] !== undefined && list?.end !== closing[2].length)) return false;
    lines.push(text.slice(0, at));
    if (lines.join("").trim() === "") return false;
    if (!silent) pushBlock(state, startLine, line + 1, lines.join("\n"), list);
    return true;
  }
  return false;
}

function pushBlock(
  state: StateBlock,
  from: number,
  to: number,
  tex: string,
  list: ReturnType<typeof readAttributeList>,
): void {
  const made = state.push("math_block", "", 0);
  made.block = true;
  made.map = [from, to];
  made.content = takeLabel(tex, made);
  made.markup = "$$";
  if (list) applyAttributes(list, made);
  state.line = to;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
}

/** MathML; a formula that cannot be read stays in the text as it was written. */
function render(formula: PlacedToken, context: ParseContext): string {
  const { content, markup } = formula;
  const result = formulaOf(content, markup === "$" ? "inline" : "block", macrosOf(context));
  if ("mathml" in result) return result.mathml;
  report(context, formula, result.fault);
  return `<code class="math-source">${escapedText(markup + content + markup)}</code>`;
}

function report(context: ParseContext, formula: PlacedToken, { reason, at }: TexFault): void {
  const { start = 0, map, content, markup } = formula;
  const inside = Math.min(at, content.trimEnd().length);
  const offset = map ? alignLines(context.source, content, map[0])(inside) : start + markup.length + inside;
  reportAt(
    context,
    "bad-math",
    `This formula cannot be read: ${reason}`,
    offset,
    "Correct the TeX; write `\\$` where a dollar is meant",
  );
}
