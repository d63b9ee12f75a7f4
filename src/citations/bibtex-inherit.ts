/** Fields that an entry has from another one: `crossref` and `xdata` (BibLaTeX 3.20, sections 2.4.1, 3.13.6, appendix B). */
import type { BibEntry } from "./bibtex.js";

type Fields = ReadonlyMap<string, string>;

/** What belongs to an entry alone. */
const OWN = new Set(
  (
    "crossref xref xdata ids options entryset entrysubtype execute label presort related relatedoptions relatedstring " +
    "relatedtype shorthand shorthandintro sortkey shorttitle sorttitle indextitle indexsorttitle"
  ).split(" "),
);

/** What a part calls the fields of the whole. */
const OF_BOOK: Readonly<Record<string, string>> = {
  title: "booktitle",
  subtitle: "booksubtitle",
  titleaddon: "booktitleaddon",
};
const OF_PERIODICAL: Readonly<Record<string, string>> = {
  title: "journaltitle",
  subtitle: "journalsubtitle",
};
const OF_VOLUMES: Readonly<Record<string, string>> = {
  title: "maintitle",
  subtitle: "mainsubtitle",
  titleaddon: "maintitleaddon",
};

/** @returns every entry with all its fields, without those that only lend some. */
export function inherited(entries: readonly BibEntry[]): BibEntry[] {
  const known = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const done = new Map<BibEntry, Fields>();
  const open = new Set<BibEntry>();
  const fieldsOf = (entry: BibEntry): Fields => {
    const ready = done.get(entry);
    if (ready) return ready;
    // Of entries that refer to each other in a circle the last one has only its own.
    if (open.has(entry)) return entry.fields;
    open.add(entry);
    const fields = new Map(entry.fields);
    for (const key of (fields.get("xdata") ?? "").split(",")) {
      const source = known.get(key.trim().toLowerCase());
      if (source) lend(fieldsOf(source), fields, {});
    }
    const parent = known.get((fields.get("crossref") ?? "").trim().toLowerCase());
    if (parent) lend(fieldsOf(parent), fields, namesFor(entry.type, parent.type));
    open.delete(entry);
    done.set(entry, fields);
    return fields;
  };
  return entries.flatMap((entry) =>
    entry.type === "xdata" || entry.type === "set" ? [] : [{ ...entry, fields: fieldsOf(entry) }],
  );
}

function lend(from: Fields, to: Map<string, string>, names: Readonly<Record<string, string>>): void {
  for (const [field, value] of from) {
    const name = names[field] ?? field;
    if (!OWN.has(field) && !to.has(name)) to.set(name, value);
  }
}

function namesFor(child: string, parent: string): Readonly<Record<string, string>> {
  if (parent === "periodical") return OF_PERIODICAL;
  if (/^mv/.test(parent)) return OF_VOLUMES;
  const isPart = /^(?:in|supp|bookin|conference)/.test(child);
  if (!isPart) return {};
  return parent === "book" ? { ...OF_BOOK, author: "bookauthor" } : OF_BOOK;
}
