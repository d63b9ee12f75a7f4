/** Writes the index: folios in print, numbered links in an ebook, and what sends the reader elsewhere. */
import type { Element, ElementContent } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { word } from "../language/words.js";
import type { Edition } from "../model/publication.js";
import type { Draft, DraftSection } from "./draft.js";
import { fillGenerated } from "./generated.js";
import { idFrom } from "./identify.js";
import { type IndexEntry, type IndexGroup, indexGroups, sortEntries } from "./index-entries.js";
import { collectIndexTerms, type IndexTerm } from "./index-terms.js";
import { folioMarks, inMedium } from "./medium-marks.js";

interface Page {
  readonly edition: Edition;
  readonly language: string;
  readonly collator: Intl.Collator;
  /** Ids of the entries that others send to, by heading without regard to case. */
  readonly targets: ReadonlyMap<string, string>;
}

export function writeIndex(draft: Draft, report: Report): void {
  const terms = collectIndexTerms(draft, report);
  for (const section of draft.sections.filter(({ role }) => role === "index")) {
    const groups = indexGroups(
      terms,
      section.language,
      word(draft.edition, section.language, "index-symbols"),
    );
    const targets = placeTargets(draft, section, terms, groups);
    reportUnknown(terms, targets, groups, report);
    const collator = new Intl.Collator(section.language, { usage: "sort", numeric: true });
    const page: Page = { edition: draft.edition, language: section.language, collator, targets };
    const nodes = groups.map((group) => groupNode(group, page));
    fillGenerated(draft, section, nodes.length === 0 ? [] : [make("div", ["index-groups"], nodes)], report);
  }
}

/** Gives an id to every entry that another one names. */
function placeTargets(
  draft: Draft,
  section: DraftSection,
  terms: readonly IndexTerm[],
  groups: readonly IndexGroup[],
): Map<string, string> {
  const wanted = new Set(terms.flatMap(({ see, seeAlso }) => [...see, ...seeAlso].map(keyOf)));
  const targets = new Map<string, string>();
  for (const entry of allEntries(groups)) {
    const key = keyOf(entry.path.join("!"));
    if (!wanted.has(key) || targets.has(key)) continue;
    const id = `${section.id}--${idFrom(entry.path.join("-").toLowerCase())}`;
    targets.set(key, id);
    draft.anchors.set(id, section.id);
  }
  return targets;
}

function* allEntries(groups: readonly IndexGroup[]): Generator<IndexEntry> {
  for (const { entries } of groups) yield* descend(entries);
}

function* descend(entries: Iterable<IndexEntry>): Generator<IndexEntry> {
  for (const entry of entries) {
    yield entry;
    yield* descend(entry.children.values());
  }
}

function keyOf(path: string): string {
  return path
    .split("!")
    .map((part) => part.trim().toLowerCase())
    .join("!");
}

function reportUnknown(
  terms: readonly IndexTerm[],
  targets: ReadonlyMap<string, string>,
  groups: readonly IndexGroup[],
  report: Report,
): void {
  const headings = [...allEntries(groups)].map(({ path }) => path.join("!"));
  for (const { see, seeAlso, path, location } of terms) {
    for (const target of [...see, ...seeAlso]) {
      if (targets.has(keyOf(target))) continue;
      const similar = nearest(target, headings);
      const message = `The index entry “${path.join("!")}” refers to “${target}”, which is not an entry`;
      const hint = similar ? `Did you mean “${similar}”?` : "Index something under that heading";
      report(diagnostic("index-see-unknown", message, location, hint));
    }
  }
}

function groupNode({ letter, entries }: IndexGroup, page: Page): Element {
  const heading = make("h2", ["index-letter"], [text(letter)]);
  return make("div", ["index-group"], [heading, listNode(entries, page)]);
}

function listNode(entries: readonly IndexEntry[], page: Page): Element {
  return make(
    "ul",
    ["index-list"],
    entries.map((entry) => entryNode(entry, page)),
  );
}

function entryNode(entry: IndexEntry, page: Page): Element {
  const heading = make("span", ["index-heading"], [text(entry.heading)]);
  const id = page.targets.get(keyOf(entry.path.join("!")));
  if (id !== undefined) heading.properties.id = id;
  const children: ElementContent[] = [heading];
  if (entry.mentions.length > 0) children.push(text(", "), ...locators(entry.mentions));
  if (entry.see.size > 0) children.push(text(", "), ...sendings("index-see", entry.see, page));
  if (entry.seeAlso.size > 0) children.push(text(", "), ...sendings("index-see-also", entry.seeAlso, page));
  if (entry.children.size > 0) children.push(listNode(sortEntries(entry.children, page.collator), page));
  return make("li", ["index-entry"], children);
}

/** Pages in print; in an ebook, which has none, one link for each mention, named by its section. */
function locators(mentions: readonly IndexTerm[]): Element[] {
  const links = mentions.flatMap(({ id, section, isPrincipal }, index): ElementContent[] => {
    const link = make("a", isPrincipal ? ["index-locator", "principal"] : ["index-locator"], [
      text(String(index + 1)),
    ]);
    link.properties.href = `#${id}`;
    if (section.title !== "") link.properties.title = section.title;
    return index === 0 ? [link] : [text(", "), link];
  });
  const folios = folioMarks(
    mentions.map(({ id, until, isPrincipal }) => ({
      id: id!,
      ...(until === undefined ? {} : { until }),
      ...(isPrincipal ? { principal: true } : {}),
    })),
  );
  return [inMedium("screen", links), folios];
}

function sendings(
  phrase: "index-see" | "index-see-also",
  targets: ReadonlySet<string>,
  page: Page,
): ElementContent[] {
  const links = [...targets].sort(page.collator.compare).flatMap((target, index): ElementContent[] => {
    const words = text(target.split("!").join(", "));
    const id = page.targets.get(keyOf(target));
    const node = id === undefined ? words : make("a", ["index-sending"], [words]);
    if (node.type === "element") node.properties.href = `#${id}`;
    return index === 0 ? [node] : [text("; "), node];
  });
  return [make("em", [phrase], [text(word(page.edition, page.language, phrase))]), text(" "), ...links];
}

function text(value: string): { type: "text"; value: string } {
  return { type: "text", value };
}

function make(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: "element", tagName, properties: { className }, children };
}
