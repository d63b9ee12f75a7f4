/**
 * Shortcodes of Quarto, `{{< name … >}}`: a page break, keys, a film as its address. One that is not known stays in the
 * text and is told; `{{{< name >}}}` shows one as it is written.
 */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { contextOf, type PlacedToken } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { pushPageBreak } from "../tex/page-break.js";

const SHORTCODE = /(\{?)\{\{<\s*([\w-]+)((?:"[^"\n]*"|'[^'\n]*'|[^>"'\n]|>(?!\})){0,400}?)\s*>\}\}(\}?)/y;
const PAGE_BREAK = /^\{\{<\s*pagebreak\s*>\}\}\s*$/;
const ARGUMENT = /([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))|"([^"]*)"|'([^']*)'|(\S+)/g;

interface Arguments {
  readonly first: string | undefined;
  readonly named: ReadonlyMap<string, string>;
}

type Writer = (state: StateInline, given: Arguments) => void;

const nothing: Writer = () => undefined;

const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ["kbd", pushKeys],
  ["video", pushLink],
  ["audio", pushLink],
  ["fa", nothing],
  ["bi", nothing],
  ["iconify", nothing],
  ["icon", nothing],
  ["pagebreak", nothing],
]);

export function shortcodes(md: MarkdownIt): void {
  md.block.ruler.before("fence", "shortcode_page_break", readPageBreak, {
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

function readPageBreak(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (!state.src.startsWith("{{<", start) || state.sCount[line]! - state.blkIndent >= 4) return false;
  if (!PAGE_BREAK.test(state.src.slice(start, state.eMarks[line]))) return false;
  if (!silent) pushPageBreak(state, line);
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
    else if (write) write(state, argumentsOf(given));
    else Object.assign(state.push("unknown_shortcode", "", 0), { content: whole, info: name });
  }
  state.pos += whole.length;
  return true;
}

function argumentsOf(text: string): Arguments {
  const named = new Map<string, string>();
  let first: string | undefined;
  for (const [, name, double, single, bare, ...alone] of text.matchAll(ARGUMENT)) {
    if (name !== undefined) named.set(name, double ?? single ?? bare ?? "");
    else first ??= alone.find((each) => each !== undefined);
  }
  return { first, named };
}

/** `{{< kbd Shift-Ctrl-P >}}`, and keys for each system: those of Linux, or else of Windows. */
function pushKeys(state: StateInline, { first, named }: Arguments): void {
  const keys = first ?? named.get("linux") ?? named.get("win") ?? [...named.values()][0] ?? "";
  state.push("kbd_open", "kbd", 1);
  state.push("text", "", 0).content = keys;
  state.push("kbd_close", "kbd", -1);
}

/** What moves or sounds is called by its title, and can be found. */
function pushLink(state: StateInline, { first, named }: Arguments): void {
  const address = (first ?? named.get("src") ?? named.get("url") ?? "").replace(
    /^https:\/\/www\.youtube\.com\/embed\//,
    "https://www.youtube.com/watch?v=",
  );
  if (address === "") return;
  const open = state.push("link_open", "a", 1);
  open.attrSet("href", address);
  state.push("text", "", 0).content = named.get("title") ?? address;
  state.push("link_close", "a", -1);
}
