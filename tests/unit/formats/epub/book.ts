/** Small books made by hand, as `compose` would hand them over, and a way to look into what was published. */
import { tmpdir } from "node:os";
import path from "node:path";
import type { ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import JSZip from "jszip";
import { creditsOf, isbnOf } from "../../../../src/compose/credits.js";
import { type EpubContext, publishEpub } from "../../../../src/formats/epub/index.js";
import type { Body, Book, ContentsEntry, Note, Resource, Section } from "../../../../src/model/book.js";
import type { Metadata } from "../../../../src/model/metadata.js";
import type { EpubEdition } from "../../../../src/model/publication.js";
import { type Role, roleDefinition } from "../../../../src/model/roles.js";

const LOCATION = { file: "publication.yaml", line: 1, column: 1 };

export const METADATA: Metadata = {
  title: "Salt & Light <in> the “Fen”",
  subtitle: "A field book",
  language: "en",
  contributors: [
    { name: "Ada Marsh", fileAs: "Marsh, Ada", role: "aut" },
    { name: "Ben Reed", role: "aut" },
    { name: "Cleo Sedge", fileAs: "Sedge, Cleo", role: "trl" },
  ],
  publisher: "Fen & Sons",
  date: "2026-03",
  rights: "© 2026 Ada Marsh",
  description: "Birds, water & weather.",
  subjects: [
    { term: "Wetlands", scheme: "thema", code: "RGBL" },
    { term: "birds" },
    { term: "", scheme: "bisac", code: "NAT004000" },
  ],
  identifier: "urn:isbn:9780306406157",
  workIdentifier: "urn:uuid:5b3a2c1e-7d4f-4e0a-9b67-2f1c8d3e4a55",
  series: { name: "Field books", position: 0 },
};

export interface SectionInput {
  readonly id: string;
  readonly role?: Role;
  readonly title?: string;
  readonly label?: string;
  readonly language?: string;
  readonly html?: string;
  readonly notes?: readonly Note[];
  /** What the program wrote for a section without a file. */
  readonly generated?: string;
}

export interface BookInput {
  readonly metadata?: Partial<Metadata>;
  readonly theme?: string;
  readonly cover?: string;
  readonly sections: readonly SectionInput[];
  readonly contents?: readonly ContentsEntry[];
  /** What only the edition of an ebook says. */
  readonly options?: Partial<EpubEdition>;
  readonly resources?: Readonly<Record<string, { mediaType: string; bytes: Uint8Array }>>;
}

export function makeBook(input: BookInput): Book {
  const metadata = { ...METADATA, ...input.metadata };
  const isbn = isbnOf(metadata.identifier);
  const sections = input.sections.map((each) => makeSection(each, metadata.language));
  const resources = Object.entries(input.resources ?? {}).map(([key, file]): [string, Resource] => [
    key,
    { path: key, ...file },
  ]);
  const edition = editionOf(metadata, input);
  return {
    edition,
    metadata,
    credits: creditsOf({ metadata, edition }),
    imprint: [],
    made: [],
    ...(isbn === undefined ? {} : { isbn }),
    sections,
    contents: input.contents ?? sections.map(contentsEntry),
    anchors: new Map(sections.flatMap(idsOf)),
    resources: new Map(resources),
    notes: sections.some(({ role }) => role === "endnotes") ? "book-endnotes" : "footnotes",
  };
}

function editionOf(metadata: Metadata, input: BookInput): EpubEdition {
  return {
    id: "ebook",
    format: "epub",
    theme: input.theme ?? "base",
    metadata,
    parts: [],
    sections: [],
    variables: {},
    tocDepth: 2,
    location: LOCATION,
    ...(input.cover === undefined ? {} : { cover: input.cover }),
    ...input.options,
  };
}

function makeSection(input: SectionInput, language: string): Section {
  const role = input.role ?? "chapter";
  const body: Body[] =
    input.html === undefined
      ? []
      : [{ file: `content/${input.id}.md`, tree: fromHtml(input.html, { fragment: true }) }];
  return {
    id: input.id,
    role,
    matter: roleDefinition(role).matter,
    title: input.title ?? "",
    language: input.language ?? language,
    bodies: body,
    notes: input.notes ?? [],
    ...(input.label === undefined ? {} : { label: input.label }),
    ...(input.generated === undefined
      ? {}
      : { generated: fromHtml(input.generated, { fragment: true }).children as ElementContent[] }),
  };
}

function contentsEntry(section: Section): ContentsEntry {
  const { id, title, matter } = section;
  return { id, section: id, title, inline: [{ type: "text", value: title }], level: 1, matter, children: [] };
}

function idsOf(section: Section): [string, string][] {
  const ids = section.bodies.flatMap(({ tree }) => [...JSON.stringify(tree).matchAll(/"id":"([^"]+)"/g)]);
  return [[section.id, section.id], ...ids.map((match): [string, string] => [match[1]!, section.id])];
}

/** A footnote as compose makes it. */
export function makeNote(id: string, label: string, references: readonly string[], html: string): Note {
  const { children } = fromHtml(html, { fragment: true });
  return {
    id,
    label,
    references,
    children: children.filter((child) => child.type !== "doctype"),
    location: { file: "content/notes.md", line: 7, column: 1 },
  };
}

export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A publication's folder without templates or styles of its own. */
export const EMPTY_ROOT = path.join(tmpdir(), "colophon-no-such-folder");

export async function publish(input: BookInput, context: Partial<EpubContext> = {}) {
  const published = await publishEpub(makeBook(input), { root: EMPTY_ROOT, ...context });
  const zip = await JSZip.loadAsync(published.bytes);
  const names = Object.keys(zip.files);
  const read = async (name: string) => {
    const file = zip.file(`EPUB/${name}`);
    if (!file) throw new Error(`The ebook has no file ${name}, only ${names.join(", ")}`);
    return await file.async("string");
  };
  return { ...published, zip, names, read };
}
