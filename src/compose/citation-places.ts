/** Finds the citations of a book in reading order, with the words around each key. */
import type { Element, ElementContent, Parents } from "hast";
import type { Cite } from "../citations/csl/processor.js";
import { plain, type Rich } from "../citations/csl/text/rich.js";
import { readLocator } from "../citations/locator.js";
import type { Location } from "../diagnostics/location.js";
import { visitElements } from "../hast/visit.js";
import type { ManuscriptNote } from "../model/manuscript.js";
import { type Draft, type DraftBody, type DraftSection, locate } from "./draft.js";
import { missingMark, replaceChild } from "./tree.js";

export interface FoundCitation {
  /** The span that holds the citation as it is written. */
  readonly span: Element;
  readonly parent: Parents;
  readonly section: DraftSection;
  readonly body: DraftBody;
  /** The note in which it stands. */
  readonly inNote?: ManuscriptNote;
  readonly mode: "parenthetical" | "in-text";
  readonly cites: readonly (Cite & { readonly location: Location })[];
}

/** Notes are read where their first reference stands. */
export function findCitations(draft: Draft): FoundCitation[] {
  return draft.sections.flatMap((section) => section.bodies.flatMap((body) => findIn(draft, section, body)));
}

/** A text that is being read: the file, or a note of it. */
interface Reading {
  readonly places: Iterator<Place>;
  readonly inNote?: ManuscriptNote;
}

interface Place {
  readonly element: Element;
  readonly parent: Parents;
}

/** By a list, not by a function that calls itself: each of ten thousand notes may refer to the next. */
function findIn(draft: Draft, section: DraftSection, body: DraftBody): FoundCitation[] {
  const { language } = draft.edition.metadata;
  const found: FoundCitation[] = [];
  const seen = new Set<ManuscriptNote>();
  const open: Reading[] = [{ places: placesIn(body.tree) }];
  for (let reading = open.at(-1); reading; reading = open.at(-1)) {
    const { value: place, done } = reading.places.next();
    if (done) {
      open.pop();
      continue;
    }
    const { dataNote, dataCitation } = place.element.properties;
    const note = typeof dataNote === "string" ? body.notes.get(dataNote) : undefined;
    if (note && !seen.has(note)) {
      seen.add(note);
      open.push({ places: placesIn({ type: "root", children: note.children }), inNote: note });
    }
    if (typeof dataCitation !== "string") continue;
    const { inNote } = reading;
    const citation = citationAt(place, { section, body, ...(inNote ? { inNote } : {}) }, language);
    found.push(...citation);
  }
  return found;
}

/** References to notes, and citations without what is in them. */
function placesIn(tree: Parents): Iterator<Place> {
  const places: Place[] = [];
  visitElements(tree, (element, _index, parent) => {
    const { dataNote, dataCitation } = element.properties;
    if (dataNote === undefined && dataCitation === undefined) return undefined;
    places.push({ element, parent });
    return typeof dataCitation === "string" && element.children.some(isCite) ? "skip" : undefined;
  });
  return places[Symbol.iterator]();
}

type Where = Pick<FoundCitation, "section" | "body" | "inNote">;

function citationAt({ element, parent }: Place, where: Where, language: string): FoundCitation[] {
  const mode = element.properties.dataCitation === "in-text" ? "in-text" : "parenthetical";
  const found = element.children.flatMap((child) => readCite(child, where.body.file, language));
  const cites = mode === "in-text" ? found.map(withComma) : found;
  if (cites.length === 0) return [];
  // A note's children hang on a root of this step's own; their list is the note's.
  return [{ span: element, parent, mode, cites, ...where }];
}

/** What stands in the bracket after `@key` follows the year: (1984, *sic*). */
function withComma(cite: FoundCitation["cites"][number], index: number): FoundCitation["cites"][number] {
  const isWord = index === 0 && cite.locator === undefined && /^[\p{L}\p{N}(“‘"]/u.test(plain(cite.suffix));
  return isWord ? { ...cite, suffix: [{ type: "text", value: ", " }, ...cite.suffix] } : cite;
}

/** One that is written by hand in HTML, without a key, is no citation: its words stay. */
function isCite(node: ElementContent): node is Element & { properties: { dataCite: string } } {
  if (node.type !== "element" || typeof node.properties.dataCite !== "string") return false;
  return node.children.some((child) => child.type === "element" && isKey(child));
}

function readCite(node: ElementContent, file: string, language: string): FoundCitation["cites"] {
  if (!isCite(node)) return [];
  const at = node.children.findIndex((child) => child.type === "element" && isKey(child));
  const key = node.children[at] as Element;
  const after = node.children.slice(at + 1);
  const located = readLocator(plain(after.slice(0, 1)), language);
  const [first, ...others] = after;
  const suffix: Rich =
    located && first?.type === "text" ? [{ ...first, value: located.rest }, ...others] : after;
  return [
    {
      key: node.properties.dataCite,
      prefix: trimmed(node.children.slice(0, at)),
      suffix: trimmed(suffix),
      author: key.properties.dataCiteKey === "without-author" ? "omit" : "show",
      location: locate(file, key),
      ...(located?.locator ? { locator: located.locator, label: located.label } : {}),
    },
  ];
}

function isKey(element: Element): boolean {
  return element.properties.dataCiteKey !== undefined;
}

/** Without blanks at either end; what is blank throughout is nothing. */
function trimmed(nodes: Rich): Rich {
  if (plain(nodes).trim() === "") return [];
  return nodes.map((node, index) => {
    if (node.type !== "text") return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === nodes.length - 1 ? start.trimEnd() : start };
  });
}

/** Leaves the words as they were written, in bold: a work that is asked for is missing. */
export function markCitation({ span, parent }: Pick<FoundCitation, "span" | "parent">): void {
  const mark = missingMark(span.children.flatMap(wordsOf));
  replaceChild(parent, parent.children.indexOf(span as never), [mark]);
}

/** Leaves the words as they were written. */
export function unwrapCitation({ span, parent }: Pick<FoundCitation, "span" | "parent">): void {
  replaceChild(parent, parent.children.indexOf(span as never), span.children.flatMap(wordsOf));
}

function wordsOf(node: ElementContent): ElementContent[] {
  const isOurs =
    node.type === "element" &&
    (node.properties.dataCite !== undefined || node.properties.dataCiteKey !== undefined);
  return isOurs ? node.children.flatMap(wordsOf) : [node];
}
