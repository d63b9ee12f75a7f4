/** What a format has to do for a build. What everybody may know of it is in `model/format.ts`. */
import { keyOf, type Store } from "../cache/store.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Finding } from "../diagnostics/finding.js";
import type { Book, Section } from "../model/book.js";
import type { MadeWith } from "../model/edition-result.js";
import type { OpenExtensions } from "../model/extensions.js";
import type { Facts } from "../model/facts.js";
import type { Limits } from "../model/limits.js";
import type { PageSource, PrintPages } from "../model/pages.js";
import type { Stage, StageProgress } from "../model/progress.js";
import type { Edition } from "../model/publication.js";
import type { SourceMap } from "../model/source-map.js";

/**
 * A way from a composed book to a file.
 *
 * Its code is loaded when an edition needs it: a build from the cache needs little of any.
 */
export interface FormatMaker {
  /** Gets what makes its files ready, for all builds of a session. Nothing starts before it is asked to. */
  open(opening: Opening): OpenFormat;
  /**
   * What of the machine decides what its files are, besides sources and program: in the key of kept editions.
   */
  identity?(environment: NodeJS.ProcessEnv): Promise<readonly string[]>;
  /** Its files say when they were modified, which is how readers' programs tell a revision. */
  readonly isDated?: true;
  /**
   * For which sections it makes do with abridged texts: names of the texts of those that an earlier build has made
   * with these surroundings (`nameOfTexts`). Undefined when it has made none; a format without it gets whole books.
   */
  knownTexts?(store: Store, surroundings: string): Promise<ReadonlySet<string> | undefined>;
  /** An edition that has to be made before one of this format. */
  readonly before?: EditionBefore;
  /** What an exception while a file is made says of the machine; undefined when it says nothing of it. */
  faultOf?(error: unknown): Diagnostic | undefined;
  /** Finds what making it would find, as far as that goes without laying out pages. */
  check?(book: Book, context: CheckingContext): Promise<readonly Diagnostic[]>;
  /** Finished files of any origin. */
  readonly files?: FinishedFiles;
}

/** What whoever opens a session has set. */
export interface Opening {
  /** How much may be laid out at once. */
  readonly jobs: number;
  readonly limits: Limits;
  /** Users' scripts for the layout of pages. */
  readonly handlers: OpenExtensions["handlers"];
  readonly environment: NodeJS.ProcessEnv;
  /** Ends what takes long. */
  readonly signal?: AbortSignal | undefined;
}

/** A format in a session, with what starts slowly and serves all its editions. */
export interface OpenFormat {
  /**
   * Starts what takes long to start, while files are read.
   *
   * @param files how many of them have to be laid out anew; undefined as long as nobody knows.
   */
  prepare?(files?: number): void;
  make(book: Book, context: MakingContext): Promise<Produced>;
  /** Another build begins: what kept something from starting may be gone. */
  tryAgain?(): void;
  /** Ends what was started. */
  close?(): Promise<void>;
}

export interface EditionBefore {
  /** Of the same publication; undefined when the edition needs no other. */
  idOf(edition: Edition): string | undefined;
  /**
   * What the edition takes of the other one.
   *
   * @param make makes the other one, or takes what has been made of it.
   * @throws what `make` throws for a fault of the machine that keeps the edition from being made, too.
   */
  take(other: Edition, edition: Edition, make: () => Promise<Produced>): Promise<Taken>;
}

