/**
 * Writes selectors so that Paged.js can read them.
 *
 * It cuts a list of selectors with a `+` among them at every comma, the one in `:is(h1, h2) + p` too, and then asks
 * the browser for half a selector: that ends the layout. So what such a comma means is said without it.
 */
import { walk } from "css-tree/dist/csstree.esm";
import { type Edit, replace, type StyleSheet } from "./sheet.js";

/** More than these are not written out. */
const MOST = 200;

/** A list without commas in brackets in the place of every one that Paged.js would cut wrongly. */
export function selectorsForPagedJs({ tree, text }: StyleSheet): Edit[] {
  const edits: Edit[] = [];
  walk(tree, (node) => {
    if (node.type !== "Rule" || !node.prelude) return;
    const { start, end } = node.prelude.loc;
    const list = text.slice(start.offset, end.offset);
    if (list.includes("+") && /\([^)]*,/.test(list)) edits.push(replace(node.prelude, writtenOut(list)));
  });
  return edits;
}

/** `:is(h1, h2) + p` as `:is(h1) + p, :is(h2) + p` (Selectors 4, section 4). */
export function writtenOut(list: string): string {
  let waiting = parts(list);
  const done: string[] = [];
  while (waiting.length > 0 && waiting.length + done.length < MOST) {
    const [selector = "", ...others] = waiting;
    const alternatives = withoutOneComma(selector);
    if (alternatives === undefined) done.push(selector);
    waiting = [...(alternatives ?? []), ...others];
  }
  // A selector of nothing, where it cannot be said.
  return [...done, ...waiting].filter((each) => !hasInnerComma(each)).join(", ") || ":not(*)";
}

function hasInnerComma(selector: string): boolean {
  return /\([^)]*,/.test(selector);
}

const FUNCTION = /:(is|where|not|has|matches|any|-webkit-any)\(/gi;

/** Undefined when no function of the selector has a list. */
function withoutOneComma(selector: string): string[] | undefined {
  for (const match of selector.matchAll(FUNCTION)) {
    const start = match.index + match[0].length;
    const end = closing(selector, start);
    const choices = parts(selector.slice(start, end));
    if (choices.length < 2) continue;
    const [before, after] = [selector.slice(0, match.index), selector.slice(end + 1)];
    const name = match[1]!.toLowerCase();
    if (name === "not") return [before + choices.map((each) => `:not(${each})`).join("") + after];
    return choices.map((each) => `${before}:${name}(${each})${after}`);
  }
  return undefined;
}

/** Where the bracket that is open before `start` closes. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** What stands between the commas outside of brackets and quotes. */
function parts(text: string): string[] {
  const found =
    text.match(/(?:"[^"]*"|'[^']*'|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]|[^,])+/g) ?? [];
  return found.map((part) => part.trim()).filter((part) => part !== "");
}
