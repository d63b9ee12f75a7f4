/** Finds the citations of a book in reading order, with the words around each key. */
import type { Element, ElementContent, Parents } from "hast";
import type { Cite } from "../citations/csl/processor.js";
import { plain, type Rich } from "../citations/csl/rich.js";
import { readLocator } from "../citations/locator.js";
import { visitElements } from "../hast/visit.js";
import type { Location } from "../model/location.js";
import type { ManuscriptNote } from "../model/manuscript.js";
import { type Draft, type DraftBody, type DraftSection, locate } from "./draft.js";
import { replaceChild } from "./tree.js";

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
  const found: FoundCitation[] = [];
  for (const section of draft.sections) {
    for (const body of section.bodies) findIn(draft, section, body, body.tree, new Set(), found);
  }
  return found;
}

function findIn(
  draft: Draft,
  section: DraftSection,
  body: DraftBody,
  tree: Parents,
  seen: Set<ManuscriptNote>,
  found: FoundCitation[],
  inNote?: ManuscriptNote,
): void {
  visitElements(tree, (element, _index, parent) => {
    const { dataNote, dataCitation } = element.properties;
    const note = typeof dataNote === "string" ? body.notes.get(dataNote) : undefined;
    if (note && !seen.has(note)) {
      seen.add(note);
      findIn(draft, section, body, { type: "root", children: note.children }, seen, found, note);
    }
    if (typeof dataCitation !== "string") return undefined;
    const cites = element.children.flatMap((child) =>
      readCite(child, body.file, draft.edition.metadata.language),
    );
    if (cites.length === 0) return undefined;
    found.push({
      span: element,
      // A note's children hang on a root of this function's own; their list is the note's.
      parent,
      section,
      body,
      mode: dataCitation === "in-text" ? "in-text" : "parenthetical",
      cites,
      ...(inNote ? { inNote } : {}),
    });
    return "skip";
  });
}

function readCite(node: ElementContent, file: string, language: string): FoundCitation["cites"] {
  if (node.type !== "element" || typeof node.properties.dataCite !== "string") return [];
  const at = node.children.findIndex((child) => child.type === "element" && isKey(child));
  // Written by hand in HTML: it is no citation, and its words stay.
  if (at < 0) return [];
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
      showsAuthor: key.properties.dataCiteKey !== "without-author",
      location: locate(file, key),
      ...(located ? { locator: located.locator, label: located.label } : {}),
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
