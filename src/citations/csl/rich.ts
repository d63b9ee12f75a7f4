/**
 * Formatted text while a citation is being put together: nodes of HTML, joined so that two marks
 * of punctuation never meet.
 */
import type { Element, ElementContent } from "hast";

export type Rich = readonly ElementContent[];

export function text(value: string): Rich {
  return value === "" ? [] : [{ type: "text", value }];
}

export function element(tagName: string, children: Rich, properties: Element["properties"] = {}): Element {
  return { type: "element", tagName, properties, children: [...children] };
}

export function plain(nodes: Rich): string {
  return nodes
    .map((node) => (node.type === "text" ? node.value : node.type === "element" ? plain(node.children) : ""))
    .join("");
}

/** Changes every stretch of text, in order; what is marked `nocase` only when asked for. */
export function mapText(nodes: Rich, change: (value: string) => string, what: "all" | "case" = "all"): Rich {
  return nodes.map((node) => {
    if (node.type === "text") return { ...node, value: change(node.value) };
    if (node.type !== "element" || (what === "case" && isNoCase(node))) return node;
    return { ...node, children: [...mapText(node.children, change, what)] };
  });
}

export function isNoCase(node: Element): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes("nocase");
}

/** True when the second mark is left out after the first. */
function collides(last: string, first: string): boolean {
  if (first === " " || first === "\u00A0") return last === " " || last === "\u00A0";
  if (first === ".") return /[.!?…]/.test(last);
  return /[,;:]/.test(first) && first === last;
}

/** Punctuation that American English puts before the closing quotation mark. */
const INSIDE_QUOTES = /^[.,]/;

/** @param quotes whether `,` and `.` go inside quotation marks (`punctuation-in-quote`). */
export function concat(parts: readonly Rich[], quotes: "inside" | "outside" = "outside"): Rich {
  let joined: Rich = [];
  for (const part of parts) {
    const first = plain(part)[0];
    const before = plain(joined);
    if (first === undefined) continue;
    const last = before.at(-1) ?? "";
    const isQuoted = last === "”" || last === "»";
    if (isQuoted && first === "." && /[.!?]\s?.$/.test(before)) joined = [...joined, ...dropFirst(part)];
    else if (last === "”" && quotes === "inside" && INSIDE_QUOTES.test(first)) {
      joined = [...insertBeforeLast(joined, first), ...dropFirst(part)];
    } else joined = [...joined, ...(collides(last, first) ? dropFirst(part) : part)];
  }
  return joined;
}

export function join(parts: readonly Rich[], delimiter: string, quotes?: "inside" | "outside"): Rich {
  const filled = parts.filter((part) => plain(part) !== "");
  return concat(
    filled.flatMap((part, index) => (index === 0 ? [part] : [text(delimiter), part])),
    quotes,
  );
}

function dropFirst(nodes: Rich): Rich {
  const [node, ...rest] = nodes;
  if (!node) return [];
  if (node.type === "text")
    return node.value.length > 1 ? [{ ...node, value: node.value.slice(1) }, ...rest] : rest;
  if (node.type !== "element") return nodes;
  return [{ ...node, children: [...dropFirst(node.children)] }, ...rest];
}

function insertBeforeLast(nodes: Rich, mark: string): Rich {
  const last = nodes.at(-1);
  if (!last) return nodes;
  const before = nodes.slice(0, -1);
  if (last.type === "text") {
    return [...before, { ...last, value: last.value.slice(0, -1) + mark + last.value.slice(-1) }];
  }
  if (last.type !== "element") return nodes;
  return [...before, { ...last, children: [...insertBeforeLast(last.children, mark)] }];
}

const TAG = /<(\/?)(i|b|sc|sup|sub|span)((?:\s[^<>]*)?)>/g;

/** The markup that CSL-JSON allows in a field (`<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>`, `nocase`). */
export function parseMarkup(value: string): Rich {
  const root = element("span", []);
  const open: Element[] = [root];
  let done = 0;
  const add = (end: number) => {
    const piece = value.slice(done, end).replaceAll("&lt;", "<").replaceAll("&amp;", "&");
    if (piece !== "") open.at(-1)!.children.push({ type: "text", value: piece });
  };
  for (const match of value.matchAll(TAG)) {
    add(match.index);
    done = match.index + match[0].length;
    if (match[1] === "/") {
      if (open.length > 1) open.pop();
      continue;
    }
    const isSmallCaps = match[2] === "sc" || /small-caps/.test(match[3]!);
    const className = isSmallCaps ? ["csl-small-caps"] : /nocase/.test(match[3]!) ? ["nocase"] : undefined;
    const made = element(match[2] === "sc" ? "span" : match[2]!, [], className ? { className } : {});
    open.at(-1)!.children.push(made);
    open.push(made);
  }
  add(value.length);
  return root.children;
}

/** Takes off the marks of the processor itself. */
export function finished(nodes: Rich): Rich {
  return nodes.flatMap((node): Rich => {
    if (node.type !== "element") return [node];
    const children = [...finished(node.children)];
    return isNoCase(node) ? children : [{ ...node, children }];
  });
}
