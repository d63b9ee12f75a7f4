/**
 * Mathematics in TeX: `$…$` and `$$…$$` as in Pandoc (`tex_math_dollars`), `\(…\)` and `\[…\]`, which mdBook writes
 * with two backslashes, and GitHub's fences `math` and code between dollars.
 *
 * The opening `$` has a character right after it, the closing one right before it and no digit
 * or name of a variable behind it, so prices stay prices, and words between two amounts stay words; `\$` is a dollar. Display mathematics that begins a line is
 * a block: nothing in it can be taken for a list or a heading. An attribute list after it
 * belongs to it, `{#eq-x}` gives it a number.
 */
import type { MarkdownIt, StateBlock, StateCore, StateInline } from "markdown-it";
import { contextOf } from "../../context.js";
import { type AttributeList, applyAttributes, readAttributeList } from "../attribute-list.js";
import { lineText } from "../line-text.js";
import { readCommand } from "../tex/arguments.js";
import { BACKSLASHES, type Delimiters, isFormula, isSure, unescaped } from "./backslashes.js";
import { equationId, takeLabels } from "./labels.js";
import { renderMath } from "./render.js";
import { SIUNITX_ARGUMENTS } from "./siunitx/arguments.js";

const DOLLAR = 0x24;
const BACKSLASH = 0x5c;
/** A longer stretch between two dollars is no formula. */
const LONGEST = 4000;
const LONGEST_DISPLAY = 20_000;
/** Lines of a display. */
const MOST_LINES = 1000;
/** A variable of a shell or of make, as in `$HOME/bin:$PATH`: its dollar ends no formula. */
const VARIABLE = /\$(?:[A-Z_][A-Z0-9_]+\b|\([A-Z_][A-Z0-9_]*\)|\{\w+\})/y;
/** Code between dollars, of GitHub and GitLab. */
const CODE = /\$(`{1,9})(.{1,4000}?)\1\$/sy;
/** As between the classes of prices of a guide, `$$ moderate, $$$ expensive`: no sign, and two words. */
const PROSE = /^(?=[\s\S]*\p{L}{3,}[^\p{L}]+\p{L}{3,})[\p{L}\s.,;:!?()'’–—-]+$/u;
/** From the label of one link to that of another: `[a.$on](b.md) and [a.$off](c.md)`. */
const OUT_OF_LINK = /^[^[]*\]\(/;
/** `$100 bill and 50$`. */
const AMOUNT = /^\d[\d.,]*\s+(?:\p{L}{2,}\s+){2}/u;
const DOLLARS: Delimiters = { open: "$$", close: "$$", display: true };
/** The label behind a formula in MyST. */
const BEHIND = /^\(([\w:.-]+)\)$/;
const DISPLAYS = [DOLLARS, ...BACKSLASHES.filter(({ display }) => display)];

export function math(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "math", readInline);
  md.inline.ruler.before("escape", "math_backslash", readBackslashes);
  md.block.ruler.before("fenced_div", "math_block", readBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.before("escape", "math_command", readMathCommand);
  md.core.ruler.after("block", "math_fence", readFences);
  renderMath(md);
}

function readInline(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== DOLLAR) return false;
  if (state.src[state.pos + 1] === "`") return readCode(state, silent);
  if (state.src.startsWith("$$$", state.pos)) return keepDollars(state, silent);
  const isDisplay = state.src.charCodeAt(state.pos + 1) === DOLLAR;
  const start = state.pos + (isDisplay ? 2 : 1);
  const end = isDisplay ? endOfDisplay(state, start, "$$") : endOfInline(state, start);
  if (end === undefined) return false;
  const tex = state.src.slice(start, end);
  if (isDisplay ? PROSE.test(tex) : OUT_OF_LINK.test(tex)) return false;
  const list = isDisplay ? readAttributeList(state.src, end + 2) : undefined;
  const mark = isDisplay ? "$$" : "$";
  if (!silent) pushInline(state, tex, { open: mark, close: mark, display: isDisplay }, list);
  state.pos = list?.end ?? end + mark.length;
  return true;
}

/** More than two are no mark. */
function keepDollars(state: StateInline, silent: boolean): boolean {
  let end = state.pos;
  while (end < state.posMax && state.src.charCodeAt(end) === DOLLAR) end += 1;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

function readCode(state: StateInline, silent: boolean): boolean {
  CODE.lastIndex = state.pos;
  const match = CODE.exec(state.src);
  if (!match || CODE.lastIndex > state.posMax) return false;
  const [, ticks = "", tex = ""] = match;
  if (!silent) pushInline(state, tex, { open: `$${ticks}`, close: `${ticks}$`, display: false });
  state.pos += match[0].length;
  return true;
}

function readBackslashes(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== BACKSLASH) return false;
  const delimiters = BACKSLASHES.find(({ open }) => src.startsWith(open, pos));
  if (!delimiters) return false;
  const start = pos + delimiters.open.length;
  const end = endOfDisplay(state, start, delimiters.close);
  if (end === undefined) return false;
  const tex = unescaped(src.slice(start, end), delimiters);
  if (!isFormula(tex, contextOf(state.env))) return false;
  const after = end + delimiters.close.length;
  const list = delimiters.display ? readAttributeList(src, after) : undefined;
  if (!silent) pushInline(state, tex, delimiters, list);
  state.pos = list?.end ?? after;
  return true;
}

/** Commands of mhchem and siunitx that LaTeX has in texts too, with how many arguments they take. */
const IN_TEXTS: ReadonlyMap<string, number> = new Map([["ce", 1], ["pu", 1], ...SIUNITX_ARGUMENTS]);

