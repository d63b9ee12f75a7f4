/**
 * The tokens of CSS (CSS Syntax 3, section 4), as a browser sees them: escapes are decoded, so that
 * nothing can be spelt in a way that hides it. Each character is looked at a few times at most.
 */

export type TokenType =
  | "space"
  | "comment"
  | "string"
  | "url"
  /** A string or an address that is not closed, or has in it what it may not have. */
  | "bad"
  | "at-keyword"
  | "function"
  | "identifier"
  | "hash"
  | "number"
  /** Any other character by itself. */
  | "delimiter";

export interface Token {
  readonly type: TokenType;
  /** As it is written. */
  readonly text: string;
  /** What it says: the name in lower case of a function or an at-rule, the text of a string, the address of a `url`. */
  readonly value: string;
}

const SPACE = /[ \t\n\r\f]+/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /(?:[\w-]|[^\0-\x7F]|\\(?:[0-9a-fA-F]{1,6}(?:\r\n|[ \t\n\r\f])?|[^\n\r\f0-9a-fA-F]))+/y;
const NAME_START = /-?(?:[A-Za-z_]|[^\0-\x7F]|\\[^\n\r\f])|--/y;
const PLAIN_IN_STRING = /[^"'\\\n\r\f]+/y;
const ESCAPE = /\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\n\r\f])?|(\r\n|[\s\S])|$)/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: an address may not have them
const PLAIN_IN_URL = /[^"'()\\ \t\n\r\f\0-\x08\x0B\x0E-\x1F\x7F]+/y;

/** A comment that is not closed ends with the text. */
export function isOpenComment({ type, text }: Token): boolean {
  return type === "comment" && text.startsWith("/*") && (text.length < 4 || !text.endsWith("*/"));
}

/** All of a text; the texts of the tokens together are the text. */
export function* tokens(css: string): Generator<Token> {
  for (let at = 0; at < css.length; ) {
    const token = tokenAt(css, at);
    at += token.text.length;
    yield token;
  }
}

function tokenAt(css: string, at: number): Token {
  const character = css[at]!;
  const space = match(SPACE, css, at);
  if (space !== undefined) return { type: "space", text: space, value: " " };
  if (css.startsWith("/*", at)) {
    const end = css.indexOf("*/", at + 2);
    return { type: "comment", text: css.slice(at, end < 0 ? css.length : end + 2), value: "" };
  }
  // Between these, from the days before style sheets, browsers read as if they were not there.
  const mark = css.startsWith("<!--", at) ? "<!--" : css.startsWith("-->", at) ? "-->" : undefined;
  if (mark !== undefined) return { type: "comment", text: mark, value: "" };
  if (character === '"' || character === "'") return stringAt(css, at);
  const number = match(NUMBER, css, at);
  if (number !== undefined) {
    const text = number + (nameAt(css, at + number.length) ?? "");
    return { type: "number", text, value: text };
  }
  if (character === "@" || character === "#") {
    const name = character === "@" ? nameAt(css, at + 1) : match(NAME, css, at + 1);
    if (name === undefined) return { type: "delimiter", text: character, value: character };
    const value = decoded(name).toLowerCase();
    return { type: character === "@" ? "at-keyword" : "hash", text: character + name, value };
  }
  const name = nameAt(css, at);
  if (name === undefined) return { type: "delimiter", text: character, value: character };
  return named(css, at, name);
}

/** A name, or the function that it opens; `url(` without quotes is a token of its own. */
function named(css: string, at: number, name: string): Token {
  const value = decoded(name).toLowerCase();
  const end = at + name.length;
  if (css[end] !== "(") return { type: "identifier", text: name, value };
  const blanks = match(SPACE, css, end + 1) ?? "";
  const first = css[end + 1 + blanks.length];
  if (value !== "url" || first === '"' || first === "'") return { type: "function", text: `${name}(`, value };
  return addressAt(css, at, end + 1 + blanks.length);
}

function addressAt(css: string, start: number, from: number): Token {
  const parts: string[] = [];
  for (let at = from; ; ) {
    const plain = match(PLAIN_IN_URL, css, at);
    if (plain !== undefined) {
      parts.push(plain);
      at += plain.length;
      continue;
    }
    if (css[at] === "\\" && /[^\n\r\f]/.test(css[at + 1] ?? "\n")) {
      const escaped = match(ESCAPE, css, at)!;
      parts.push(decoded(escaped));
      at += escaped.length;
      continue;
    }
    const end = at + (match(SPACE, css, at)?.length ?? 0);
    if (css[end] === ")") return { type: "url", text: css.slice(start, end + 1), value: parts.join("") };
    return { type: "bad", text: css.slice(start, endOfBadAddress(css, end)), value: "" };
  }
}

function endOfBadAddress(css: string, from: number): number {
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === ")") return at + 1;
    if (css[at] === "\\") at += 1;
  }
  return css.length;
}

function stringAt(css: string, start: number): Token {
  const quote = css[start]!;
  const parts: string[] = [];
  for (let at = start + 1; at < css.length; ) {
    const character = css[at]!;
    if (character === quote) return { type: "string", text: css.slice(start, at + 1), value: parts.join("") };
    if (/[\n\r\f]/.test(character)) return { type: "bad", text: css.slice(start, at), value: "" };
    const escaped = match(ESCAPE, css, at);
    const piece = escaped ?? match(PLAIN_IN_STRING, css, at) ?? character;
    parts.push(escaped === undefined ? piece : decoded(escaped));
    at += piece.length;
  }
  return { type: "bad", text: css.slice(start), value: "" };
}

function nameAt(css: string, at: number): string | undefined {
  return match(NAME_START, css, at) === undefined ? undefined : match(NAME, css, at);
}

/** @param pattern a sticky one. */
function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Escapes are what they stand for (CSS Syntax 3, 4.3.7); an escaped end of line is nothing. */
function decoded(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(new RegExp(ESCAPE.source, "g"), (_, hex: string | undefined, other: string = "") => {
    if (hex === undefined) return /^[\n\r\f]/.test(other) ? "" : other;
    const code = Number.parseInt(hex, 16);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : "\uFFFD";
  });
}
