/** Books composed from Markdown, for the tests of typography. */
import type { Element, Parents } from "hast";
import { compose } from "../../../src/compose/compose.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Book } from "../../../src/model/book.js";
import type { Edition } from "../../../src/model/publication.js";
import { parseMarkdown } from "../../../src/read/markdown/parse.js";

const PLACE = { file: "publication.yaml", line: 1, column: 1 };

export interface Composed {
  readonly book: Book;
  readonly diagnostics: readonly Diagnostic[];
}

/** A book of one chapter. */
export function composeText(markdown: string, language: string, more: Partial<Edition> = {}): Composed {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const edition = {
    id: "ebook",
    format: "epub",
    theme: "novel",
    metadata: {
      title: "L'essai",
      language,
      contributors: [],
      date: "2026",
      subjects: [],
      identifier: "urn:x:y",
    },
    parts: [],
    sections: [{ role: "chapter", matter: "body", files: ["text.md"], location: PLACE }],
    variables: {},
    tocDepth: 2,
    location: PLACE,
    ...more,
  } as Edition;
  const manuscripts = new Map([["text.md", parseMarkdown("text.md", markdown, report)]]);
  return { book: compose(edition, manuscripts, new Map(), report), diagnostics };
}

/** Each tree of a book: the files of its sections and their notes. */
export function treesOf(book: Book): Parents[] {
  return book.sections.flatMap((section) => [
    ...section.bodies.map(({ tree }) => tree),
    ...section.notes.map(({ children }): Parents => ({ type: "root", children: [...children] })),
  ]);
}

/** Texts with the elements around them, from the outside in. */
export function textsOf(tree: Parents, around: Element[] = []): { text: string; around: Element[] }[] {
  return tree.children.flatMap((node) => {
    if (node.type === "text") return [{ text: node.value, around }];
    return node.type === "element" ? textsOf(node, [...around, node]) : [];
  });
}
