/**
 * The kinds of callouts that tools know, and which of the notes of a book each is.
 *
 * Tools have their own names for the same five things: what all of them call `danger` is what a book
 * sets as a caution. A name that no tool knows is a note.
 */

/** Callouts that every theme has a style for, and every language a word. */
const BOOK_KINDS = ["note", "tip", "important", "warning", "caution"] as const;
export type BookKind = (typeof BOOK_KINDS)[number];

const list = (names: string): readonly string[] => names.trim().split(/\s+/);

/** Other names of them, in GitHub, Docusaurus, VitePress, MkDocs, Obsidian, GitBook, Quarto, MyST, Leanpub. */
const ALSO: Readonly<Record<BookKind, readonly string[]>> = {
  note: list(`info information abstract summary tldr todo seealso question help faq example quote cite
    discussion exercise secondary default notice`),
  tip: list("hint success check done"),
  important: [],
  warning: list("attention"),
  caution: list("danger error failure fail missing bug"),
};

const KINDS: ReadonlyMap<string, BookKind> = new Map(
  BOOK_KINDS.flatMap((kind) => [kind, ...ALSO[kind]].map((name) => [name, kind] as const)),
);

/** True for a name that some tool has for a callout. */
export function isCalloutKind(name: string): boolean {
  return KINDS.has(name);
}

/** The classes of a callout: the note of a book that it is, and its own name when that is another. */
export function calloutClasses(name: string): readonly string[] {
  const kind = KINDS.get(name) ?? "note";
  return kind === name ? [kind] : [kind, name];
}

/** What callouts are called whose names are no words. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ["faq", "FAQ"],
  ["seealso", "See also"],
  ["tldr", "TL;DR"],
  ["todo", "To do"],
]);

/** The name of a kind as a title, as its tool shows it. */
export function kindTitle(name: string): string {
  return TITLES.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-_]/g, " ");
}

/** The callout that a book has its own word for. */
export function bookKind(name: string): BookKind | undefined {
  return BOOK_KINDS.find((kind) => kind === name);
}
