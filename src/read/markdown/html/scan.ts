/**
 * Cuts the HTML that an author wrote into tags and what lies between them.
 *
 * Not a full parser: just enough to see which tags open and close, and to keep a tag, comment
 * or script without an end from swallowing the text after it.
 */
import { escapedText } from "../../../hast/escape.js";

export type Piece =
  | { readonly kind: "text"; readonly at: number; readonly html: string }
  | { readonly kind: "open"; readonly at: number; readonly name: string; readonly html: string }
  | { readonly kind: "close"; readonly at: number; readonly name: string; readonly html: string }
  /** An element of which nothing is kept, with its content when its end is there. */
  | { readonly kind: "script"; readonly at: number; readonly name: string; readonly isClosed: boolean }
  /** A comment that asks for a page break. */
  | { readonly kind: "page-break"; readonly at: number }
  /** `<` that begins a tag, or `<!--` that begins a comment, without an end. */
  | { readonly kind: "unfinished"; readonly at: number; readonly html: string };

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9:_.-]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/y;
/** Comments, CDATA sections and processing instructions, with their ends. */
const DROPPED: readonly (readonly [start: string, end: string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];
/** `<!DOCTYPE html>` and the like. */
const DECLARATION = /<![A-Za-z][^<>]*>/y;
const SCRIPT = /^(?:script|style)$/;

/** As Markdown editors know it: `<!-- pagebreak -->`. */
function isPageBreak(comment: string): boolean {
  return /^\s*(?:page[-_ ]?break|new[-_ ]?page)\s*$/i.test(comment);
}

/** @param html One block of HTML, or one tag from a line of text. */
export function scanHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  const unclosed = new Set<string>();
  let textStart = 0;
  let at = html.indexOf("<");
  while (at >= 0) {
    const found = readMarkup(html, at, unclosed);
    if (!found) {
      at = html.indexOf("<", at + 1);
      continue;
    }
    if (at > textStart) pieces.push({ kind: "text", at: textStart, html: html.slice(textStart, at) });
    if (found.piece) pieces.push(found.piece);
    textStart = found.end;
    at = html.indexOf("<", found.end);
  }
  if (textStart < html.length) pieces.push({ kind: "text", at: textStart, html: html.slice(textStart) });
  return pieces;
}

interface Found {
  /** Nothing when the markup is left out without a word. */
  readonly piece?: Piece;
  readonly end: number;
}

/** @param unclosed Names of scripts that are known to have no end: they are looked for once only. */
function readMarkup(html: string, at: number, unclosed: Set<string>): Found | undefined {
  for (const [start, end] of DROPPED)
    if (html.startsWith(start, at)) return readDropped(html, at, start, end);
  DECLARATION.lastIndex = at;
  if (DECLARATION.test(html)) return { end: DECLARATION.lastIndex };
  TAG.lastIndex = at;
  const match = TAG.exec(html);
  if (match) {
    const name = match[2]!.toLowerCase();
    if (match[1] === "" && SCRIPT.test(name)) return readScript(html, at, name, match[0], unclosed);
    return { piece: { kind: match[1] ? "close" : "open", at, name, html: match[0] }, end: TAG.lastIndex };
  }
  if (!/[A-Za-z/]/.test(html[at + 1] ?? "")) return undefined;
  return { piece: { kind: "unfinished", at, html: "<" }, end: at + 1 };
}

function readDropped(html: string, at: number, start: string, end: string): Found {
  const close = html.indexOf(end, at + start.length);
  if (close < 0) return { piece: { kind: "unfinished", at, html: html.slice(at) }, end: html.length };
  const content = html.slice(at + start.length, close);
  if (start === "<!--" && isPageBreak(content)) {
    return { piece: { kind: "page-break", at }, end: close + end.length };
  }
  if (start !== "<![CDATA[") return { end: close + end.length };
  const text = escapedText(content);
  return { piece: { kind: "text", at, html: text }, end: close + end.length };
}

function readScript(html: string, at: number, name: string, tag: string, unclosed: Set<string>): Found {
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = at + tag.length;
  const isClosed = !unclosed.has(name) && closing.test(html);
  if (!isClosed) unclosed.add(name);
  return {
    piece: { kind: "script", at, name, isClosed },
    end: isClosed ? closing.lastIndex : at + tag.length,
  };
}
