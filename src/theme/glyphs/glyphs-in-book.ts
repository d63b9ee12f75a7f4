/** The characters of a book, each with the place where it comes first and the language that it has there. */
import type { Element, Nodes, Parents } from "hast";
import type { Location } from "../../diagnostics/location.js";
import type { Book } from "../../model/book.js";
import { emojiSequencesIn } from "./emoji.js";
import { isGlyphless } from "./glyphs.js";
import { textsOfSvg } from "./svg-texts.js";

export interface Occurrence {
  /** BCP 47. */
  readonly language: string;
  /** None for what stands in the publication file. */
  readonly location?: Location;
}

/** A piece of text, and what is around it. */
export interface BookText {
  readonly text: string;
  readonly language: string;
  /** Formulas have a font of their own. */
  readonly isFormula: boolean;
  /** Where a character of it is in the sources, by its offset. */
  readonly placeOf: (offset: number) => Location | undefined;
}

/**
 * Characters that need a glyph, in the order of the book, those of the text and those of formulas; and the
 * sequences of emoji, which need a font together.
 */
export function charactersIn(book: Book): {
  text: Map<string, Occurrence>;
  formulas: Map<string, Occurrence>;
} {
  const text = new Map<string, Occurrence>();
  const formulas = new Map<string, Occurrence>();
  visitTexts(book, (piece) => take(piece, piece.isFormula ? formulas : text));
  return { text, formulas };
}

/** ASCII is in every font: texts of nothing else are the rule. */
export const BEYOND_ASCII = /\P{ASCII}/u;

function take({ text, language, placeOf }: BookText, found: Map<string, Occurrence>): void {
  if (!BEYOND_ASCII.test(text)) return;
  const occurrence = (offset: number): Occurrence => {
    const location = placeOf(offset);
    return { language, ...(location ? { location } : {}) };
  };
  let offset = 0;
  for (const character of text) {
    if (character > "~" && !found.has(character) && !isGlyphless(character)) {
      found.set(character, occurrence(offset));
    }
    offset += character.length;
  }
  for (const { sequence, offset: start } of emojiSequencesIn(text)) {
    if (!found.has(sequence)) found.set(sequence, occurrence(start));
  }
}

/** Visits all that is set in type: the texts with their pictures, and what the publication file says. */
export function visitTexts(book: Book, visit: (text: BookText) => void): void {
  for (const section of book.sections) {
    const { language } = section;
    const context = { book, language, visit, isFormula: false };
    for (const { file, tree } of section.bodies) walk(tree, { ...context, file });
    for (const { children, location } of section.notes) {
      walk({ type: "root", children: [...children] }, { ...context, file: location.file });
    }
    walk({ type: "root", children: [...(section.generated ?? [])] }, context);
    visit({ text: section.title, language, isFormula: false, placeOf: nowhere });
  }
  const { title, subtitle = "", publisher = "", rights = "", contributors, language } = book.metadata;
  const names = contributors.map(({ name }) => name);
  const variables = Object.values(book.edition.variables).map(String);
  const text = [title, subtitle, publisher, rights, ...names, ...variables].join("");
  visit({ text, language, isFormula: false, placeOf: nowhere });
}

const nowhere = (): undefined => undefined;

interface Walk {
  readonly book: Book;
  readonly file?: string;
  readonly language: string;
  readonly isFormula: boolean;
  readonly visit: (text: BookText) => void;
}

function walk(parent: Parents, context: Walk): void {
  const { file, language, isFormula, visit } = context;
  for (const child of parent.children) {
    if (child.type === "text") {
      const text = child.value;
      const placeOf = (offset: number) =>
        file === undefined ? undefined : placeIn(file, child, text.slice(0, offset));
      visit({ text, language, isFormula, placeOf });
    } else if (child.type === "element") {
      if (child.tagName === "img") visitDrawing(child, context);
      const own = languageOf(child) ?? language;
      walk(child, { ...context, language: own, isFormula: isFormula || child.tagName === "math" });
    }
  }
}

/** A drawing has its words in a file of its own: they are told at the place where it is shown. */
function visitDrawing(image: Element, { book, file, language, visit }: Walk): void {
  const resource = book.resources.get(String(image.properties.src));
  if (resource?.mediaType !== "image/svg+xml") return;
  const placeOf = () => (file === undefined ? undefined : placeIn(file, image, ""));
  visit({ text: textsOfSvg(resource.bytes), language, isFormula: false, placeOf });
}

function languageOf({ properties }: Element): string | undefined {
  const language = properties.lang ?? properties.xmlLang;
  return typeof language === "string" && language !== "" ? language : undefined;
}

/** The place of a character in a text, after what stands before it there. */
function placeIn(file: string, { position }: Nodes, before: string): Location {
  const start = position?.start ?? { line: 1, column: 1 };
  const lines = before.split("\n");
  if (lines.length === 1) return { file, line: start.line, column: start.column + before.length };
  return { file, line: start.line + lines.length - 1, column: lines.at(-1)!.length + 1 };
}
