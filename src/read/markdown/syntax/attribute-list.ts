/**
 * Reads `{#id .class key="value"}`, the attribute lists of Pandoc's Markdown, and `{: .class }` of
 * kramdown and Python-Markdown.
 *
 * The grammar is strict, so that braces in ordinary text stay text: a list holds nothing but
 * ids, classes, pairs and `-` (short for `.unnumbered`).
 */
import type { Token } from "markdown-it";

export interface AttributeList {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** Offset after the closing brace. */
  readonly end: number;
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_:-]*`;
const ID = String.raw`#[\p{L}\p{N}_][\p{L}\p{N}_:.-]*`;
const CLASSES = String.raw`(?:\.-?[\p{L}_][\p{L}\p{N}_:-]*)+`;
const VALUE = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'{}=<>\x60]+)`;
const ITEM = `(?:${ID}|${CLASSES}|${NAME}=${VALUE}|-)`;
const LIST = new RegExp(String.raw`\{:?\s*${ITEM}(?:\s+${ITEM})*\s*\}`, "suy");
const ITEMS = new RegExp(`(${ID})|(${CLASSES})|(${NAME})=(${VALUE})|(-)`, "gsu");
/** Names that HTML or a step of the parser gives a meaning; those of web sites at the end are left out without a word. */
const KNOWN =
  /^(?:lang|dir|width|height|alt|title|start|role|looseness|colspan|rowspan|scope|caption|(?:fig|lst)-(?:alt|cap)|target|rel|download|loading|decoding)$/;
const IMAGE_TEXT = /^(?:fig-)?alt$/;
/** Names that become `data-…`, and whose braces a table's caption may still end with. */
const ALSO_KNOWN = new Set(["only", "not", "tbl-colwidths", "style", "markdown", "anchor"]);
const NAMESPACED = /^(?:data|aria)-/;

/** The attribute list that begins at `at`, if a well-formed one does. */
export function readAttributeList(text: string, at: number): AttributeList | undefined {
  if (text.charCodeAt(at) !== 0x7b) return undefined;
  LIST.lastIndex = at;
  const match = LIST.exec(text);
  return match ? parse(match[0].slice(1, -1), LIST.lastIndex) : undefined;
}

/**
 * The attribute list that a line of text ends with, after at least one blank or alone.
 * It counts only when all its names are known: unlike in the other places braces are
 * ordinary punctuation here.
 */
export function readTrailingAttributeList(text: string): (AttributeList & { start: number }) | undefined {
  if (!text.endsWith("}")) return undefined;
  let at = text.length;
  for (let tries = 0; tries < 4 && at > 0; tries++) {
    at = text.lastIndexOf("{", at - 1);
    if (at < 0) return undefined;
    const list = at === 0 || /\s/.test(text[at - 1]!) ? readAttributeList(text, at) : undefined;
    if (list?.end === text.length && list.pairs.every(([name]) => isKnown(name)))
      return { ...list, start: at };
  }
  return undefined;
}

function parse(items: string, end: number): AttributeList {
  const classes: string[] = [];
  const pairs: [string, string][] = [];
  let id: string | undefined;
  for (const [, idItem, classItems, name, value, dash] of items.matchAll(ITEMS)) {
    if (idItem) id = idItem.slice(1);
    else if (classItems) classes.push(...classItems.slice(1).split("."));
    else if (dash) classes.push("unnumbered");
    else if (name === "id") id = unquote(value!);
    else if (name === "class") classes.push(...unquote(value!).split(/\s+/));
    else pairs.push([name!.toLowerCase(), unquote(value!)]);
  }
  return { ...(id === undefined ? {} : { id }), classes, pairs, end };
}

function unquote(value: string): string {
  return /^["']/.test(value) ? value.slice(1, -1).replace(/\\(["'\\])/g, "$1") : value;
}

function isKnown(name: string): boolean {
  return KNOWN.test(name) || NAMESPACED.test(name) || ALSO_KNOWN.has(name);
}

/** A style is one of CSS (`color: red`); others, like `style=github`, are names of some tool's own. */
function hasMeaning(name: string, value: string): boolean {
  return KNOWN.test(name) || NAMESPACED.test(name) || (name === "style" && value.includes(":"));
}

/**
 * Puts a list on a token. A name without a meaning in HTML becomes `data-name`, as Pandoc
 * does it: valid in every output and there for templates and styles.
 */
export function applyAttributes(list: AttributeList, token: Token): void {
  if (list.id !== undefined) token.attrSet("id", list.id);
  for (const name of list.classes) token.attrJoin("class", name);
  for (const [name, value] of list.pairs) {
    if (token.type === "image" && IMAGE_TEXT.test(name)) token.meta = { ...token.meta, alt: value };
    else token.attrSet(hasMeaning(name, value) ? name : `data-${name}`, value);
  }
}
