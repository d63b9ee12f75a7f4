/**
 * Brings old or unknown HTML to what an EPUB content document may hold (HTML Standard, XML syntax).
 *
 * Presentational attributes become styles, obsolete elements their living equivalents. What has
 * no place in the ebook loses its tag or its attribute and keeps its text.
 */
import type { Element, Properties } from "hast";
import type { ContentRule } from "./rule.js";

const REPLACED: Readonly<Record<string, string>> = {
  acronym: "abbr",
  basefont: "span",
  big: "span",
  blink: "span",
  center: "div",
  dir: "ul",
  font: "span",
  // EPUBCheck knows `hgroup` of old, with headings alone, or of new, with paragraphs, by its version.
  hgroup: "div",
  label: "span",
  listing: "pre",
  marquee: "span",
  nobr: "span",
  picture: "span",
  plaintext: "pre",
  // No longer part of HTML: a reading stands beside its text.
  rb: "span",
  rtc: "span",
  strike: "s",
  tt: "code",
  xmp: "pre",
};

const REPLACED_STYLES: Readonly<Record<string, string>> = {
  big: "font-size: larger",
  center: "text-align: center",
  nobr: "white-space: nowrap",
};

const BLOCKS = words(`address article aside blockquote caption col colgroup dd details div dl dt fieldset
  figcaption figure footer h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary
  table tbody td tfoot th thead tr ul`);

const PHRASES = words(`a abbr area audio b bdi bdo br cite code data del dfn em i img ins kbd map mark math
  q rp rt ruby s samp small source span strong sub sup svg time track u var video wbr`);

/** Elements of the living standard under their own name; others under a neutral one. */
export const currentElement: ContentRule = (element) => {
  const name = element.tagName;
  const replacement = REPLACED[name];
  if (replacement !== undefined) {
    addStyle(element.properties, REPLACED_STYLES[name]);
    return { ...element, tagName: replacement };
  }
  if (BLOCKS.has(name) || PHRASES.has(name)) return element;
  return { ...element, tagName: element.children.some(isBlock) ? "div" : "span" };
};

export function isPhrase(name: string): boolean {
  return PHRASES.has(name);
}

export function isBlock(node: Element["children"][number]): boolean {
  return node.type === "element" && BLOCKS.has(node.tagName);
}

/** Phrases that may hold blocks where their parents may. */
const TRANSPARENT = words("a del ins map");

/**
 * A phrase, paragraph or `<pre>` that holds a block becomes a `<div>`: raw HTML around Markdown
 * makes such trees. Its children must be in their final form.
 */
export function blockAround(element: Element): Element {
  const { tagName, children } = element;
  const onlyPhrases = tagName === "p" || tagName === "pre" || PHRASES.has(tagName);
  if (!onlyPhrases || TRANSPARENT.has(tagName) || !children.some(holdsBlock)) return element;
  return { ...element, tagName: "div" };
}

function holdsBlock(node: Element["children"][number]): boolean {
  if (isBlock(node)) return true;
  return node.type === "element" && TRANSPARENT.has(node.tagName) && node.children.some(holdsBlock);
}

/** Attributes by the name that hast gives them; `*` is for every element. */
const ALLOWED: Readonly<Record<string, ReadonlySet<string>>> = {
  "*": words("id className lang dir title style role hidden translate epub:type xml:lang"),
  a: words("href hrefLang rel type"),
  audio: words("src controls loop muted preload"),
  bdo: words("dir"),
  blockquote: words("cite"),
  col: words("span"),
  colgroup: words("span"),
  data: words("value"),
  del: words("cite dateTime"),
  details: words("open"),
  img: words("src alt width height"),
  ins: words("cite dateTime"),
  li: words("value"),
  ol: words("start type reversed"),
  q: words("cite"),
  source: words("src type"),
  td: words("colSpan rowSpan headers"),
  th: words("colSpan rowSpan headers scope abbr"),
  time: words("dateTime"),
  track: words("src kind srcLang label default"),
  video: words("src controls loop muted preload poster width height"),
};

const NONE: ReadonlySet<string> = new Set();

/** Only attributes that the element may carry; presentational ones become its style. */
export const currentAttributes: ContentRule = (element) => {
  if (element.tagName === "svg" || element.tagName === "math") return element;
  const properties: Properties = {};
  const own = ALLOWED[element.tagName] ?? NONE;
  for (const [name, value] of Object.entries(element.properties)) {
    if (isAllowed(name, own)) properties[name] = value;
  }
  if (Object.keys(element.properties).some((name) => PRESENTATIONAL.has(name))) {
    for (const style of presentation(element)) addStyle(properties, style);
  }
  return { ...element, properties };
};

function isAllowed(name: string, own: ReadonlySet<string>): boolean {
  if (own.has(name) || ALLOWED["*"]!.has(name)) return true;
  return /^aria[A-Z]/.test(name) || /^data[A-Z]/.test(name);
}

const PRESENTATIONAL = words("align vAlign width height");
const ALIGNMENT = /^(left|right|center|justify)$/;
const VERTICAL_ALIGNMENT = /^(top|middle|bottom|baseline)$/;

/** Styles for the attributes of old HTML that say how an element looks. */
function presentation(element: Element): string[] {
  const { align, vAlign, width, height } = element.properties;
  const styles: string[] = [];
  if (ALIGNMENT.test(String(align)) && element.tagName !== "img") styles.push(`text-align: ${align}`);
  if (VERTICAL_ALIGNMENT.test(String(vAlign))) styles.push(`vertical-align: ${vAlign}`);
  const sized = element.tagName === "img" || element.tagName === "video";
  // The attribute counts whole pixels; anything else is a style.
  for (const [name, value] of Object.entries({ width, height })) {
    const length = cssLength(value);
    if (length === undefined || (sized && /^\d+$/.test(String(value)))) continue;
    styles.push(`${name}: ${length}`);
  }
  return styles;
}

function cssLength(value: unknown): string | undefined {
  const text = String(value ?? "").trim();
  if (/^\d+(\.\d+)?$/.test(text)) return `${text}px`;
  return /^\d+(\.\d+)?(%|px|em|rem|vw|vh)$/.test(text) ? text : undefined;
}

/** Adds declarations after those that the element has. */
export function addStyle(properties: Properties, style: string | undefined): void {
  if (style === undefined) return;
  const before = typeof properties.style === "string" ? properties.style.trim().replace(/;?$/, "; ") : "";
  properties.style = (before === "; " ? "" : before) + style;
}

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/));
}
