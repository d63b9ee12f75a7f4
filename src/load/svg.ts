/**
 * Makes an SVG file a picture and nothing else: no scripts, no addresses, no document type.
 *
 * A picture in a PDF is drawn by a browser that runs no scripts in it and fetches nothing; but an
 * ebook carries the file itself to other people's programs. So the file is read as XML, and where
 * it has something that a still picture does not need, it is written anew without.
 */
import { SaxesParser, type SaxesTagPlain } from "saxes";

export interface SafeSvg {
  /** The same bytes when nothing had to go. */
  readonly bytes: Uint8Array;
  /** What was taken out, each kind once. */
  readonly removed: readonly string[];
}

/** The file is not XML that can be read, or it multiplies. The message is a part of a sentence. */
export class SvgFault extends Error {
  override readonly name = "SvgFault";
}

/** Elements that go with all they contain. */
const REMOVED = new Set(
  "script handler listener iframe object embed applet audio video canvas form input button select textarea link meta base frame frameset".split(
    " ",
  ),
);
const DOCTYPE = /<!DOCTYPE\s[^>[]*(?:\[([\s\S]*?)\]\s*)?>/;
const ENTITY = /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
/** An address inside of the file, or a picture that is written into it. */
const INSIDE = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i;
/** Where a link may lead; see `LINK_SCHEMES` of the parser. */
const LINK = /^\s*(?:#|(?:https?|mailto|tel|ftp|urn|doi):)/i;
const CSS_FETCH =
  /@import[^;]*;?|url\(\s*(?!["']?\s*(?:#|data:(?:image\/(?!svg)|font\/|application\/(?:x-)?font)))[^)]*\)/gi;
/** Characters that all entities together may stand for, and copies that `<use>` may make. */
const MOST_CHARACTERS = 1_000_000;
const MOST_COPIES = 100_000;
const DEEPEST = 500;
/** Where a document type stands, if there is one. */
const HEAD = 1_000_000;

/** @throws SvgFault when it is no picture that can be shown. */
export function safeSvg(bytes: Uint8Array): SafeSvg {
  const encoding = encodingOf(bytes);
  const source = decode(bytes, encoding);
  const removed = new Set<string>();
  const subset = DOCTYPE.exec(source.slice(0, HEAD));
  const text = subset ? source.replace(subset[0], "") : source;
  const rewritten = rewrite(text, entitiesOf(subset?.[1] ?? "", removed), removed);
  // A document type alone is no danger to speak of, but ebooks may not have one that is fetched.
  const same = removed.size === 0 && !subset && /^utf-?8$/i.test(encoding);
  return { bytes: same ? bytes : Buffer.from(rewritten), removed: [...removed] };
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  return /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)/.exec(head)?.[1] ?? "utf-8";
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SvgFault("its letters are not in the encoding that it declares");
  }
}

/** Entities that the file declares itself (Illustrator does), with those inside them written out. */
function entitiesOf(subset: string, removed: Set<string>): Map<string, string> {
  const found = new Map<string, string>();
  let total = 0;
  if (/<!ENTITY\s[^>]*\b(?:SYSTEM|PUBLIC)\b/.test(subset)) removed.add("an entity from outside");
  for (const [, name = "", double, single = ""] of subset.matchAll(ENTITY)) {
    const value = (double ?? single).replace(
      /&(?:#(\d+)|#x([0-9a-f]+)|([\w.:-]+));/gi,
      (whole, decimal, hex, inner) => {
        if (inner !== undefined) return found.get(inner) ?? whole;
        return codePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
      },
    );
    total += value.length;
    if (total > MOST_CHARACTERS) throw new SvgFault("its entities multiply without end");
    found.set(name, value);
  }
  return found;
}

/** What is being written, and what must not be. */
interface Writing {
  readonly parts: string[];
  readonly removed: Set<string>;
  /** How many elements that go are open. */
  skipping: number;
  style: boolean;
  depth: number;
  characters: number;
}

function rewrite(text: string, entities: ReadonlyMap<string, string>, removed: Set<string>): string {
  const parser = new SaxesParser({ xmlns: false, position: true });
  for (const [name, value] of entities) parser.ENTITIES[name] = value;
  const writing: Writing = { parts: [], removed, skipping: 0, style: false, depth: 0, characters: 0 };
  const copies = copyCounter();
  const write = (part: string) => {
    if (writing.skipping > 0) return;
    writing.characters += part.length;
    if (writing.characters > text.length + 100 * MOST_CHARACTERS) throw new SvgFault("its entities multiply");
    writing.parts.push(part);
  };
  parser.on("error", (error) => {
    throw new SvgFault(error.message.replace(/^[\d:\s]+/, ""));
  });
  parser.on("doctype", () => {
    throw new SvgFault("its document type cannot be read");
  });
  parser.on("opentag", (tag) => {
    writing.depth += 1;
    // A page that asks to sign in is XML too, and would leave a gap in the book.
    if (writing.depth === 1 && localName(tag.name) !== "svg")
      throw new SvgFault(`it is a document of \`<${tag.name}>\`, not a drawing`);
    if (writing.depth > DEEPEST) throw new SvgFault("its elements are nested too deeply");
    open(tag, writing, write);
    copies.open(tag);
  });
  parser.on("closetag", (tag) => {
    writing.depth -= 1;
    copies.close();
    close(tag, writing, write);
  });
  parser.on("text", (value) =>
    write(writing.style ? safeCss(value, removed, escapeText) : escapeText(value)),
  );
  parser.on("cdata", (value) =>
    write(writing.style ? safeCss(value, removed, escapeText) : escapeText(value)),
  );
  parser.on("comment", (value) => write(`<!--${value}-->`));
  parser.on("processinginstruction", ({ target, body }) => {
    if (/stylesheet/i.test(target)) removed.add(`\`<?${target}?>\``);
    else write(`<?${target} ${body}?>`);
  });
  parser.write(text).close();
  copies.check();
  return writing.parts.join("");
}

function open(tag: SaxesTagPlain, writing: Writing, write: (part: string) => void): void {
  const name = localName(tag.name);
  if (writing.skipping > 0 || REMOVED.has(name)) {
    if (writing.skipping === 0) writing.removed.add(`\`<${name}>\``);
    writing.skipping += 1;
    return;
  }
  writing.style = name === "style";
  const attributes = Object.entries(tag.attributes).flatMap(([attribute, value]) => {
    const kept = safeAttribute(name, attribute, value, tag, writing.removed);
    return kept === undefined ? [] : [` ${attribute}="${escapeAttribute(kept)}"`];
  });
  write(`<${tag.name}${attributes.join("")}${tag.isSelfClosing ? "/" : ""}>`);
}

function close(tag: SaxesTagPlain, writing: Writing, write: (part: string) => void): void {
  writing.style = false;
  if (writing.skipping > 0) writing.skipping -= 1;
  else if (!tag.isSelfClosing) write(`</${tag.name}>`);
}

function safeAttribute(
  element: string,
  attribute: string,
  value: string,
  tag: SaxesTagPlain,
  removed: Set<string>,
): string | undefined {
  const name = localName(attribute);
  if (name.startsWith("on")) return gone(removed, `\`${name}\``);
  if (["href", "src", "srcset", "srcdoc", "action", "formaction", "base"].includes(name)) {
    const safe = element === "a" ? LINK.test(value) : INSIDE.test(value);
    return safe && !/\p{Cc}/u.test(value) ? value : gone(removed, `the address \`${shorten(value)}\``);
  }
  // Animation can write an address or a handler where none was.
  const target = tag.attributes.attributeName;
  if (target && /^(?:on|(?:xlink:)?href$)/i.test(target))
    return gone(removed, `an animation of \`${target}\``);
  return safeCss(value, removed, (text) => text);
}

function gone(removed: Set<string>, what: string): undefined {
  removed.add(what);
  return undefined;
}

function safeCss(css: string, removed: Set<string>, written: (text: string) => string): string {
  // An escape may spell `url` so that nobody sees it.
  const plain = css.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
    codePoint(Number.parseInt(code, 16)),
  );
  if (!CSS_FETCH.test(plain)) return written(css);
  CSS_FETCH.lastIndex = 0;
  removed.add("a style that fetches something");
  return written(plain.replace(CSS_FETCH, "none"));
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

/**
 * Counts the copies that `<use>` makes of copies: twelve lines can ask for more than there is
 * room for in any machine.
 */
function copyCounter() {
  const uses = new Map<string, string[]>();
  const all: string[] = [];
  const ids: (string | undefined)[] = [];
  return {
    open({ name, attributes }: SaxesTagPlain) {
      ids.push(attributes.id);
      const href = attributes.href ?? attributes["xlink:href"] ?? "";
      if (localName(name) !== "use" || !href.startsWith("#")) return;
      const target = href.slice(1);
      all.push(target);
      for (const id of new Set(ids)) {
        if (id === undefined) continue;
        const targets = uses.get(id) ?? [];
        targets.push(target);
        uses.set(id, targets);
      }
    },
    close: () => void ids.pop(),
    check() {
      const known = new Map<string, number>();
      const count = (id: string): number => {
        const before = known.get(id);
        if (before !== undefined) return before;
        // A picture that shows itself is not shown at all (SVG 2, section 5.6).
        known.set(id, 0);
        const copies = (uses.get(id) ?? []).reduce((sum, each) => sum + count(each), 1);
        known.set(id, copies);
        return copies;
      };
      if (all.reduce((sum, id) => sum + count(id), 0) > MOST_COPIES)
        throw new SvgFault("its `<use>` elements multiply");
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (each) => `&#${each.charCodeAt(0)};`);
}
