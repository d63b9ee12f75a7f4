/** Reads the documents of an ebook for our own rules: their elements, one after another, with their places. */
import { SaxesParser } from "saxes";
import type { Place } from "../../../diagnostics/finding.js";

/** Text files of an ebook by their path in the archive. */
export type TextFiles = ReadonlyMap<string, string>;

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Place;
}

export interface Document {
  readonly path: string;
  readonly tags: readonly Tag[];
  readonly title: string;
}

/** Whether a file of an archive is a document, by its name. */
export function isDocument(path: string): boolean {
  return /\.x?html?$/.test(path);
}

/** Undefined when it is not well-formed: EPUBCheck says so, and says where. */
export function readDocument(path: string, text: string): Document | undefined {
  const tags: Tag[] = [];
  let title = "";
  let inTitle = false;
  let isWellFormed = true;
  const parser = new SaxesParser({ position: true, xmlns: false as const });
  parser.on("error", () => {
    isWellFormed = false;
  });
  parser.on("opentag", ({ name, attributes }) => {
    tags.push({ name, attributes, at: { path, line: parser.line, id: attributes.id } });
    inTitle = name === "title" && title === "";
  });
  parser.on("closetag", () => {
    inTitle = false;
  });
  parser.on("text", (content) => {
    if (inTitle) title += content;
  });
  parser.write(text).close();
  return isWellFormed ? { path, tags, title } : undefined;
}
