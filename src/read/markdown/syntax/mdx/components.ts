/**
 * Components of Docusaurus in blocks of their own: tabs, `<TabItem value="a" label="A">`, stand one after the
 * other with their titles, `<Admonition type="tip" title="…">` is a callout. Of a component that nobody knows
 * the tags are left out, and told once; what stands between them stays.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { contextOf, lineStart } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { blockOfText } from "../block-token.js";
import { closeCallout, openCallout } from "../callout/tokens.js";
import { lineText } from "../line-text.js";
import { tokenizeLines } from "../regions/blocks.js";
import { closeTab, openTab } from "../tabs/tokens.js";
import { type JsxTag, jsxTagAt } from "./tag.js";

export function components(md: MarkdownIt): void {
  md.block.ruler.before("html_block", "jsx_component", readComponent, {
    alt: ["paragraph", "reference", "blockquote"],
  });
}

const FRAMED = new Set(["TabItem", "Admonition"]);
/** Parts of a page that say nothing without it. */
const SILENT = new Set(["Tabs", "DocCardList", "TOCInline"]);

function readComponent(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const tag = jsxTagAt(state, line, endLine);
  if (tag === undefined) return false;
  if (tag.inner !== undefined && !FRAMED.has(tag.name)) return false;
  if (silent) return true;
  const framed = tag.kind === "open" ? frameOf(state, tag, line) : undefined;
  const close = framed && (tag.inner === undefined ? closingLine(state, tag, endLine) : tag.end - 1);
  if (framed === undefined || close === undefined) {
    if (!isSilent(tag)) reportUnknown(state, tag.name, line);
    state.line = tag.end;
    return true;
  }
  framed.open[0]!.map = [line, close + 1];
  state.tokens.push(...framed.open);
  if (tag.inner === undefined) tokenizeLines(state, tag.end, close);
  else state.tokens.push(...blockOfText(state, "p", tag.inner, [line, line + 1]));
  state.tokens.push(framed.close);
  state.line = close + 1;
  return true;
}

interface Frame {
  readonly open: Token[];
  readonly close: Token;
}

function frameOf(state: StateBlock, { name, values }: JsxTag, line: number): Frame | undefined {
  const title = values.get("title");
  if (name === "TabItem") {
    const words = values.get("label") ?? values.get("value") ?? "";
    return { open: openTab(state, words, line), close: closeTab(state) };
  }
  if (name !== "Admonition") return undefined;
  const callout = { kind: values.get("type") ?? "note", ...(title === undefined ? {} : { title }) };
  return { open: openCallout(state, callout, line), close: closeCallout(state) };
}

/** The line of the end tag that belongs to a tag. */
function closingLine(state: StateBlock, { name, end }: JsxTag, endLine: number): number | undefined {
  let depth = 1;
  for (let line = end; line < endLine; line++) {
    const text = lineText(state, line).trim();
    if (text.startsWith(`<${name}`) && !text.endsWith("/>")) depth++;
    if (text === `</${name}>`) depth--;
    if (depth === 0) return line;
  }
  return undefined;
}

/** End tags are those of start tags that have been told. */
function isSilent({ name, kind }: JsxTag): boolean {
  return kind === "close" || SILENT.has(name);
}

function reportUnknown(state: StateBlock, name: string, line: number): void {
  const context = contextOf(state.env);
  const message = `\`<${name}>\` is a component of a website; its tags are left out, what it contains is kept`;
  const at = lineStart(context, line);
  reportOnce(
    context,
    "unknown-element",
    name,
    message,
    at,
    "Write what it shows, or put code between backticks",
  );
}
