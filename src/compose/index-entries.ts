/** Makes the entries of an index out of its terms: nested, sorted as the language sorts, in groups by letter. */
import type { IndexTerm } from "./index-terms.js";

export interface IndexEntry {
  readonly heading: string;
  readonly path: readonly string[];
  sortKey: string;
  readonly mentions: IndexTerm[];
  readonly see: Set<string>;
  readonly seeAlso: Set<string>;
  readonly children: Map<string, IndexEntry>;
}

export interface IndexGroup {
  /** The letter that its entries begin with, or a word for all that begin with none. */
  readonly letter: string;
  readonly entries: readonly IndexEntry[];
}

/**
 * @param language BCP 47: its collation (Unicode CLDR) orders the entries.
 * @param symbols what the group of those is called that begin with no letter.
 */
export function indexGroups(terms: readonly IndexTerm[], language: string, symbols: string): IndexGroup[] {
  const top = new Map<string, IndexEntry>();
  for (const term of terms) add(top, term);
  const collator = new Intl.Collator(language, { usage: "sort", numeric: true });
  const groups = new Map<string, IndexEntry[]>();
  for (const entry of sortEntries(top, collator)) {
    const letter = letterOf(entry, language) ?? symbols;
    if (!groups.has(letter)) groups.set(letter, []);
    groups.get(letter)!.push(entry);
  }
  return [...groups].map(([letter, entries]) => ({ letter, entries }));
}

/** The entries below an entry, in order. */
export function sortEntries(entries: ReadonlyMap<string, IndexEntry>, collator: Intl.Collator): IndexEntry[] {
  // Where the collation sees no difference, code points decide: the order is never that of the text.
  return [...entries.values()].sort(
    (a, b) => collator.compare(a.sortKey, b.sortKey) || (a.heading < b.heading ? -1 : 1),
  );
}

function add(top: Map<string, IndexEntry>, term: IndexTerm): void {
  let level = top;
  let entry: IndexEntry | undefined;
  term.path.forEach((heading, depth) => {
    entry = level.get(heading) ?? emptyEntry(heading, term.path.slice(0, depth + 1));
    level.set(heading, entry);
    level = entry.children;
  });
  if (!entry) return;
  setSortKeys(top, term);
  if (term.id !== undefined) entry.mentions.push(term);
  for (const target of term.see) entry.see.add(target);
  for (const target of term.seeAlso) entry.seeAlso.add(target);
}

function emptyEntry(heading: string, path: readonly string[]): IndexEntry {
  return {
    heading,
    path,
    sortKey: keyOf(heading),
    mentions: [],
    see: new Set(),
    seeAlso: new Set(),
    children: new Map(),
  };
}

/** One key belongs to the last level, more to the levels from the top. */
function setSortKeys(top: ReadonlyMap<string, IndexEntry>, { path, sort }: IndexTerm): void {
  const first = sort.length === 1 ? path.length - 1 : 0;
  let level = top;
  path.forEach((heading, depth) => {
    const entry = level.get(heading)!;
    const key = sort[depth - first];
    if (key !== undefined) entry.sortKey = key;
    level = entry.children;
  });
}

/** Quotation marks and the like at the beginning do not count. */
function keyOf(heading: string): string {
  return heading.replace(/^[^\p{L}\p{N}]+/u, "") || heading;
}

/** `É` goes under E in French; `Ñ` is a letter of its own in Spanish: the collation knows. */
function letterOf(entry: IndexEntry, language: string): string | undefined {
  const first = [...entry.sortKey.normalize("NFC")][0] ?? "";
  if (!/\p{L}/u.test(first)) return undefined;
  const letter = first.toLocaleUpperCase(language);
  const base = letter.normalize("NFD").replace(/\p{M}/gu, "");
  const letters = new Intl.Collator(language, { sensitivity: "base" });
  return letters.compare(letter, base) === 0 ? base : letter;
}
