/**
 * What Docsify has in titles: `[a](b.md ':ignore')`, `![a](b.png ':size=50x100 :id=x')`, `## Title :id=name`,
 * `## Title {docsify-ignore}` (https://docsify.js.org/#/helpers). What only a menu or a window needs is left out.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";

const SETTING = /(?:^|\s):(ignore|target|disabled|size|class|id)(?:=(\S+))?(?=\s|$)/g;
const IN_HEADING = /[ \t]+:id=([\w\p{L}.-]+)[ \t]*$/u;
const MENU = /[ \t]*\{docsify-ignore(?:-all)?\}[ \t]*$/;

export function settingsInTitle(md: MarkdownIt): void {
  md.core.ruler.before("inline", "docsify_headings", readHeadings);
  md.core.ruler.before("place", "docsify_titles", (state) => {
    for (const { children } of state.tokens) for (const token of children ?? []) readTitle(token);
  });
}

function readHeadings({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const inline = token.type === "heading_open" ? tokens[index + 1] : undefined;
    if (inline === undefined) continue;
    inline.content = inline.content.replace(MENU, "");
    const [mark, id] = IN_HEADING.exec(inline.content) ?? [];
    if (mark === undefined || id === undefined) continue;
    inline.content = inline.content.slice(0, -mark.length);
    token.attrSet("id", id);
  }
}

function readTitle(token: Token): void {
  const title = token.type === "image" || token.type === "link_open" ? token.attrGet("title") : null;
  if (title === null) return;
  const rest = String(title)
    .replace(SETTING, (_, name: string, value: string | undefined) => {
      if (value !== undefined) apply(token, name, value);
      return "";
    })
    .trim();
  if (rest === "") token.attrs = token.attrs!.filter(([name]) => name !== "title");
  else token.attrSet("title", rest);
}

function apply(token: Token, name: string, value: string): void {
  if (name === "id") token.attrSet("id", value);
  if (name === "class") token.attrJoin("class", value);
  if (name !== "size") return;
  const [width, height] = value.split("x");
  if (width) token.attrSet("width", width);
  if (height) token.attrSet("height", height);
}
