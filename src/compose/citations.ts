/**
 * Cites the works that the text names, in the style of the edition.
 *
 * All citations of a book are made at once, in reading order: what one says depends on those
 * before it. A style of the class `note` puts them into notes, which are then placed like any
 * other. Without a bibliography nothing is cited, and the text stays as it is written.
 */
import type { ElementContent } from "hast";
import {
  type Cite,
  type CitedCluster,
  type Cluster,
  citeAll,
  type Entry,
  type Wrap,
} from "../citations/csl/processor.js";
import type { Style } from "../citations/csl/style.js";
import { plain, type Rich, text } from "../citations/csl/text/rich.js";
import type { Item } from "../citations/item.js";
import type { CitationSources } from "../citations/read.js";
import { inSentenceCase } from "../citations/sentence-case.js";
import { builtInStyle } from "../citations/styles/built-in.js";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Edition } from "../model/publication.js";
import { entryId, hasReferences, writeBibliography } from "./bibliography.js";
import { noteCitation } from "./citation-notes.js";
import { type FoundCitation, findCitations, markCitation, unwrapCitation } from "./citation-places.js";
import type { Draft } from "./draft.js";
import { endnotesSection } from "./endnotes.js";
import { freeId } from "./free-id.js";
import { idFrom } from "./identify.js";

export function citeWorks(draft: Draft, report: Report): void {
  const found = findCitations(draft);
  const { edition, citations } = draft;
  if (!edition.bibliography) {
    found.forEach(unwrapCitation);
    return;
  }
  const style = styleOf(edition, citations);
  const items = itemsOf(edition, citations);
  const known = found
    .map((citation) => withOwnKeys(citation, items))
    .filter((citation) => reportUnknown(citation, items, report));
  const places = new Map<string, string[]>();
  const wrap = linker(draft, known, style, places);
  const uncited = uncitedKeys(edition, items, report);
  const cited = citeAll(style, items, clustersOf(known, style), edition.metadata.language, wrap, uncited);
  for (const [index, citation] of known.entries()) replace(citation, cited.clusters[index]!, style);
  writeBibliography(draft, withWords(cited.bibliography, known, edition, report), places, report);
}

/** A style may write nothing of a work that lacks what it asks for: that is told, and the entry left out. */
function withWords(
  entries: readonly Entry[],
  found: readonly FoundCitation[],
  edition: Edition,
  report: Report,
): Entry[] {
  const cites = found.flatMap((citation) => citation.cites);
  return entries.filter(({ key, nodes }) => {
    if (nodes.length > 0) return true;
    const location = cites.find((cite) => cite.key === key)?.location ?? edition.location;
    const message = `The citation style writes nothing of the work \`@${key}\` in the bibliography`;
    report(
      diagnostic(
        "empty-entry",
        message,
        location,
        "Give the work a title and an author, or take another style",
      ),
    );
    return false;
  });
}

/** A key that two bibliographies have means the work in the later one. A work may have more than one key. */
function itemsOf({ bibliography = [], citationStyle }: Edition, sources: CitationSources): Map<string, Item> {
  const isOwn = citationStyle !== undefined && sources.styles.has(citationStyle);
  const written = bibliography.flatMap((file) => sources.bibliographies.get(file) ?? []);
  const items = isOwn ? written.map(inSentenceCase) : written;
  const others = items.flatMap((item) => (item.aliases ?? []).map((alias): [string, Item] => [alias, item]));
  return new Map([...others, ...items.map((item): [string, Item] => [item.id, item])]);
}

/** A work is the same by whichever of its keys it is cited. */
function withOwnKeys(citation: FoundCitation, items: ReadonlyMap<string, Item>): FoundCitation {
  return {
    ...citation,
    cites: citation.cites.map((cite) => ({ ...cite, key: items.get(cite.key)?.id ?? cite.key })),
  };
}

function styleOf({ citationStyle, citationLocales = [] }: Edition, sources: CitationSources): Style {
  const own = citationStyle === undefined ? undefined : sources.styles.get(citationStyle);
  const localeFiles = citationLocales.flatMap((file) => sources.locales.get(file) ?? []);
  return { ...(own ?? builtInStyle(citationStyle)), localeFiles };
}

/** @returns true when every work is there; else the citation stays as it was written. */
function reportUnknown(found: FoundCitation, items: ReadonlyMap<string, Item>, report: Report): boolean {
  const missing = found.cites.filter(({ key }) => !items.has(key));
  for (const { key, location } of missing) {
    const advice = `Add the work to the bibliography; write \`\\@${key}\` if no citation is meant`;
    reportMissing(key, location, items, advice, report);
  }
  if (missing.length > 0) markCitation(found);
  return missing.length === 0;
}

