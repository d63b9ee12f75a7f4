/**
 * The callouts of mdbook-admonish, ```` ```admonish warning "Title" ````, ```` ```admonish title="…" ````, and of Obsidian's
 * plugin of that kind, ```` ```ad-note ```` with a line `title: …`: fences that hold text.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { contextOf, lineStart, reportAt } from "../../context.js";
import { lineText } from "../line-text.js";
import { fencedRegion, tokenizeFenced } from "../regions/fenced.js";
import { type Callout, closeCallout, openCallout } from "./tokens.js";

const ADMONISH = /^admonish(?:[ \t,]+([\w-]+(?![\w-]*=)))?(?:\.[\w-]+)*[ \t,]*(.*)$/;
const TITLE = /(?:^|[\s,])title[ \t]*=[ \t]*"((?:[^"\\]|\\.)*)"|^"((?:[^"\\]|\\.)*)"$/;
const PLUGIN = /^ad-([\w-]+)$/;

export function admonish(md: MarkdownIt): void {
  md.block.ruler.before("fence", "admonish", readCallout, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

interface Read {
  readonly callout: Callout;
  /** The first line of the text. */
  readonly first: number;
}

function readCallout(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const region = fencedRegion(state, line, endLine);
  const read =
    region && (readAdmonish(region.info, line) ?? readPlugin(state, region.info, line, region.end));
  if (!region || !read) return false;
  if (silent) return true;
  const opening = openCallout(state, read.callout, line);
  opening[0]!.map = [line, region.end];
  state.tokens.push(...opening);
  tokenizeFenced(state, read.first, region);
  state.tokens.push(closeCallout(state));
  if (!region.isClosed) reportUnclosed(state, line);
  return true;
}

function readAdmonish(info: string, line: number): Read | undefined {
  const [, kind = "note", rest] = ADMONISH.exec(info) ?? [];
  if (rest === undefined) return undefined;
  const [, named, only] = TITLE.exec(rest.trim()) ?? [];
  const title = (named ?? only)?.replace(/\\(["\\])/g, "$1");
  return {
    callout: { kind: kind.toLowerCase(), ...(title === undefined ? {} : { title }) },
    first: line + 1,
  };
}

/** Lines `title: …` and `collapse: …` may come first. */
function readPlugin(state: StateBlock, info: string, line: number, end: number): Read | undefined {
  const kind = PLUGIN.exec(info)?.[1];
  if (kind === undefined) return undefined;
  let first = line + 1;
  let title: string | undefined;
  for (; first < end; first++) {
    const text = lineText(state, first);
    const [, name, value = ""] = /^(title|collapse|icon|color):\s*(.*)$/.exec(text) ?? [];
    if (name === undefined) break;
    if (name === "title") title = value.trim();
  }
  return { callout: { kind: kind.toLowerCase(), ...(title === undefined ? {} : { title }) }, first };
}

function reportUnclosed(state: StateBlock, line: number): void {
  const context = contextOf(state.env);
  const at = lineStart(context, line);
  reportAt(context, "unclosed-div", "This callout is never closed", at, "End it with a fence like its first");
}
