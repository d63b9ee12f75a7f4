/** The style rules that come from the edition and not from its theme: page size, variables, running titles. */
import { listed } from "../../../language/words.js";
import type { Book, Section } from "../../../model/book.js";
import type { PdfEdition } from "../../../model/publication.js";

/**
 * `--book-title`, `--book-author` and `--section-title` are strings for running heads; each
 * variable of the edition is a custom property that the theme may use.
 */
export function pageStyles(edition: PdfEdition, book: Book, first: Section): string {
  const { width, height } = edition.trim;
  const bleed = edition.bleed > 0 ? `${edition.bleed}pt` : undefined;
  const authors = book.metadata.contributors.filter(({ role }) => role === "aut").map(({ name }) => name);
  const properties = {
    "--trim-width": `${width}pt`,
    "--trim-height": `${height}pt`,
    ...(bleed === undefined ? {} : { "--bleed": bleed }),
    "--book-title": cssString(book.metadata.title),
    "--book-author": cssString(listed(edition, authors)),
    "--section-title": cssString(first.title),
    ...(book.notes === "side-notes" ? { "--side-notes": "1" } : {}),
    ...hyphensFor(edition.variables["text-align"]),
    ...(edition.watermark === undefined ? {} : { "--watermark": cssString(edition.watermark) }),
    ...Object.fromEntries(
      Object.entries(edition.variables).map(([name, value]) => [
        `--${name}`,
        LEADING.test(name) ? onPixels(cssValue(value)) : cssValue(value),
      ]),
    ),
  };
  const declarations = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  const page = `size: ${width}pt ${height}pt;${bleed === undefined ? "" : ` bleed: ${bleed};`}`;
  const watermark = edition.watermark === undefined ? "" : WATERMARK;
  return `@page { ${page} }\n${watermark}:root {\n${declarations.join("\n")}\n}\n`;
}

/**
 * In a margin box, so that it is printed behind the text and is read by nobody (`paginate/planned/furniture.ts`). The
 * longer it is, the smaller.
 */
const WATERMARK = `@page {
  @left-middle { content: var(--watermark); }
}
.pagedjs_margin-left-middle > .pagedjs_margin-content::after {
  position: absolute;
  top: calc(var(--trim-height) / 2);
  left: calc(var(--trim-width) / 2);
  color: #dcdcdc;
  font: 600 var(--size-watermark, 54pt) / 1 var(--font-heading);
  transform: translate(-50%, -50%) rotate(-30deg);
  white-space: nowrap;
}
`;

/** Justified lines need hyphens, ragged ones do not, whatever the theme takes its own for; `hyphens` under `variables` is stronger. */
function hyphensFor(align: PdfEdition["variables"][string] | undefined): Readonly<Record<string, string>> {
  if (align === undefined) return {};
  return { "--hyphens": align === "justify" ? "manual" : "none" };
}

/** Variables that are distances from one line to the next. */
const LEADING = /^leading(?:-|$)/;

/** A browser places lines on whole pixels: between others every second line would stand closer to the next one. */
function onPixels(length: string): string {
  return /^\d*\.?\d+(?:pt|mm|cm|in|pc|q)$/i.test(length.trim()) ? `round(${length}, 1px)` : length;
}

/** A CSS string token (CSS Syntax 3, section 4.3.5). */
export function cssString(text: string): string {
  const line = text.replace(/[ \t\n\f\r]+/g, " ");
  // The blank ends the escape and is no part of the text.
  return `"${line.replace(/["\\<]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;
}

/**
 * A variable's value as one CSS value: it can end neither its declaration nor the style element. What
 * is no value as it stands, such as a title with an apostrophe, is there as a string.
 */
function cssValue(value: string | number | boolean): string {
  const text = String(value);
  return isWhole(text) ? text.replace(/[;{}<\\]/g, " ") : cssString(text);
}

/** True when every quote, bracket and comment that is opened is closed (CSS Syntax 3, 5.4.7). */
function isWhole(text: string): boolean {
  const bare = text.replace(/"[^"\n\\]*"|'[^'\n\\]*'/g, "");
  if (/["'\n\r\f]|\/\*|\*\//.test(bare)) return false;
  const open: string[] = [];
  for (const character of bare) {
    if (character === "(" || character === "[") open.push(character === "(" ? ")" : "]");
    else if ((character === ")" || character === "]") && open.pop() !== character) return false;
  }
  return open.length === 0;
}
