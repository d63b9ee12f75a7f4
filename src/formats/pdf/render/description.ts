/** What the finished file says about the book: its metadata, and the outline that viewers show beside the pages. */
import type { Book, ContentsEntry } from "../../../model/book.js";
import type { Metadata } from "../../../model/metadata.js";
import type { OutlineEntry } from "../../../model/print.js";
import type { MakingContext } from "../../format.js";
import type { DocumentInformation } from "../assemble/assembly.js";
import type { Print } from "../print.js";

/** The program, and a date in place of the publication's. */
export type Making = Pick<MakingContext, "creator" | "sourceDateEpoch">;

export type Description = Pick<Print, "information" | "outline" | "titlePage">;

export function describe(book: Book, making: Making): Description {
  const { metadata, contents } = book;
  const { title, subtitle = "", contributors } = metadata;
  return {
    information: { ...informationOf(metadata, making), ...declaredBy(book) },
    outline: outlineOf(contents),
    titlePage: [title, subtitle, ...contributors.map(({ name }) => name)].join(" "),
  };
}

function informationOf(metadata: Metadata, { creator, sourceDateEpoch: epoch }: Making): DocumentInformation {
  const { title, subtitle, description, publisher, rights, language, identifier } = metadata;
  const date = epoch === undefined ? metadata.date : new Date(epoch * 1000).toISOString().replace(".000", "");
  return {
    title: subtitle ? `${title}: ${subtitle}` : title,
    authors: metadata.contributors.filter(({ role }) => role === "aut").map(({ name }) => name),
    keywords: metadata.subjects.map(({ term }) => term),
    language,
    creator,
    ...(date === undefined ? {} : { date }),
    identifier,
    ...(description === undefined ? {} : { subject: description }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(rights === undefined ? {} : { rights }),
  };
}

/** Nothing where nothing is declared. */
function declaredBy({ metadata: { terms }, edition: { provenance }, imprint }: Book) {
  const statements = imprint.filter(({ kind }) => kind === "provenance").map(({ text }) => text);
  if (terms === undefined && provenance === undefined && statements.length === 0) return {};
  return {
    declared: {
      ...(terms === undefined ? {} : { terms }),
      ...(provenance === undefined ? {} : { provenance }),
      statements,
    },
  };
}

function outlineOf(contents: readonly ContentsEntry[]): OutlineEntry[] {
  return contents.map(({ id, label, title, level, children }) => ({
    id,
    title: label === undefined ? title : `${label} ${title}`,
    children: outlineOf(children),
    expanded: level === 0,
  }));
}
