/**
 * Finds the index terms in the text, and gives each a place that the index can lead to.
 *
 * For the manual, the syntax:
 *
 * - `[Thomas Cailley]{.index}` lists its own text.
 * - `[Cailley]{.index entry="Cailley, Thomas"}` lists it under another heading; `entry="IA!générative"`
 *   makes a sub-entry, three levels at most. Several entries for one place are separated by `;`.
 *   With nothing in the brackets, `[]{.index entry="…"}`, the text shows nothing.
 * - `sort="generative"` is the key by which the entry is sorted (`sort="ia!generative"` for each level).
 * - `{.index .main}` marks the principal page.
 * - `[]{.index entry="x" range=start}` … `[]{.index entry="x" range=end}` is a range of pages; it may
 *   end in another file.
 * - `[]{.index entry="AI" see="artificial intelligence"}` sends the reader elsewhere, `see-also="a; b"`
 *   too but keeps the pages of the entry itself.
 */
import type { Element } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { classNames, hasClass } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { type Draft, type DraftSection, locate } from "./draft.js";
import { endnotesSection } from "./endnotes.js";
import { freeId } from "./free-id.js";
import { idFrom } from "./identify.js";
import { plainText, replaceChild, sectionTrees } from "./tree.js";

/** One mention of one entry. */
export interface IndexTerm {
  /** Headings from the main entry down. */
  readonly path: readonly string[];
  /** Sort keys, level by level, as far as they are given. */
  readonly sort: readonly string[];
  /** Id of the place; of its beginning for a range. Undefined for what only sends elsewhere. */
  readonly id?: string;
  until?: string;
  readonly isPrincipal: boolean;
  readonly see: readonly string[];
  readonly seeAlso: readonly string[];
  /** The section in which it stands, for the reader of an ebook. */
  readonly section: DraftSection;
  readonly location: Location;
}

const LEVELS = 3;

/** Takes every term out of the trees: what stays is a span with an id, or nothing. */
export function collectIndexTerms(draft: Draft, report: Report): IndexTerm[] {
  const terms: IndexTerm[] = [];
  const open = new Map<string, IndexTerm>();
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) {
      const isText = section.bodies.some((body) => body.tree === tree);
      // A note is read where the notes stand.
      const home = isText ? section : (endnotesSection(draft) ?? section);
      visitElements(tree, (span, index, parent) => {
        if (!hasClass(span.properties, "index") || span.tagName !== "span") return;
        const found = readSpan(draft, section, home, span, locate(file, span));
        settleRanges(found, span.properties.dataRange, open, terms, report);
        clean(span);
        if (typeof span.properties.id !== "string") {
          replaceChild(parent, index, span.children);
          return index;
        }
        return;
      });
    }
  }
  for (const term of open.values()) report(openRange(term, "begins here and never ends"));
  return terms;
}

function readSpan(
  draft: Draft,
  section: DraftSection,
  home: DraftSection,
  span: Element,
  location: Location,
): IndexTerm[] {
  const { dataEntry, dataSee, dataSeeAlso, dataSort } = span.properties;
  const entries = list(dataEntry);
  const paths = entries.length > 0 ? entries : [plainText(span)].filter((text) => text !== "");
  const see = list(dataSee);
  const rest = {
    sort: levels(typeof dataSort === "string" ? dataSort : ""),
    isPrincipal: hasClass(span.properties, "main"),
    see,
    seeAlso: list(dataSeeAlso),
    section,
    location,
  };
  // An entry that only sends elsewhere has no place of its own.
  if (see.length > 0) return paths.map((path) => ({ path: levels(path), ...rest }));
  if (paths.length === 0) return [];
  const id = placeOf(draft, section, home, span, paths[0]!);
  return paths.map((path) => ({ path: levels(path), id, ...rest }));
}

function levels(path: string): string[] {
  const parts = path.split("!").map((part) => part.replace(/\s+/g, " ").trim());
  return parts.filter((part) => part !== "").slice(0, LEVELS);
}

function list(value: unknown): string[] {
  if (typeof value !== "string") return [];
  return value
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** Ids come from the section and the entry, so they stay when text is added elsewhere. */
function placeOf(
  draft: Draft,
  section: DraftSection,
  home: DraftSection,
  span: Element,
  path: string,
): string {
  if (typeof span.properties.id === "string") return span.properties.id;
  const id = freeId(`${section.id}--ix-${idFrom(path.toLowerCase())}`, draft.anchors);
  span.properties.id = id;
  draft.anchors.set(id, home.id);
  return id;
}

/** Joins the end of a range to its beginning; any other term stands for itself. */
function settleRanges(
  found: readonly IndexTerm[],
  range: unknown,
  open: Map<string, IndexTerm>,
  terms: IndexTerm[],
  report: Report,
): void {
  for (const term of found) {
    const key = term.path.join("!");
    const start = open.get(key);
    if (range === "end") {
      if (start && term.id !== undefined) start.until = term.id;
      else report(openRange(term, "ends here without a beginning"));
      open.delete(key);
      continue;
    }
    if (range === "start") {
      if (start) report(openRange(start, "begins again before it ends"));
      open.set(key, term);
    }
    terms.push(term);
  }
}

function clean(span: Element): void {
  for (const name of ["dataEntry", "dataSee", "dataSeeAlso", "dataSort", "dataRange"]) {
    delete span.properties[name];
  }
  const others = classNames(span.properties).filter((name) => name !== "index" && name !== "main");
  span.properties.className = ["index-term", ...others];
}

function openRange(term: IndexTerm, what: string) {
  const entry = term.path.join("!");
  return diagnostic(
    "index-range-open",
    `The range of the index entry “${entry}” ${what}`,
    term.location,
    `Write \`[]{.index entry="${entry}" range=start}\` where it begins and \`range=end\` where it ends`,
  );
}
