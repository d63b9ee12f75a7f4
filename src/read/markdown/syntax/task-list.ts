/**
 * Task lists, `- [ ] open` and `- [x] done`, as in GitHub Flavored Markdown (5.3).
 *
 * The words of the task become the label of a checkbox that cannot be changed, so that a
 * reading system speaks its state together with them, in any language.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import type { PlacedToken } from "../context.js";

const MARK = /^\[([ xX])\][ \t\n]/;

export function taskList(md: MarkdownIt): void {
  md.core.ruler.after("place", "task_list", markTasks);
}

function markTasks(state: StateCore): void {
  const lists: Token[] = [];
  state.tokens.forEach((token, index) => {
    if (/_list_open$/.test(token.type)) lists.push(token);
    else if (/_list_close$/.test(token.type)) lists.pop();
    else if (token.type === "list_item_open") markTask(state, index, lists.at(-1)!);
  });
}

function markTask(state: StateCore, index: number, list: Token): void {
  const item = state.tokens[index]!;
  const inline = state.tokens[index + 2];
  const text: PlacedToken | undefined = inline?.type === "inline" ? inline.children?.[0] : undefined;
  const match = text?.type === "text" ? MARK.exec(text.content) : null;
  if (!inline?.children || !text || !match) return;
  item.attrJoin("class", "task-list-item");
  if (!/\btask-list\b/.test(String(list.attrGet("class")))) list.attrJoin("class", "task-list");
  text.content = text.content.slice(match[0].length);
  const open = new state.Token("label_open", "label", 1);
  const checkbox: PlacedToken = new state.Token("checkbox", "input", 0);
  checkbox.attrs = [
    ["type", "checkbox"],
    ["disabled", ""],
    ...(match[1] === " " ? [] : [["checked", ""] as [string, string]]),
  ];
  if (text.start !== undefined) {
    checkbox.start = text.start;
    text.start += match[0].length;
  }
  const space = new state.Token("text", "", 0);
  space.content = " ";
  const close = new state.Token("label_close", "label", -1);
  inline.children = [open, checkbox, space, ...inline.children, close];
}
