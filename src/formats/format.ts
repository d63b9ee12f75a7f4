/** What a format has to do for a build. What everybody may know of it is in `model/format.ts`. */
import type { Store } from "../cache/store.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Finding } from "../diagnostics/finding.js";
import type { Book } from "../model/book.js";
import type { OpenExtensions } from "../model/extensions.js";
import type { Facts } from "../model/facts.js";
import type { Limits } from "../model/limits.js";
import type { PageSource, PrintPages } from "../model/pages.js";
import type { Stage } from "../model/progress.js";
import type { SourceMap } from "../model/source-map.js";
import type { Checker } from "./epub/check/checker.js";
import type { Asking } from "./epub/check/java.js";
import type { WorkerPool } from "./pdf/paginate/pool.js";
import type { PaginationProgress } from "./pdf/paginate/progress.js";

/**
 * A way from a composed book to a file.
 *
 * Its code is loaded when an edition needs it: a build from the cache needs little of any.
 */
export interface FormatMaker {
  /**
   * Starts what takes long to start, while files are read.
   *
   * @param files how many of them have to be laid out anew; undefined as long as nobody knows.
   */
  prepare?(services: Services, files?: number): void;
  /**
   * What of the machine decides what its files are, besides sources and program: in the key of kept editions.
   */
  identity?(environment: NodeJS.ProcessEnv): Promise<readonly string[]>;
  make(book: Book, context: MakingContext): Promise<Produced>;
  /** Finds what making it would find, as far as that goes without laying out pages. */
  check?(book: Book, context: CheckingContext): Promise<readonly Diagnostic[]>;
  /** Finished files of any origin. */
  readonly files?: FinishedFiles;
}

/** What starts slowly, and serves all editions of a build. */
export interface Services {
  /** Browsers that lay out pages. */
  readonly pool: WorkerPool;
  /** Checks ebooks beside everything else. */
  readonly checker: Checker;
}

export interface CheckingContext {
  /** The publication's folder: its own `templates/` and `styles/` are read from there. */
  readonly root: string;
  /** Users' helpers for templates. */
  readonly helpers?: OpenExtensions["helpers"] | undefined;
  /** Seconds since 1970 in place of the publication's date: `SOURCE_DATE_EPOCH`, when it is set. */
  readonly sourceDateEpoch?: number | undefined;
}

export interface MakingContext extends CheckingContext, Services {
  /** Those that the pool keeps. */
  readonly limits: Limits;
  /** Results of earlier builds. */
  readonly store: Store;
  /** SHA-256 of the files of the publication, by their paths. */
  readonly digests: ReadonlyMap<string, string>;
  /** The program with its version, for the file's metadata. */
  readonly creator: string;
  readonly onStage: (stage: Stage, progress?: PaginationProgress) => void;
  /** The print edition whose page numbers an ebook carries. */
  readonly pageSource?: PageSource | undefined;
  /** Archive of the official EPUBCheck: `EPUBCHECK_JAR`, when it is set. */
  readonly officialJar?: string | undefined;
  /** Ends what takes long. */
  readonly signal?: AbortSignal | undefined;
}

/** A file, and what is known of it. */
export interface Produced {
  readonly bytes: Uint8Array;
  /** What is in it, but for its words, which are counted alike for all formats. Missing when nothing could be made. */
  readonly facts?: Facts;
  readonly diagnostics: readonly Diagnostic[];
  /** The browser that laid out its pages, or the pages that an ebook names. */
  readonly browser?: string;
  /** It was made by an earlier build. */
  readonly reused?: true;
  /** Where its pages begin. */
  readonly printPages?: PrintPages;
  /** Where the blocks of the sources are; not known of an edition that was kept from an earlier build. */
  readonly sourceMap?: () => SourceMap;
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

export interface CheckedFile {
  readonly findings: readonly Finding[];
  /** Links that lead out of it, with the places that have them. */
  readonly links: readonly { readonly address: string; readonly where: string }[];
}
