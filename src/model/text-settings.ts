/** What a project says of how its texts are read, beside what they say themselves. */
export interface TextSettings {
  /** Values that stand for a name in braces, by that name: `book.edition` of GitBook. */
  readonly values?: Readonly<Record<string, string>>;
  /** Macros of TeX, by their names with the backslash. */
  readonly macros?: Readonly<Record<string, string>>;
  /** What lines of code begin with that are not shown, by language. Lines of Rust are hidden in any case. */
  readonly hiddenLines?: Readonly<Record<string, string>>;
  /** Headings that divide the book have been read from the texts, and are none of theirs (`division-heading.ts`). */
  readonly divisions?: "read";
  /** What goes for cells that do not say it themselves. */
  readonly cells?: CellDefaults;
}

/** Options of cells by their names in Quarto: `echo`, `include`, `code-annotations`. */
export type CellDefaults = Readonly<Record<string, string>>;

/** Values by the names that texts have for them, `book.kitchen.stove`. */
export function flatValues(name: string, value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return { [name]: String(value ?? "") };
  return Object.assign({}, ...Object.entries(value).map(([key, each]) => flatValues(`${name}.${key}`, each)));
}
