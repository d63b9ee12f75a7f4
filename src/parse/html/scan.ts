/**
 * Cuts the HTML that an author wrote into tags and what lies between them.
 *
 * Not a full parser: just enough to see which tags open and close, and to keep a tag, comment
 * or script without an end from swallowing the text after it.
 */

export type Piece =
  | { readonly kind: "text"; readonly at: number; readonly html: string }
  | { readonly kind: "open"; readonly at: number; readonly name: string; readonly html: string }
  | { readonly kind: "close"; readonly at: number; readonly name: string; readonly html: string }
  /** An element of which nothing is kept, with its content when its end is there. */
  | { readonly kind: "script"; readonly at: number; readonly name: string; readonly isClosed: boolean }
  /** `<` that begins a tag, or `<!--` that begins a comment, without an end. */
  | { readonly kind: "unfinished"; readonly at: number; readonly html: string };

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9:_.-]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/y;
/** Comments, CDATA sections, processing instructions and declarations, with their ends. */
const DROPPED: readonly (readonly [start: string, end: string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
];
const SCRIPT = /^(?:script|style)$/;

/** @param html One block of HTML, or one tag from a line of text. */
export function scanHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  let textStart = 0;
  let at = html.indexOf("<");
  while (at >= 0) {
    const found = readMarkup(html, at);
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

function readMarkup(html: string, at: number): Found | undefined {
  for (const [start, end] of DROPPED)
    if (html.startsWith(start, at)) return readDropped(html, at, start, end);
  TAG.lastIndex = at;
  const match = TAG.exec(html);
  if (match) return readTag(html, at, match[2]!, match[1] === "/", match[0]);
  if (!/[A-Za-z/]/.test(html[at + 1] ?? "")) return undefined;
  return { piece: { kind: "unfinished", at, html: "<" }, end: at + 1 };
}

function readDropped(html: string, at: number, start: string, end: string): Found {
  const close = html.indexOf(end, at + start.length);
  if (close < 0) return { piece: { kind: "unfinished", at, html: html.slice(at) }, end: html.length };
  if (start !== "<![CDATA[") return { end: close + end.length };
  const text = html
    .slice(at + start.length, close)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
  return { piece: { kind: "text", at, html: text }, end: close + end.length };
}

function readTag(html: string, at: number, written: string, isClosing: boolean, tag: string): Found {
  const name = written.toLowerCase();
  const end = at + tag.length;
  if (isClosing) return { piece: { kind: "close", at, name, html: tag }, end };
  if (!SCRIPT.test(name)) return { piece: { kind: "open", at, name, html: tag }, end };
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = end;
  const isClosed = closing.test(html);
  return { piece: { kind: "script", at, name, isClosed }, end: isClosed ? closing.lastIndex : end };
}
