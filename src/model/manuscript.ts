/** One source file after parsing: a tree of safe, well-formed HTML, not yet part of any book. */
import type { ElementContent, Root } from "hast";
import type { Location } from "../diagnostics/location.js";
import type { Dialect } from "./dialect.js";
import type { Statement } from "./provenance.js";
import type { CellDefaults } from "./text-settings.js";

/** All that parsing depends on, besides the program. */
export interface ManuscriptSource {
  /** Relative to the publication's folder. */
  readonly file: string;
  readonly text: string;
  /** For each line of a text that was put together, the line of the file, from 0. */
  readonly origins?: readonly number[];
  /** Default: `markdown`. */
  readonly dialect?: Dialect;
  /** Macros of TeX, by their names with the backslash. */
  readonly macros?: Readonly<Record<string, string>>;
  /** What a project says of cells that do not say it themselves. */
  readonly cells?: CellDefaults;
}

export interface Manuscript {
  /** Relative to the publication's folder. */
  readonly file: string;
  /**
   * The file's content. `position` on each node is its place in the Markdown source.
   * A placeholder is `<span data-placeholder="name">{{ name }}</span>`, braces that a backslash keeps
   * are `<span data-placeholder="">{{</span>`. `data-only` and `data-not` say which editions an element
   * is for. A reference to a footnote is `<sup data-note="label">` without children.
   */
  readonly tree: Root;
  /** Footnotes by label, in the order of their definitions. */
  readonly notes: ReadonlyMap<string, ManuscriptNote>;
  /** What it says at its top of how it was made. */
  readonly provenance?: Statement;
}

/** What of a text others depend on. */
export interface Frame {
  /** SHA-256 of all but the notes' places. */
  readonly text: string;
  /** SHA-256 of the notes with their places, which pages show that gather notes. */
  readonly notes: string;
}

/** A file as far as somebody needs it. */
export interface SourceText {
  /** Names its content: the file, its text, and all that parsing depends on. */
  readonly name: string;
  readonly frame: Frame;
  /** Without what nothing outside of its section depends on (`read/abridge.ts`). */
  readonly abridged: Manuscript;
  readonly whole: () => Promise<Manuscript>;
}

export interface ManuscriptNote {
  readonly children: ElementContent[];
  readonly location: Location;
}