/** What an edition takes of another one. With errors among the diagnostics, it is not to be made. */
export interface Taken {
  /** The print edition whose page numbers it carries. */
  readonly pageSource?: PageSource;
  /** Files that this depends on. */
  readonly inputs: readonly string[];
  readonly madeWith?: MadeWith;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CheckingContext {
  /** The publication's folder: its own `templates/` and `styles/` are read from there. */
  readonly root: string;
  /** Users' helpers for templates. */
  readonly helpers?: OpenExtensions["helpers"] | undefined;
  /** Seconds since 1970 in place of the publication's date: `SOURCE_DATE_EPOCH`, when it is set. */
  readonly sourceDateEpoch?: number | undefined;
}

/**
 * A book that need not be whole: texts that an earlier build has made the same thing of may be without what nothing
 * outside of their sections depends on (`read/abridge.ts`).
 */
export interface BookParts {
  /** Names all that a section depends on besides the text of its own files. */
  readonly surroundings: string;
  /** Names the content of a file. */
  readonly nameOf: (file: string) => string;
  readonly wordsIn: (section: Section) => number;
  /** What of it is missing; undefined when it is whole. */
  readonly abridged?: AbridgedBook;
}

/** Names the texts of a section. */
export function nameOfTexts(files: readonly string[], { nameOf }: Pick<BookParts, "nameOf">): string {
  return keyOf(...files.map(nameOf));
}

export interface AbridgedBook {
  /** Whether the book has the text of a file whole. */
  readonly isWhole: (file: string) => boolean;
  /** The same book with the whole text of more files. */
  readonly withWhole: (files: Iterable<string>) => Promise<PartedBook>;
}

export interface PartedBook {
  readonly book: Book;
  readonly abridged: AbridgedBook;
}

export interface MakingContext extends CheckingContext {
  readonly limits: Limits;
  /** Results of earlier builds. */
  readonly store: Store;
  /** SHA-256 of the files of the publication, by their paths. */
  readonly digests: ReadonlyMap<string, string>;
  /** The program with its version, for the file's metadata. */
  readonly creator: string;
  readonly onStage: (stage: Stage, progress?: StageProgress) => void;
  readonly parts: BookParts;
  /** See `Taken`. */
  readonly pageSource?: PageSource | undefined;
}

/** A file, and what is known of it. */
export interface Produced {
  readonly bytes: Uint8Array;
  /** What is in it, but for its words, which are counted alike for all formats. Missing when nothing could be made. */
  readonly facts?: Facts;
  readonly diagnostics: readonly Diagnostic[];
  readonly madeWith?: MadeWith;
  /** It was made by an earlier build. */
  readonly reused?: true;
  /** Where its pages begin. */
  readonly printPages?: PrintPages;
  /** How many words it has, when the book that it was made of was not whole. */
  readonly words?: number;
  /** Where the blocks of the sources are; not known of an edition that was kept from an earlier build. */
  readonly sourceMap?: () => Promise<SourceMap>;
  /** Files of the publication that the theme uses, outside of `styles/` and `templates/`: SHA-256 by path. */
  readonly themeFiles?: ReadonlyMap<string, string>;
  /** Every file that it was made of, relative to the publication's folder. */
  readonly inputs?: readonly string[];
}

export interface FinishedFiles {
  /** Whether a file is of this format, by what is in it. */
  recognises(bytes: Uint8Array, name: string): boolean;
  /** By the rules of the program. It may take long and heed no signal: `check/` does it in a thread. */
  check(bytes: Uint8Array): Promise<CheckedFile>;
  /** A program from outside that has the last word, where it is installed. */
  readonly referee?: Referee;
}

export interface Referee {
  /**
   * @param path of the file.
   * @returns undefined when there is no referee to ask.
   */
  ask(path: string, bytes: Uint8Array, asking: Asking): Promise<readonly Finding[] | undefined>;
  /** What both have found, each fault once. */
  unite(own: readonly Finding[], found: readonly Finding[]): readonly Finding[];
}

/** How a referee is asked. */
export interface Asking {
  /** Says where programs are. */
  readonly environment: NodeJS.ProcessEnv;
  /** Ends it: the asking throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that it may take. */
  readonly within?: number;
}

export interface CheckedFile {
  readonly findings: readonly Finding[];
  /** Links that lead out of it, with the places that have them. */
  readonly links: readonly { readonly address: string; readonly where: string }[];
}
