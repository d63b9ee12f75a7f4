/** Composes a small book from Markdown for a test, and shows it as both renderers see it. */
import type { ElementContent, Nodes } from "hast";
import { toHtml } from "hast-util-to-html";
import { compose } from "../../../src/compose/compose.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Section } from "../../../src/model/book.js";
import { DEFAULT_DIALECT, type Dialect } from "../../../src/model/dialect.js";
import type { Edition, SectionSpec } from "../../../src/model/publication.js";
import { type Role, roleDefinition } from "../../../src/model/roles.js";
import { parseMarkdown } from "../../../src/read/markdown/parse.js";

export interface BookText {
  /** A Markdown text for each section, `role` or `role:name`; null for a section that has no file. */
  readonly sections: Readonly<Record<string, string | null>>;
  readonly language?: string;
  /** What tool's the texts are. */
  readonly dialect?: Dialect;
  readonly edition?: Partial<Edition>;
  readonly citations?: Parameters<typeof compose>[4];
  /** Paths of the pictures that are there. */
  readonly images?: readonly string[];
}

export function composeText({
  sections,
  language = "en",
  dialect = DEFAULT_DIALECT,
  edition = {},
  citations,
  images = [],
}: BookText) {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const specs = Object.entries(sections).map(([name, text]) => specOf(name, text));
  const manuscripts = Object.entries(sections).flatMap(([name, text]) =>
    text === null ? [] : [parseMarkdown(fileOf(name), text, report, { dialect })],
  );
  const described = {
    ...EDITION,
    metadata: { ...EDITION.metadata, language },
    sections: specs,
    ...edition,
  } as Edition;
  const byFile = new Map(manuscripts.map((manuscript) => [manuscript.file, manuscript]));
  const resources = new Map(
    images.map((path) => [path, { path, mediaType: "image/png", bytes: new Uint8Array() }]),
  );
  const book = compose(described, byFile, resources, report, citations);
  const sectionOf = (role: string) => book.sections.find((section) => section.role === role)!;
  return {
    book,
    sectionOf,
    html: (role = "chapter") => show(sectionOf(role)),
    problems: diagnostics.map(
      ({ code, location }) => `${location?.file}:${location?.line}:${location?.column} ${code}`,
    ),
    diagnostics,
  };
}

const EDITION: Edition = {
  id: "print",
  format: "epub",
  theme: "novel",
  metadata: {
    title: "A Book",
    language: "en",
    contributors: [],
    date: "2026",
    subjects: [],
    identifier: "urn:uuid:0",
  },
  parts: [],
  sections: [],
  variables: {},
  tocDepth: 2,
  location: { file: "publication.yaml", line: 1, column: 1 },
};

function specOf(name: string, text: string | null): SectionSpec {
  const role = name.split(":")[0] as Role;
  const files = text === null ? [] : [fileOf(name)];
  return { role, matter: roleDefinition(role).matter, files, location: EDITION.location };
}

function fileOf(name: string): string {
  return `${name.replace(":", "-")}.md`;
}

export function show(section: Section): string {
  const bodies = section.bodies.flatMap(({ tree }) => tree.children);
  return htmlOf([...bodies, ...(section.generated ?? [])] as ElementContent[]);
}

export function htmlOf(children: readonly ElementContent[]): string {
  return toHtml({ type: "root", children: [...children] }).trim();
}

/** The text that a reader of one medium sees: what is for the other is left out. */
export function readIn(medium: "print" | "screen", node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && (node.properties.dataMedium ?? medium) !== medium) return "";
  if (node.type === "element" && typeof node.properties.dataFolioOf === "string") {
    return `<${node.properties.dataFolioOf}>`;
  }
  if (node.type === "element" && typeof node.properties.dataFoliosOf === "string") {
    return `<${node.properties.dataFoliosOf}>`;
  }
  return "children" in node ? node.children.map((child) => readIn(medium, child)).join("") : "";
}

export function readSection(medium: "print" | "screen", section: Section): string {
  const nodes = [...section.bodies.map(({ tree }) => tree), ...(section.generated ?? [])];
  return nodes.map((node) => readIn(medium, node)).join("");
}
