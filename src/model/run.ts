/** Print: the book cut into runs, the unit of pagination, caching and parallel work. */

/** Which page of a spread a run may begin on: `recto` is the right page, `any` the next one. */
export type Side = "recto" | "verso";

/** How the folios of a run are counted and written. */
export interface Numbering {
  /** Runs of one sequence are counted through: front matter, then the rest. */
  readonly sequence: "front" | "main";
  readonly style: "lower-roman" | "decimal";
  /** Counter style of CSS that has the digits of the book's language. Default: 0 to 9. */
  readonly digits?: string;
  /** What its pages are called, where they are not counted: locked pages of a script, `12A`. */
  readonly names?: readonly string[];
}

/** Consecutive sections that start at a forced page break, and are one HTML document. */
export interface Run {
  /** Id of its first section. */
  readonly id: string;
  /** Ids of its sections, in order. */
  readonly sections: readonly string[];
  /** What to call it in messages: the title of its first section. */
  readonly title: string;
  /** `next` is the next one even where numbers begin anew. */
  readonly startsOn: Side | "any" | "next";
  readonly numbering: Numbering;
  /** The files that its sections are written in, relative to the publication's folder. */
  readonly files: readonly string[];
  /** Lines of its text, more or less: in proportion to the time that its layout takes. */
  readonly lines: number;
}
