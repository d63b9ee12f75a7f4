/**
 * Our own rules on what readers with a disability need (EPUB Accessibility 1.1, WCAG 2.2).
 *
 * EPUBCheck says whether a file is well made, not whether everybody can read it.
 */
import { posix } from "node:path";
import type { Finding, Place } from "../../../diagnostics/finding.js";
import { type Document, isDocument, readDocument, type Tag, type TextFiles } from "./document.js";

type Rule = (document: Document, documents: ReadonlyMap<string, Document>) => Finding[];

const RULES: readonly Rule[] = [language, title, headings, images, pages, landmarks];

export function checkAccessibility(files: TextFiles): Finding[] {
  const documents = [...files]
    .filter(([path]) => isDocument(path))
    .flatMap(([path, text]) => readDocument(path, text) ?? []);
  return checkDocuments(documents);
}

export function checkDocuments(documents: readonly Document[]): Finding[] {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  return documents.flatMap((document) => RULES.flatMap((rule) => rule(document, byPath)));
}

function finding(message: string, at: Place, hint: string): Finding {
  return { code: "epub-accessibility", message, at, hint };
}

function language({ tags }: Document): Finding[] {
  const html = tags.find(({ name }) => name === "html");
  if (!html || html.attributes.lang || html.attributes["xml:lang"]) return [];
  return [
    finding(
      "The document does not say its language",
      html.at,
      "Give `html` the attributes lang and xml:lang",
    ),
  ];
}

function title({ path, title: text }: Document): Finding[] {
  if (text.trim() !== "") return [];
  return [finding("The document has no title", { path }, "Give it a `title` that tells it from the others")];
}

/** Levels step down one at a time; how many they step up at once does not matter (WCAG 1.3.1). */
function headings({ tags }: Document): Finding[] {
  const found: Finding[] = [];
  let last = 0;
  for (const { name, at } of tags) {
    const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
    if (level === 0) continue;
    if (last > 0 && level > last + 1) {
      const message = `A heading of level ${level} follows one of level ${last}`;
      found.push(finding(message, at, `Make it a heading of level ${last + 1}`));
    }
    last = level;
  }
  return found;
}

function images({ tags }: Document): Finding[] {
  return tags
    .filter(({ name, attributes }) => name === "img" && attributes.alt === undefined)
    .map(({ at, attributes }) =>
      finding(
        `The image “${attributes.src ?? ""}” has no text that describes it`,
        at,
        'Give it an `alt`, or an empty one and role="presentation" if it is decoration',
      ),
    );
}

/** Every entry of the page list leads to a mark of a page. */
function pages({ path, tags }: Document, documents: ReadonlyMap<string, Document>): Finding[] {
  return navigation(tags, "page-list").flatMap((tag) => {
    const [file = "", id = ""] = (tag.attributes.href ?? "").split("#");
    const target = documents.get(file === "" ? path : posix.join(posix.dirname(path), decodeURI(file)));
    const element = target?.tags.find(({ attributes }) => attributes.id === id);
    if (element?.attributes["epub:type"]?.split(" ").includes("pagebreak")) return [];
    const message = `The page list leads to “${tag.attributes.href}”, which is not a page break`;
    return [finding(message, tag.at, 'Lead it to an element with epub:type="pagebreak"')];
  });
}

function landmarks({ path, tags }: Document): Finding[] {
  const isNavigation = tags.some(
    ({ name, attributes }) => name === "nav" && attributes["epub:type"] === "toc",
  );
  if (!isNavigation) return [];
  if (navigation(tags, "landmarks").length > 0) return [];
  const hint = "Add a `nav` of the type landmarks with the start of the text and the parts around it";
  return [finding("The ebook has no landmarks", { path }, hint)];
}

/** The links of a `nav` of a type: those after it, up to the next `nav`. */
function navigation(tags: readonly Tag[], type: string): Tag[] {
  let isInside = false;
  return tags.filter(({ name, attributes }) => {
    if (name === "nav") isInside = attributes["epub:type"] === type;
    return isInside && name === "a";
  });
}