function readMathCommand(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== BACKSLASH) return false;
  const command = readCommand(state.src, state.pos, (name) => IN_TEXTS.get(name));
  if (!command || command.end > state.posMax) return false;
  if (!silent)
    pushInline(state, state.src.slice(state.pos, command.end), { open: "", close: "", display: false });
  state.pos = command.end;
  return true;
}

function pushInline(state: StateInline, tex: string, delimiters: Delimiters, list?: AttributeList): void {
  const token = state.push(delimiters.display ? "math_display" : "math_inline", "", 0);
  token.content = delimiters.display ? takeLabels(tex, token) : tex;
  token.markup = delimiters.open;
  token.info = delimiters.close;
  if (list) applyAttributes(list, token);
}

function endOfDisplay(state: StateInline, start: number, close: string): number | undefined {
  const longest = close.endsWith(")") ? LONGEST : LONGEST_DISPLAY;
  const at = state.src.slice(start, start + longest).indexOf(close);
  const end = start + at;
  const isThere =
    end > start && end + close.length <= state.posMax && state.src.slice(start, end).trim() !== "";
  return isThere ? end : undefined;
}

function endOfInline({ src, posMax }: StateInline, start: number): number | undefined {
  if (start >= posMax) return undefined;
  const limit = Math.min(posMax, start + LONGEST);
  for (let at = start; at < limit; at++) {
    const character = src[at]!;
    // Code between two dollars: neither of them is meant for a formula.
    if (character === "`") return undefined;
    if (character === "\\") at++;
    else if (character === "$") {
      VARIABLE.lastIndex = at;
      const isOther = /\d/.test(src[at + 1] ?? "") || VARIABLE.test(src);
      const tex = src.slice(start, at);
      if (at === start || isOther || AMOUNT.test(tex)) return undefined;
      // With blanks inside only what can be nothing else is a formula.
      return /^\s|\s$/.test(tex) && !isSure(tex) ? undefined : at;
    }
  }
  return undefined;
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineText(state, startLine);
  const delimiters = DISPLAYS.find(({ open }) => first.startsWith(open));
  if (!delimiters || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  // Tools that take no Markdown into account pass over blank lines: so it is where the beginning is plainly a formula.
  const beginning = first.slice(delimiters.open.length);
  const mayHaveGaps = beginning.trim() === "" || isSure(beginning);
  // A line that goes on with the paragraph of an item or a quotation may stand before their margin.
  const margin = Math.min(state.blkIndent, state.sCount[startLine]!);
  const lines: string[] = [];
  for (let line = startLine; line < Math.min(endLine, startLine + MOST_LINES); line++) {
    const isEmpty = state.isEmpty(line);
    if (line > startLine && (isEmpty ? !mayHaveGaps : state.sCount[line]! < margin)) return false;
    const text = isEmpty ? "" : line === startLine ? beginning : lineText(state, line);
    const at = text.indexOf(delimiters.close);
    if (at < 0) {
      lines.push(text);
      continue;
    }
    const behind = text.slice(at + delimiters.close.length).trim();
    const list = readAttributeList(behind, 0);
    const label = BEHIND.exec(behind)?.[1];
    // With words behind it, or braces that are none of ours, it stands in a line of text.
    if (behind !== "" && list?.end !== behind.length && label === undefined) return false;
    lines.push(text.slice(0, at));
    const tex = unescaped(lines.join("\n"), delimiters);
    // Without a gap it stays in the paragraph.
    if (margin < state.blkIndent && !tex.includes("\n\n")) return false;
    if (tex.trim() === "" || (MAY_BE_OUTSIDE.test(tex) && hasWords(tex))) return false;
    if (delimiters !== DOLLARS && !isFormula(tex, contextOf(state.env))) return false;
    if (!silent) pushBlock(state, [startLine, line + 1], tex, delimiters, list ?? (label && labelled(label)));
    return true;
  }
  return false;
}

/** Paragraphs, or lines of a quotation that has its formulas at the margin, between the end of one and the start of the next. */
const MAY_BE_OUTSIDE = /\n\n|^>/m;

/** Sentences between two marks, neither of which belongs to the other; or code, or a heading. */
const WORDS = /(?<![\\A-Za-z])[\p{L}]{2,}[,;:]? [\p{L}]{2,}[,;:]? [\p{L}]{2,}|^(?:#{1,6} |```|- |\* )/mu;

function hasWords(tex: string): boolean {
  return WORDS.test(tex.replace(/\\(?:text\w*|mbox|tag|operatorname)\*?\{[^{}]*\}/g, ""));
}

/** @param map its lines. @param list of attributes behind it. */
export function pushBlock(
  state: StateBlock,
  map: [number, number],
  tex: string,
  delimiters: Delimiters,
  list: AttributeList | "" | undefined,
): void {
  const made = state.push("math_block", "", 0);
  made.block = true;
  made.map = map;
  made.content = takeLabels(tex, made);
  made.markup = delimiters.open;
  made.info = delimiters.close;
  if (list) applyAttributes(list, made);
  state.line = map[1];
}

function labelled(label: string): AttributeList {
  return { id: equationId(label), classes: [], pairs: [], end: 0 };
}

/** A fence `math` holds a formula. */
function readFences({ tokens }: StateCore): void {
  for (const token of tokens) {
    if (token.type !== "fence" || token.info.trim() !== "math") continue;
    token.type = "math_block";
    token.content = takeLabels(token.content.replace(/\n$/, ""), token);
    Object.assign(token, { markup: "$$", info: "$$", meta: { lines: 1 } });
  }
}
