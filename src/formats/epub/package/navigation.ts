/** The contents, landmarks and their order, as the navigation document and the NCX show them. */
import type { Element, ElementContent } from "hast";
import { formulaText, lowered, raised } from "../../../hast/raised-text.js";
import { isWord, word } from "../../../language/words.js";
import type { Book, ContentsEntry } from "../../../model/book.js";
import type { EpubDocument } from "../../../model/ebook.js";
import type { Edition } from "../../../model/publication.js";
import type { Role } from "../../../model/roles.js";
import { structured } from "../content/structure.js";

export interface NavigationEntry {
  /** Id of the heading or section. */
  readonly id: string;
  readonly href: string;
  readonly label: string | undefined;
  readonly title: string;
  /** The title with its emphasis and code, or its text when it has none. */
  readonly inline: readonly ElementContent[];
  readonly children: readonly NavigationEntry[];
}

/** The documents in the order of the spine, by section. */
export type Documents = ReadonlyMap<string, EpubDocument>;

/** The nested contents; the list of documents when the book has no contents of its own. */
export function navigationEntries(book: Book, documents: Documents): NavigationEntry[] {
  const entries = book.contents.flatMap((entry) => navigationEntry(entry, documents));
  return entries.length > 0 ? entries : [...documents.values()].map(documentEntry);
}

function navigationEntry(entry: ContentsEntry, documents: Documents): NavigationEntry[] {
  const document = documents.get(entry.section);
  const children = entry.children.flatMap((child) => navigationEntry(child, documents));
  // A section that has no document here (a page of print only) hands its headings on.
  if (document === undefined) return children;
  const title = entry.title.trim() || document.title || entry.id;
  // A whole section is its file: some reading systems skip the top of the page for a fragment.
  const fragment = entry.level <= 1 ? "" : `#${entry.id}`;
  const inline = entry.title.trim() === "" ? [] : entry.inline.flatMap((node) => phrase(node));
  return [
    {
      id: entry.id,
      href: document.href + fragment,
      label: entry.label,
      title,
      inline: inline.length > 0 ? inline : [{ type: "text", value: title }],
      children,
    },
  ];
}

const PHRASES = new Set(["abbr", "bdi", "cite", "code", "em", "i", "b", "kbd", "q", "ruby", "rt", "rp"]);
for (const name of ["s", "samp", "small", "span", "strong", "sub", "sup", "var"]) PHRASES.add(name);

const RAISING = { sub: lowered, sup: raised };

/** Emphasis and code without ids and links: an entry of the contents is itself the link. */
function phrase(node: ElementContent, parent?: string): ElementContent[] {
  if (node.type === "text") return [node];
  if (node.type !== "element") return [];
  const { tagName } = node;
  // Menus of reading systems show its letters alone, one after the other.
  if (tagName === "math") return [{ type: "text", value: formulaText(node) }];
  const children = node.children.flatMap((child) => phrase(child, tagName));
  const [only, ...more] = children;
  // So do their letters, unless Unicode has them raised: “10²”.
  if (only?.type === "text" && more.length === 0 && tagName in RAISING) {
    const value = RAISING[tagName as "sub" | "sup"](only.value);
    if (value !== only.value) return [{ type: "text", value }];
  }
  const isReading = tagName === "rt" || tagName === "rp";
  if (!PHRASES.has(tagName) || (isReading && parent !== "ruby")) return children;
  const { lang, dir } = node.properties;
  const properties: Element["properties"] = { lang, "xml:lang": lang, dir };
  return [structured({ type: "element", tagName, properties, children })];
}

function documentEntry(document: EpubDocument): NavigationEntry {
  const { href, title, section: id } = document;
  return { id, href, label: undefined, title, inline: [{ type: "text", value: title }], children: [] };
}

export interface Landmark {
  /** From the EPUB Structural Semantics Vocabulary. */
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** Roles that a reading system may offer to go to. */
const LANDMARK_ROLES: readonly Role[] = [
  "titlepage",
  "copyright-page",
  "loi",
  "lot",
  "preface",
  "endnotes",
  "glossary",
  "bibliography",
  "index",
];

/**
 * The landmarks in reading order of the usual book: cover, contents, start of the text, then parts of the apparatus.
 *
 * @param contents File of the contents when they are part of the text.
 */
export function landmarks(
  book: Book,
  documents: Documents,
  cover: string,
  contents: string | undefined,
): Landmark[] {
  const { edition } = book;
  const { language } = book.metadata;
  const all = [...documents.values()];
  const found: Landmark[] = [{ type: "cover", href: cover, title: word(edition, language, "cover") }];
  if (contents !== undefined)
    found.push({ type: "toc", href: contents, title: word(edition, language, "toc") });
  const start = all.find((document) => document.matter === "body");
  if (start)
    found.push({ type: "bodymatter", href: start.href, title: word(edition, language, "bodymatter") });
  for (const role of LANDMARK_ROLES) {
    const document = all.find((each) => each.role === role);
    if (document)
      found.push({ type: role, href: document.href, title: document.title || roleWord(edition, role) });
  }
  return found;
}

function roleWord(edition: Edition, role: Role): string {
  return isWord(role) ? word(edition, edition.metadata.language, role) : role;
}

/** An entry of the NCX: numbered in reading order; one place has one `playOrder`. */
export interface NcxPoint {
  readonly number: number;
  readonly playOrder: number;
  readonly href: string;
  readonly label: string | undefined;
  readonly title: string;
  readonly children: readonly NcxPoint[];
}

export function ncxPoints(entries: readonly NavigationEntry[]): NcxPoint[] {
  const orders = new Map<string, number>();
  let number = 0;
  const point = (entry: NavigationEntry): NcxPoint => {
    if (!orders.has(entry.href)) orders.set(entry.href, orders.size + 1);
    number += 1;
    const { href, label, title } = entry;
    const own = { number, playOrder: orders.get(href)!, href, label, title };
    return { ...own, children: entry.children.map(point) };
  };
  return entries.map(point);
}

/** How deep the contents are nested, from 1. */
export function depthOf(entries: readonly NavigationEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map((entry) => depthOf(entry.children)));
}