function reportMissing(
  key: string,
  location: Location,
  items: ReadonlyMap<string, Item>,
  advice: string,
  report: Report,
): void {
  const similar = nearest(key, items.keys());
  const hint = similar ? `Did you mean \`@${similar}\`?` : advice;
  report(diagnostic("unknown-citation", `No bibliography has the work \`@${key}\``, location, hint));
}

/** The works that the bibliography lists though nothing cites them. */
function uncitedKeys({ uncited = [] }: Edition, items: ReadonlyMap<string, Item>, report: Report): string[] {
  return uncited.flatMap(({ key, location }) => {
    if (key === "*") return [...items.values()].map(({ id }) => id);
    const known = items.get(key);
    if (known) return [known.id];
    reportMissing(
      key,
      location,
      items,
      `Add the work to the bibliography, or remove it from \`nocite\``,
      report,
    );
    return [];
  });
}

/** Notes are counted through the book, so that a style can tell how far apart two of them are. */
function clustersOf(found: readonly FoundCitation[], style: Style): Cluster[] {
  let note = 0;
  let lastNote: unknown;
  return found.map((citation) => {
    const { cites, mode, inNote } = citation;
    const isNew = inNote === undefined || inNote !== lastNote;
    if (isNew && (style.class === "note" || inNote !== undefined)) note += 1;
    lastNote = inNote;
    const counted = style.class === "note" || inNote !== undefined ? { note } : {};
    return {
      cites,
      mode,
      ...counted,
      ...(inNote && followsWords(citation) ? { follows: "words" as const } : {}),
    };
  });
}

/** Whether a sentence that the author of the text has begun goes on with a citation. */
function followsWords({ span, parent }: FoundCitation): boolean {
  const before = parent.children.slice(0, parent.children.indexOf(span as never));
  const words = plain(before as Rich).trimEnd();
  return words !== "" && !/[.!?]["”’»)]*$/.test(words);
}

/** Links each work to its entry, and gives the place an id for the way back. */
function linker(
  draft: Draft,
  found: readonly FoundCitation[],
  style: Style,
  places: Map<string, string[]>,
): Wrap {
  const hasList = hasReferences(draft);
  const isNoteStyle = style.class === "note";
  /** The same words may be tried in several ways: a place keeps its id. */
  const ids = new Map<Cite, string>();
  const placeOf = (cite: Cite, { section, inNote }: FoundCitation): string => {
    const id = freeId(`${section.id}--cite-${idFrom(cite.key)}`, draft.anchors);
    if (!places.has(cite.key)) places.set(cite.key, []);
    places.get(cite.key)!.push(id);
    const isInNote = isNoteStyle || inNote !== undefined;
    draft.anchors.set(id, ((isInNote ? endnotesSection(draft) : undefined) ?? section).id);
    ids.set(cite, id);
    return id;
  };
  return (nodes, cluster, cite): Rich => {
    if (!hasList || nodes.length === 0 || nodes.some(hasLink)) return nodes;
    const id = ids.get(cite) ?? placeOf(cite, found[cluster]!);
    const href = `#${entryId(cite.key)}`;
    const properties = { className: ["citation-link"], id, href, role: "doc-biblioref" };
    return [{ type: "element", tagName: "a", properties, children: [...nodes] }];
  };
}

function hasLink(node: ElementContent): boolean {
  return node.type === "element" && (node.tagName === "a" || node.children.some(hasLink));
}

function replace(found: FoundCitation, { names, nodes }: CitedCluster, style: Style): void {
  const { span, parent, inNote } = found;
  span.properties = { className: ["citation"] };
  if (style.class === "note" && inNote === undefined) {
    noteCitation(found, names, nodes);
    return;
  }
  const gap = names.length > 0 && nodes.length > 0 ? text(" ") : [];
  const next = parent.children[parent.children.indexOf(span as never) + 1];
  // In a note of the author's the sentence has its own full stop.
  const goesOn = next?.type === "text" && /^[.,;:]/.test(next.value);
  span.children = [...names, ...gap, ...(goesOn ? withoutStop(nodes) : nodes)];
}

function withoutStop(nodes: Rich): Rich {
  const last = nodes.at(-1);
  if (last?.type !== "text") return nodes;
  return [...nodes.slice(0, -1), { ...last, value: last.value.replace(/\.$/, "") }];
}
