/**
 * Sizes of images where some tools write them: `![x](a.png =100x50)` of HackMD and markdown-it-imsize
 * (also `=100x`, `=x50`, `=50%x`), and `![x|100](a.png)`, `![x|100x50](a.png)` of Obsidian. Pixels of a
 * web page, as in HTML.
 */
import type { MarkdownIt, StateInline, Token } from "markdown-it";

const DESTINATION =
  /\([ \t]*(?:<([^<>\n]*)>|([^\s()<>]+))[ \t]+=(\d*%?)x(\d*%?)(?:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'))?[ \t]*\)/y;
const IN_ALT = /\|[ \t]*(\d+)(?:x(\d+))?[ \t]*$/;

export function sizedImage(md: MarkdownIt): void {
  md.inline.ruler.before("image", "sized_image", readImage);
  md.core.ruler.before("place", "size_in_alt", (state) => {
    for (const { children } of state.tokens) for (const token of children ?? []) readAlt(token);
  });
}

function readImage(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("![", state.pos) || !state.src.includes(" =", state.pos)) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, state.pos + 1, false);
  if (labelEnd < 0) return false;
  DESTINATION.lastIndex = labelEnd + 1;
  const match = DESTINATION.exec(state.src);
  if (!match || DESTINATION.lastIndex > state.posMax) return false;
  const { lastIndex: end } = DESTINATION;
  if (!silent) pushImage(state, state.src.slice(state.pos + 2, labelEnd), match);
  state.pos = end;
  return true;
}

function pushImage(state: StateInline, content: string, match: RegExpExecArray): void {
  const [, bracketed, plain, width = "", height = "", double, single] = match;
  const tokens: Token[] = [];
  state.md.inline.parse(content, state.md, state.env, tokens);
  const image = state.push("image", "img", 0);
  const { normalizeLink, utils } = state.md as unknown as {
    normalizeLink(address: string): string;
    utils: { unescapeAll(text: string): string };
  };
  image.attrs = [
    ["src", normalizeLink(utils.unescapeAll((bracketed ?? plain)!))],
    ["alt", ""],
  ];
  const title = double ?? single;
  if (title) image.attrs.push(["title", title]);
  setSize(image, width, height);
  Object.assign(image, { children: tokens, content });
}

function setSize(image: Token, width: string | undefined, height: string | undefined): void {
  if (width) image.attrSet("width", width);
  if (height) image.attrSet("height", height);
}

function readAlt(image: Token): void {
  if (image.type !== "image") return;
  const last = image.children?.at(-1);
  const match = last?.type === "text" ? IN_ALT.exec(last.content) : null;
  if (!last || !match) return;
  setSize(image, match[1], match[2]);
  last.content = last.content.slice(0, match.index);
  image.content = image.content.slice(0, image.content.lastIndexOf("|"));
  if (last.content === "") image.children!.pop();
}
