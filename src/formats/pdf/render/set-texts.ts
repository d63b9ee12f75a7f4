/** Collects all that a book sets in type: the texts with their drawings, and what the publication file says. */
import type { Element, Nodes, Parents } from "hast";
import { publisherLine } from "../../../adapt/colophon-imprint.js";
import { labelText } from "../../../adapt/section-label.js";
import type { Location } from "../../../diagnostics/location.js";
import { withDigits } from "../../../language/digits.js";
import { enumeration, word } from "../../../language/words.js";
import type { Book, Section } from "../../../model/book.js";
import { BEYOND_ASCII, type BookText, type BookTexts } from "../../../theme/glyphs/book-texts.js";
import { textsOfSvg } from "../../../theme/glyphs/svg-texts.js";

/** The texts of a part of a book, as `BookTexts` has them. */
export type SetTexts = Pick<BookTexts, "letters" | "texts">;

/** @param sections the texts of its sections. */
export function setTexts(
  book: Book,
  sections: readonly SetTexts[] = book.sections.map((section) => textsOfSection(section, book)),
): BookTexts {
  const { language } = book.metadata;
  const others = taken((take) => {
    take({ text: textOfPublication(book), language, kind: "words" });
    take({ text: textOfTemplates(book), language, kind: "words" });
  });
  const all = [...sections, others];
  return {
    language,
    languages: book.sections.map((each) => each.language),
    letters: all.reduce((sum, { letters }) => sum + letters, 0),
    texts: all.flatMap(({ texts }) => texts),
  };
}

export function textsOfSection(section: Section, { resources }: Pick<Book, "resources">): SetTexts {
  return taken((take) => takeSection(section, { resources, take }));
}

function taken(from: (take: Take) => void): SetTexts {
  const texts: BookText[] = [];
  let letters = 0;
  from((text) => {
    letters += text.text.length;
    if (BEYOND_ASCII.test(text.text)) texts.push(text);
  });
  return { letters, texts };
}

type Take = (text: BookText) => void;

type Context = Pick<Book, "resources"> & { readonly take: Take };

function takeSection({ bodies, notes, generated = [], title, language }: Section, context: Context): void {
  const around = { ...context, language, kind: "words" } as const;
  for (const { file, tree } of bodies) walk(tree, { ...around, file });
  for (const { children, location } of notes) {
    walk({ type: "root", children: [...children] }, { ...around, file: location.file });
  }
  walk({ type: "root", children: [...generated] }, around);
  context.take({ text: title, language, kind: "words" });
}

/** Title pages, running heads and styles show it. */
function textOfPublication(book: Book): string {
  const { metadata, edition, imprint } = book;
  const { title, subtitle = "", publisher = "", rights = "", contributors } = metadata;
  const names = contributors.map(({ name }) => name);
  const lines = [...imprint.map(({ text }) => text), publisherLine(book)];
  return [title, subtitle, publisher, rights, ...names, ...lines, ...Object.values(edition.variables)].join(
    "",
  );
}

/** What templates and margins write in the book's own words and digits. */
function textOfTemplates(book: Book): string {
  const { edition, sections } = book;
  const labels = sections.map((section) => labelText(book, section) ?? "");
  const credits = book.credits.map(({ phrase = "", people }) => {
    return (
      phrase +
      enumeration(
        edition,
        people.map(({ name }) => name),
      )
    );
  });
  const languages = [...new Set(sections.map(({ language }) => language))];
  const titles = languages.flatMap((language) => WRITTEN.map((key) => word(edition, language, key)));
  return [...labels, ...credits, ...titles, withDigits("0123456789", book.metadata.language)].join("");
}

const WRITTEN = ["toc", "notes", "isbn", "colophon"] as const;

interface Walk extends Context, Pick<BookText, "language" | "kind"> {
  /** Missing for what the program writes. */
  readonly file?: string;
}

function walk(parent: Parents, context: Walk): void {
  const { file, language, kind, take } = context;
  for (const child of parent.children) {
    if (child.type === "text") take({ text: child.value, language, kind, ...startOf(child, file) });
    else if (child.type === "element") {
      if (child.tagName === "img") takeDrawing(child, context);
      const own = languageOf(child) ?? language;
      walk(child, { ...context, language: own, kind: child.tagName === "math" ? "formula" : kind });
    }
  }
}

/** A drawing has its words in a file of its own. */
function takeDrawing(image: Element, { resources, file, language, take }: Walk): void {
  const resource = resources.get(String(image.properties.src));
  if (resource?.mediaType !== "image/svg+xml") return;
  take({ text: textsOfSvg(resource.bytes), language, kind: "drawing", ...startOf(image, file) });
}

function languageOf({ properties }: Element): string | undefined {
  const language = properties.lang ?? properties.xmlLang;
  return typeof language === "string" && language !== "" ? language : undefined;
}

function startOf({ position }: Nodes, file: string | undefined): { readonly start?: Location } {
  if (file === undefined) return {};
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { start: { file, line, column } };
}
