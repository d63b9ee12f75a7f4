/** Takes a publication from its folder as far as a book, with what every stage on the way finds. */
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { rightsLine } from "../../src/adapt/colophon-imprint.js";
import { composeEdition, readSources } from "../../src/build/sources.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { loadPublication } from "../../src/load/load.js";
import type { Book, Section } from "../../src/model/book.js";
import type { Publication } from "../../src/model/publication.js";

export interface ComposedFolder {
  readonly publication: Publication;
  readonly book: Book;
  /** Title, people, rights and publisher, then all sections, one after the other, with their notes. */
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param place a folder, or a file that describes a publication or is one. */
export async function composeFolder(place: string): Promise<ComposedFolder> {
  const found: Diagnostic[] = [];
  const publication = await loadPublication(place, (each) => void found.push(each));
  if (publication === undefined) throw new Error(`no publication: ${JSON.stringify(found)}`);
  const sources = await readSources(publication, publication.editions);
  const { book, diagnostics } = await composeEdition(sources, publication.editions[0]!);
  return { publication, book, html: htmlOf(book), diagnostics: [...found, ...diagnostics] };
}

function htmlOf(book: Book): string {
  const { metadata, sections, imprint } = book;
  const { title, subtitle, language, contributors, publisher } = metadata;
  const people = contributors.map(({ name }) => name);
  const lines = imprint.map((each) => each.text);
  const said = [title, subtitle, ...people, rightsLine(book), ...lines, publisher];
  const credits = said.flatMap((value) => (value === undefined ? [] : [element("p", {}, [text(value)])]));
  const children = [element("header", { lang: language }, credits), ...sections.map(sectionOf)];
  return toHtml({ type: "root", children });
}

/** With its title as an attribute, for a part has no text that holds it. */
function sectionOf({ role, title, bodies, generated = [], notes }: Section): Element {
  const content = bodies.flatMap(({ tree }) => tree.children as ElementContent[]);
  const asides = notes.map(({ label, children }) => element("aside", { id: label }, [...children]));
  return element("section", { className: [role], title }, [...content, ...generated, ...asides]);
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
