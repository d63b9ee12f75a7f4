/** The characters of a book, each with the place where it comes first and the language that it has there. */
import type { Element, Nodes, Parents } from "hast";
import type { Book } from "../model/book.js";
import type { Location } from "../model/location.js";
import { isGlyphless } from "./glyphs.js";

export interface Occurrence {
  /** BCP 47. */
  readonly language: string;
  /** None for what stands in the publication file. */
  readonly location?: Location;
}

/** Characters that need a glyph, in the order of the book. Formulas have fonts of their own. */
export function charactersIn(book: Book): Map<string, Occurrence> {
  const found = new Map<string, Occurrence>();
  for (const section of book.sections) {
    const { language } = section;
    for (const { file, tree } of section.bodies) walk(tree, { file, language, found });
    for (const { children, location } of section.notes) {
      walk({ type: "root", children: [...children] }, { file: location.file, language, found });
    }
    walk({ type: "root", children: [...(section.generated ?? [])] }, { language, found });
    take(section.title, { language }, found);
  }
  const { title, subtitle = "", publisher = "", rights = "", contributors, language } = book.metadata;
  const names = contributors.map(({ name }) => name);
  take([title, subtitle, publisher, rights, ...names].join(""), { language }, found);
  return found;
}

interface Walk {
  readonly file?: string;
  readonly language: string;
  readonly found: Map<string, Occurrence>;
}

function walk(parent: Parents, context: Walk): void {
  for (const child of parent.children) {
    if (child.type === "text") takeText(child, child.value, context);
    else if (child.type === "element" && child.tagName !== "math") {
      walk(child, { ...context, language: languageOf(child) ?? context.language });
    }
  }
}

function languageOf({ properties }: Element): string | undefined {
  const language = properties.lang ?? properties.xmlLang;
  return typeof language === "string" && language !== "" ? language : undefined;
}

/** ASCII is in every font: texts of nothing else are the rule. */
const BEYOND_ASCII = /\P{ASCII}/u;

function takeText(node: Nodes, text: string, { file, language, found }: Walk): void {
  if (!BEYOND_ASCII.test(text)) return;
  let offset = 0;
  for (const character of text) {
    if (character > "~" && !found.has(character) && !isGlyphless(character)) {
      const location = file === undefined ? undefined : placeIn(file, node, text.slice(0, offset));
      found.set(character, { language, ...(location ? { location } : {}) });
    }
    offset += character.length;
  }
}

function take(text: string, occurrence: Occurrence, found: Map<string, Occurrence>): void {
  for (const character of text) {
    if (character > "~" && !found.has(character) && !isGlyphless(character)) found.set(character, occurrence);
  }
}

/** The place of a character in a text, after what stands before it there. */
function placeIn(file: string, { position }: Nodes, before: string): Location {
  const start = position?.start ?? { line: 1, column: 1 };
  const lines = before.split("\n");
  if (lines.length === 1) return { file, line: start.line, column: start.column + before.length };
  return { file, line: start.line + lines.length - 1, column: lines.at(-1)!.length + 1 };
}
