/** What goes into the assembly of one PDF and what comes out of it. */
import type { Facts } from "../../../model/facts.js";
import type { Anchor, FolioSlot, OutlineEntry, PageBoxes, PageLabelRange } from "../../../model/print.js";
import type { PreparedRun } from "./prepared-run.js";
import type { Declared } from "./xmp-declared.js";

export interface AssemblyInput {
  /** In reading order. */
  readonly runs: readonly PrintedRun[];
  /** In page order; the first range starts at page 0. */
  readonly labels: readonly PageLabelRange[];
  readonly outline: readonly OutlineEntry[];
  readonly information: DocumentInformation;
  /** The same on every page of their size; when left out, the whole printed sheet is the page. */
  readonly boxes?: PageBoxes;
  /** Of named pages whose sheets have other sizes. */
  readonly otherBoxes?: readonly PageBoxes[];
  /** Font files (TTF, OTF or WOFF, not WOFF2) for the folios, by the key that slots name. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** Parts of the file that earlier assemblies have made; makes no difference to the bytes. */
  readonly segments?: SegmentStore;
}

/** Keeps bytes by a name that covers all they depend on (but for the program's version). */
export interface SegmentStore {
  read(name: string): Promise<Buffer | undefined>;
  write(name: string, content: Uint8Array): Promise<void>;
}

/** One run and what the book adds to it. */
export interface PrintedRun {
  readonly prepared: PreparedRun;
  /** True when an empty page stands before the run, so that it begins on its side of the spread. */
  readonly blankBefore?: boolean;
  /** Folios to draw: the browser does not print them, so a run may move without new layout. */
  readonly slots: readonly FolioSlot[];
  /** Where the elements are that a link, the outline or a page reference may lead to. */
  readonly anchors: readonly Anchor[];
}

/** What the file says about itself, in the Info dictionary and in XMP. */
export interface DocumentInformation {
  readonly title: string;
  readonly authors: readonly string[];
  /** One or two sentences on what the book is about. */
  readonly subject?: string;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** The program with its version: `Colophon 0.1.0`. */
  readonly creator: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or ISO 8601 with the time in UTC; without it the file has no dates. */
  readonly date?: string;
  /** A URN or URL. */
  readonly identifier?: string;
  readonly publisher?: string;
  readonly rights?: string;
  /** What is said of rights and of how the book was made. */
  readonly declared?: Declared;
}

export interface Assembly {
  readonly bytes: Uint8Array;
  readonly facts: Facts;
  /** What printed the runs: `Skia/PDF m143`. */
  readonly producer: string;
  /** Ids that a link or the outline names and that no run has: each once, in order of use. */
  readonly unresolved: readonly string[];
}
