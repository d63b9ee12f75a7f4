/**
 * The order of a book as other tools say it: pages in lists, under headings and one below the other.
 *
 * Each kind of project makes one of what its files say; all that follows is the same for all (`describe.ts`).
 */
import type { Location } from "../../diagnostics/location.js";

export interface Outline {
  /** What comes before the chapters. */
  readonly prefix: readonly Entry[];
  readonly groups: readonly Group[];
  /** What comes after them. */
  readonly suffix: readonly Entry[];
}

/** The chapters between two headings. */
export interface Group {
  /** Title of the part that they make; none before the first such heading. */
  readonly part?: string;
  readonly location: Location;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** Empty when only the text says it. */
  readonly title: string;
  /** As it is written, relative to the folder of the texts; empty for a draft. */
  readonly href: string;
  readonly location: Location;
  readonly children: readonly Entry[];
  /** How the text is divided: `headings` for a whole book in one file. */
  readonly split?: "headings";
}

/** Entries with a text, without what only holds them. */
export function pagesOf(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((each) =>
    each.href === "" ? pagesOf(each.children) : [each, ...pagesOf(each.children)],
  );
}
