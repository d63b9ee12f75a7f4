/**
 * Gives every section, heading and named element an id that is unique in the whole book.
 *
 * Ids are made from file names and headings, never from positions: they stay the same
 * between versions of a book, so links and reading positions stay good. Within its own file
 * a heading can be called by the name that GitHub and mdBook would give it.
 */
import GithubSlugger from "github-slugger";
import type { Element } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { visitElements } from "../hast/visit.js";
import { type Draft, type DraftBody, type DraftSection, locate } from "./draft.js";
import { freeId } from "./free-id.js";
import { headingText, isHeading } from "./tree.js";

export function identify(draft: Draft, report: Report): void {
  const taken = new Set<string>();
  const files = new Map<string, FileNames>();
  for (const section of draft.sections) {
    section.id = unique(sectionName(section), taken);
    draft.anchors.set(section.id, section.id);
  }
  for (const section of draft.sections) {
    section.bodies.forEach((body, index) => {
      const prefix = index === 0 ? section.id : unique(idFrom(stem(body.file)), taken);
      const file = files.get(body.file) ?? { slugger: new GithubSlugger(), own: new Set() };
      files.set(body.file, file);
      identifyBody(draft, section, body, prefix, taken, file, report);
    });
  }
}

/** Names are given once in a file, also when it is divided into several sections. */
interface FileNames {
  readonly slugger: GithubSlugger;
  /** Ids that the author has given. */
  readonly own: Set<string>;
}

function sectionName(section: DraftSection): string {
  if (section.id !== "") return section.id;
  const file = section.bodies[0]?.file ?? section.spec?.files[0];
  return file ? idFrom(stem(file)) : section.role;
}

function identifyBody(
  draft: Draft,
  section: DraftSection,
  body: DraftBody,
  prefix: string,
  taken: Set<string>,
  { slugger, own }: FileNames,
  report: Report,
): void {
  body.start = prefix;
  visitElements(body.tree, (element) => {
    const name = element.properties.id;
    if (typeof name === "string" && name !== "") {
      if (own.has(name)) report(duplicateId(name, locate(body.file, element)));
      own.add(name);
      assign(draft, section, body, element, name, taken);
    } else if (element === section.heading) {
      body.names.set(slugger.slug(headingText(element)), section.id);
    } else if (isHeading(element)) {
      const slug = slugger.slug(headingText(element));
      element.properties.id = unique(`${prefix}--${idFrom(slug)}`, taken);
      body.names.set(slug, element.properties.id);
      draft.anchors.set(element.properties.id, section.id);
    }
  });
  if (prefix !== section.id) placeStart(draft, section, body);
}

/** Keeps the author's id unless another place of the book has it already. */
function assign(
  draft: Draft,
  section: DraftSection,
  body: DraftBody,
  element: Element,
  name: string,
  taken: Set<string>,
): void {
  const wanted = idFrom(name);
  const id = unique(taken.has(wanted) ? `${body.start}--${wanted}` : wanted, taken);
  element.properties.id = id;
  if (!body.names.has(name)) body.names.set(name, id);
  draft.anchors.set(id, section.id);
}

/** Links to a file that is not the first of its section lead to where its text begins. */
function placeStart(draft: Draft, section: DraftSection, body: DraftBody): void {
  const first = body.tree.children.find((node) => node.type === "element");
  if (!first) return;
  if (typeof first.properties.id === "string") {
    body.start = first.properties.id;
    return;
  }
  first.properties.id = body.start;
  draft.anchors.set(body.start, section.id);
}

/**
 * An id that is also an XML name (so it starts with a letter) and needs no escaping in a link:
 * ASCII letters, digits, `-`, `_` and `.`.
 */
export function idFrom(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (plain === "") return "section";
  return /^[A-Za-z]/.test(plain) ? plain : `s-${plain}`;
}

function unique(wanted: string, taken: Set<string>): string {
  const id = freeId(wanted, taken);
  taken.add(id);
  return id;
}

function stem(file: string): string {
  return file.replace(/^.*\//, "").replace(/\.[^.]+$/, "");
}

function duplicateId(name: string, at: ReturnType<typeof locate>) {
  return diagnostic(
    "duplicate-id",
    `The id \`${name}\` is given twice in this file`,
    at,
    "Give each place an id of its own",
  );
}
