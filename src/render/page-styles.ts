/** The style rules that come from the edition and not from its theme: page size, variables, running titles. */
import type { Book, Section } from "../model/book.js";
import type { PdfEdition } from "../model/publication.js";

/**
 * `--book-title`, `--book-author` and `--section-title` are strings for running heads; each
 * variable of the edition is a custom property that the theme may use.
 */
export function pageStyles(edition: PdfEdition, book: Book, first: Section): string {
  const { width, height } = edition.trim;
  const authors = book.metadata.contributors.filter(({ role }) => role === "aut").map(({ name }) => name);
  const properties = {
    "--trim-width": `${width}pt`,
    "--trim-height": `${height}pt`,
    "--book-title": cssString(book.metadata.title),
    "--book-author": cssString(authors.join(", ")),
    "--section-title": cssString(first.title),
    ...Object.fromEntries(
      Object.entries(edition.variables).map(([name, value]) => [`--${name}`, cssValue(value)]),
    ),
  };
  const declarations = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  return `@page { size: ${width}pt ${height}pt; }\n:root {\n${declarations.join("\n")}\n}\n`;
}

/** A CSS string token (CSS Syntax 3, section 4.3.5). */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `).replace(/[ \t\n\f\r]+/g, " ")}"`;
}

/** A variable's value as one CSS value: it can end neither its declaration nor the style element. */
function cssValue(value: string | number | boolean): string {
  return String(value).replace(/[;{}<\\]/g, " ");
}
