/**
 * Makes an SVG file a picture and nothing else: no scripts, no addresses, no document type.
 *
 * A picture in a PDF is drawn by a browser that runs no scripts in it and fetches nothing; but an
 * ebook carries the file itself to other people's programs. So the file is read as XML, and where
 * it has something that a still picture does not need, it is written anew without.
 */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { escapedAttribute, escapedText } from "../../hast/escape.js";
import { selfContainedSheet } from "../css/self-contained.js";
import { safeAttribute } from "./attributes.js";
import { copyCounter } from "./copies.js";
import { entitiesOf, withoutDoctype } from "./doctype.js";
import { SvgFault } from "./fault.js";
import { type FlowedText, flowedText } from "./flowed-text.js";
import { localName } from "./names.js";

export { SvgFault } from "./fault.js";

export interface SafeSvg {
  /** The same bytes when nothing had to go. */
  readonly bytes: Uint8Array;
  /** What was taken out, each kind once. */
  readonly removed: readonly string[];
  /** Text in it that no browser shows; empty when there is none. */
  readonly unseen: string;
}

/** Elements that go with all they contain. */
const REMOVED = new Set(
  "script handler listener iframe object embed applet audio video canvas form input button select textarea link meta base frame frameset".split(
    " ",
  ),
);
/** Characters that entities may add to the text, and elements in elements. */
const MOST_CHARACTERS = 1_000_000;
const DEEPEST = 500;

/** @throws SvgFault when it is no picture that can be shown. */
export function safeSvg(bytes: Uint8Array): SafeSvg {
  const encoding = encodingOf(bytes);
  const removed = new Set<string>();
  const { text, subset } = withoutDoctype(decode(bytes, encoding));
  const flowed = flowedText();
  const rewritten = rewrite(text, entitiesOf(subset ?? "", removed), removed, flowed);
  // A document type alone is no danger to speak of, but ebooks may not have one that is fetched.
  const same = removed.size === 0 && subset === undefined && /^utf-?8$/i.test(encoding);
  return { bytes: same ? bytes : Buffer.from(rewritten), removed: [...removed], unseen: flowed.words() };
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w-]+)/.exec(head)?.[1] ?? "utf-8";
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SvgFault("its letters are not in the encoding that it declares");
  }
}

/** What is being written, and what must not be. */
interface Writing {
  readonly parts: string[];
  readonly removed: Set<string>;
  /** How many elements that go are open. */
  skipping: number;
  /** What a style sheet says: only the whole of it is CSS, whatever stands between its pieces. */
  sheet: string[] | undefined;
  depth: number;
  characters: number;
}

function rewrite(
  text: string,
  entities: ReadonlyMap<string, string>,
  removed: Set<string>,
  flowed: FlowedText,
): string {
  const parser = new SaxesParser({ xmlns: false, position: true });
  for (const [name, value] of entities) parser.ENTITIES[name] = value;
  const writing: Writing = { parts: [], removed, skipping: 0, sheet: undefined, depth: 0, characters: 0 };
  const copies = copyCounter();
  const write = (part: string) => {
    if (writing.skipping > 0) return;
    writing.characters += part.length;
    if (writing.characters > text.length + 100 * MOST_CHARACTERS) throw new SvgFault("its entities multiply");
    writing.parts.push(part);
  };
  const writeText = (value: string) => {
    flowed.text(value);
    if (writing.sheet === undefined) write(escapedText(value));
    else if (writing.skipping === 0) writing.sheet.push(value);
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
    flowed.open(localName(tag.name));
  });
  parser.on("closetag", (tag) => {
    writing.depth -= 1;
    copies.close();
    flowed.close(localName(tag.name));
    close(tag, writing, write);
  });
  parser.on("text", writeText);
  parser.on("cdata", writeText);
  parser.on("comment", (value) => {
    if (writing.sheet === undefined) write(`<!--${value}-->`);
  });
  // A picture has no use for any; a declaration of XML is none.
  parser.on("processinginstruction", ({ target }) => {
    if (/stylesheet/i.test(target)) removed.add(`\`<?${target}?>\``);
  });
  parser.write(text).close();
  copies.check();
  return writing.parts.join("");
}

function open(tag: SaxesTagPlain, writing: Writing, write: (part: string) => void): void {
  const name = localName(tag.name);
  // An element in a style sheet is no part of it, and hides where its pieces meet.
  if (writing.skipping > 0 || REMOVED.has(name) || writing.sheet !== undefined) {
    if (writing.skipping === 0) writing.removed.add(`\`<${name}>\``);
    writing.skipping += 1;
    return;
  }
  const attributes = Object.entries(tag.attributes).flatMap(([attribute, value]) => {
    const kept = safeAttribute(tag, attribute, value, writing.removed);
    return kept === undefined ? [] : [` ${attribute}="${escapeAttribute(kept)}"`];
  });
  write(`<${tag.name}${attributes.join("")}${tag.isSelfClosing ? "/" : ""}>`);
  if (name === "style") writing.sheet = [];
}

function close(tag: SaxesTagPlain, writing: Writing, write: (part: string) => void): void {
  if (writing.skipping > 0) {
    writing.skipping -= 1;
    return;
  }
  if (writing.sheet !== undefined) {
    const { css, isWhole } = selfContainedSheet(writing.sheet.join(""));
    if (!isWhole) writing.removed.add("a style that fetches something");
    writing.sheet = undefined;
    write(escapedText(css));
  }
  if (!tag.isSelfClosing) write(`</${tag.name}>`);
}

function escapeAttribute(text: string): string {
  return escapedAttribute(text).replace(/[\t\n\r]/g, (each) => `&#${each.charCodeAt(0)};`);
}
