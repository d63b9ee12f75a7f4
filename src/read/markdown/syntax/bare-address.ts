/**
 * Bare addresses become links: `https://example.org/a`, `www.example.org`, `name@example.org`
 * (GitHub Flavored Markdown, “Autolinks (extension)”).
 *
 * Addresses of the web are taken from the source as they stand, so that `~`, `_` and `$` in them
 * mean nothing. Punctuation of Chinese and Japanese ends them: it stands without a blank. Those of mail are found in finished text, where a citation has been one before.
 */
import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import type { PlacedToken } from "../context.js";

const COLON = 0x3a;
const SCHEME = /(?:^|[^\p{L}\p{N}])(https?|ftp)$/iu;
/** The longest scheme, and a letter of two units before it. */
const LONGEST_SCHEME = 7;
const REST = /:\/\/[^\s<\p{P}\p{S}][^\s<、。，．：；！？「」『』【】（）《》〈〉〔〕［］｛｝]*/uy;
/** No character at which markdown-it looks for a mark (`isTerminatorChar`). */
const TEXT_BEFORE_WWW = /(?:[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]*?[\s(])?(?=www\.)/iy;
const WWW = /www\.[^\s<、。，．：；！？「」『』【】（）《》〈〉〔〕［］｛｝]+/iy;
/** What may stand before `www.` and before the name of a mailbox. */
const BEFORE_WWW = /[\s*_~(]/;
const MAIL = /(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[\w-]*[a-z0-9](?![\w-]|\.\w)/gi;
/** At the end of an address they belong to the sentence. */
const PUNCTUATION = /[?!.,:*_~'"]/;
const ENTITY = /&[a-z0-9]{1,31};$/i;
/** Characters of an entity. */
const LONGEST_ENTITY = 33;

export function bareAddress(md: MarkdownIt): void {
  md.inline.ruler.before("text", "bare_address", readAddress);
  md.inline.ruler.before("text", "bare_www", readWww);
  md.core.ruler.after("text_join", "bare_mail", linkMail);
}

/**
 * At the colon: the letters of the scheme are waiting to become text. Whether they are is asked last, for to look at
 * what waits takes a copy of all of it, and a long list of words has thousands of colons.
 */
function readAddress(state: StateInline, silent: boolean): boolean {
  const { src, pos, linkLevel } = state;
  if (linkLevel > 0 || src.charCodeAt(pos) !== COLON) return false;
  const scheme = SCHEME.exec(src.slice(Math.max(0, pos - LONGEST_SCHEME), pos))?.[1];
  if (scheme === undefined) return false;
  REST.lastIndex = pos;
  const rest = REST.exec(src)?.[0].slice(0, state.posMax - pos);
  const address = rest && trimmed(scheme + rest);
  if (!address || address.length <= scheme.length + 3 || !isAddress(address)) return false;
  if (!state.pending.endsWith(scheme)) return false;
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length);
    pushLink(state, address, address, pos - scheme.length);
  }
  state.pos = pos - scheme.length + address.length;
  return true;
}

/** Text that has `www.` in it before its next mark is read up to there. */
function readWww(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax, linkLevel } = state;
  if (linkLevel > 0 || silent) return false;
  TEXT_BEFORE_WWW.lastIndex = pos;
  const before = TEXT_BEFORE_WWW.exec(src)?.[0];
  if (before === undefined) return false;
  const start = pos + before.length;
  if (start > 0 && !BEFORE_WWW.test(src[start - 1]!)) return false;
  WWW.lastIndex = start;
  const address = trimmed(WWW.exec(src)?.[0].slice(0, posMax - start) ?? "");
  if (!hasDomain(address) || !isAddress(`http://${address}`)) return false;
  state.pending += before;
  pushLink(state, `http://${address}`, address, start);
  state.pos = start + address.length;
  return true;
}

/** Letters, digits and hyphens between points, two at least; no underscore in the last two. */
function hasDomain(address: string): boolean {
  const parts = /^[\w\-.]+/u.exec(address)?.[0].split(".") ?? [];
  return parts.length > 1 && parts.slice(-2).every((part) => part !== "" && !part.includes("_"));
}

/** The address without what belongs to the sentence around it. */
function trimmed(address: string): string {
  let end = address.length;
  /** Closing parentheses that nothing opens. */
  let loose = address.split(")").length - address.split("(").length;
  for (;;) {
    const last = address[end - 1] ?? "";
    const isLoose = last === ")" && loose > 0;
    if (isLoose) loose -= 1;
    if (isLoose || PUNCTUATION.test(last)) end -= 1;
    else {
      const entity = ENTITY.exec(address.slice(Math.max(0, end - LONGEST_ENTITY), end))?.[0];
      if (entity === undefined) return address.slice(0, end);
      end -= entity.length;
    }
  }
}

/** An address that no reading system could follow stays text. */
function isAddress(address: string): boolean {
  return URL.canParse(address);
}

function pushLink(state: StateInline, href: string, text: string, at: number): void {
  if (state.pending !== "") state.pushPending();
  const place = (token: PlacedToken, start: number) => {
    token.start = start;
    return token;
  };
  place(state.push("link_open", "a", 1), at).attrs = [["href", state.md.normalizeLink(href)]];
  place(state.push("text", "", 0), at).content = text;
  place(state.push("link_close", "a", -1), at + text.length);
}

function linkMail(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== "inline" || !token.content.includes("@")) continue;
    let links = 0;
    token.children = (token.children ?? []).flatMap((child) => {
      if (child.type === "link_open") links++;
      if (child.type === "link_close") links--;
      return child.type === "text" && links === 0 ? withMail(state, child) : [child];
    });
  }
}

function withMail(state: StateCore, token: PlacedToken): Token[] {
  const pieces: Token[] = [];
  const piece = (type: string, tag: string, nesting: -1 | 0 | 1, from: number, to = from) => {
    const made: PlacedToken = new state.Token(type, tag, nesting);
    made.content = token.content.slice(from, to);
    if (token.start !== undefined) made.start = token.start + from;
    pieces.push(made);
    return made;
  };
  let done = 0;
  for (const { 0: mail, index } of token.content.matchAll(MAIL)) {
    if (index > done) piece("text", "", 0, done, index);
    done = index + mail.length;
    piece("link_open", "a", 1, index).attrs = [["href", `mailto:${mail}`]];
    piece("text", "", 0, index, done);
    piece("link_close", "a", -1, done);
  }
  if (done === 0) return [token];
  if (done < token.content.length) piece("text", "", 0, done, token.content.length);
  return pieces;
}
