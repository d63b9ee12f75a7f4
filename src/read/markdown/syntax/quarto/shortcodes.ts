/**
 * Shortcodes of Quarto, `{{< name … >}}`: what each becomes is in `shortcode-writers.ts`. One that is not known stays in the
 * text and is told; `{{{< name >}}}` shows one as it is written.
 */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { contextOf, type PlacedToken } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { pushPageBreak } from "../tex/page-break.js";
import { pushLipsum } from "./lipsum.js";
import { type Arguments, WRITERS } from "./shortcode-writers.js";

const SHORTCODE = /(\{?)\{\{<\s*([\w-]+)((?:"[^"\n]*"|'[^'\n]*'|[^>"'\n]|>(?!\})){0,400}?)\s*>\}\}(\}?)/y;
/** Those that are blocks, on a line of their own. */
const BLOCK = /^\{\{<\s*(pagebreak|lipsum)(?:\s+(\d{1,3}(?:-\d{1,3})?))?(?:\s+random="?\w+"?)?\s*>\}\}\s*$/;
const ARGUMENT = /([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))|"([^"]*)"|'([^']*)'|(\S+)/g;

export function shortcodes(md: MarkdownIt): void {
  md.block.ruler.before("fence", "shortcode_block", readBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.before("escape", "shortcode", readShortcode);
  md.renderer.rules.unknown_shortcode = (tokens, index, _options, env) => {
    const { content, info, start = 0 }: PlacedToken = tokens[index]!;
    const message = `\`${content}\` is not followed; it stays as it is`;
    const hint = "Remove it, or write what it stands for";
    reportOnce(contextOf(env), "unsupported-directive", info, message, start, hint);
    return md.utils.escapeHtml(content);
  };
}

function readBlock(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (!state.src.startsWith("{{<", start) || state.sCount[line]! - state.blkIndent >= 4) return false;
  const [, name, range] = BLOCK.exec(state.src.slice(start, state.eMarks[line])) ?? [];
  if (name === undefined) return false;
  if (silent) return true;
  if (name === "pagebreak") pushPageBreak(state, line);
  else pushLipsum(state, line, range);
  return true;
}

function readShortcode(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
  SHORTCODE.lastIndex = state.pos;
  const match = SHORTCODE.exec(state.src);
  if (!match || SHORTCODE.lastIndex > state.posMax) return false;
  const [whole, before, name = "", given = "", after] = match;
  if (!silent) {
    const write = WRITERS.get(name);
    if (before && after) state.push("text", "", 0).content = whole.slice(1, -1);
    else if (!write?.(state, argumentsOf(given)))
      Object.assign(state.push("unknown_shortcode", "", 0), { content: whole, info: name });
  }
  state.pos += whole.length;
  return true;
}

function argumentsOf(text: string): Arguments {
  const named = new Map<string, string>();
  const values: string[] = [];
  for (const [, name, double, single, bare, ...alone] of text.matchAll(ARGUMENT)) {
    if (name !== undefined) named.set(name, double ?? single ?? bare ?? "");
    else values.push(alone.find((each) => each !== undefined) ?? "");
  }
  return { values, named };
}
