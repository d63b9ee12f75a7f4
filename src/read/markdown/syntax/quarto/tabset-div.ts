/** `::: {.panel-tabset}` of Quarto: its headings are the titles of tabs, which a book has one after the other. */
import type { Token } from "markdown-it";
import { closeTab, openTab } from "../tabs/tokens.js";
import { classesOf, type DivReader } from "./div.js";

export const tabsetDiv: DivReader = ({ open, content, close }, state) => {
  if (!classesOf(open).includes("panel-tabset")) return undefined;
  const first = content.find(({ type }) => type === "heading_open");
  if (!first) return undefined;
  const tokens: Token[] = [open];
  let isOpen = false;
  for (let index = 0; index < content.length; index++) {
    const token = content[index]!;
    if (token.type !== "heading_open" || token.tag !== first.tag) {
      tokens.push(token);
      continue;
    }
    if (isOpen) tokens.push(closeTab(state));
    tokens.push(...openTab(state, content[index + 1]!.content, token.map?.[0] ?? 0));
    isOpen = true;
    index += 2;
  }
  if (isOpen) tokens.push(closeTab(state));
  return [...tokens, close];
};
