interface DirectivePlace {
  /** Offset in the line. */
  readonly index: number;
  readonly whole: string;
  /** How many lines below belong to it, too. Default: none. */
  readonly linesBelow?: number;
  /** In code it is an example of one, and stays. */
  readonly isTextOnly?: true;
}

/** What a tool writes where a file is to stand: how it is found in a line, and what of the file is meant. */
export interface IncludeDirective extends DirectivePlace {
  /** The file, as it is written. */
  readonly path: string;
  /** What of it is meant, for messages; empty for all. */
  readonly partName: string;
  /** The lines that are meant; undefined when there are none such. */
  readonly select: (content: string) => readonly string[] | undefined;
  /** Lines around what is included. */
  readonly frame?: readonly [before: string, after: string];
  /** What is included is code as it stands: nothing in it is followed. */
  readonly isCode?: true;
  /** Between backticks and in listings it may be an example: what cannot be followed there stays, and is no fault. */
  readonly mayBeExample?: boolean;
  /** What is a listing of its own is an example in another one. */
  readonly makesListing?: boolean;
}

/** What is no include, and becomes something else. */
export interface OtherDirective extends DirectivePlace {
  /** In its place; undefined when nobody knows what it is for: it stays, and is told. */
  readonly becomes: string | undefined;
}

export type Directive = IncludeDirective | OtherDirective;

export interface IncludeSyntax {
  /** A line without one of these has no directive. */
  readonly marks: readonly string[];
  /**
   * The directives of a line, in their order.
   *
   * @param text The whole text, for what is said elsewhere in it.
   * @param below Lines below this one, by how far they are below it; undefined behind the last.
   */
  find(line: string, text: string, below: (distance: number) => string | undefined): readonly Directive[];
  /** Names that a file may have besides the one that is written. */
  names?(path: string): readonly string[];
  /** True when a file is looked for by its name in all folders. */
  readonly isByName?: boolean;
}

export const ALL_LINES = (content: string): readonly string[] =>
  content.replace(/(?:\r\n?|\n)$/, "").split(/\r\n?|\n/);
