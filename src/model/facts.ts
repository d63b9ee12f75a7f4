/** What is in a finished file: for metadata beside it, such as the extents and accessibility codes of ONIX. */
import type { MadePlace, Making } from "./provenance.js";

/** Every fact is counted in the parts that the file is written of, when it is made, and goes with its bytes from there. */
export interface Facts {
  /** In the unit of its format: see `format.ts`. */
  readonly extent: number;
  /** Of its text and notes, as far as readers of its format see them; what templates add is not counted. */
  readonly words?: number;
  /** That it says it is written in (BCP 47), that of the book first. */
  readonly languages: readonly string[];
  /** PostScript names of the fonts in it, in alphabetical order. */
  readonly fonts: readonly string[];
  /** Pictures in it, each once, in the order of the file. In a PDF drawings are no pictures, but part of pages. */
  readonly images: readonly ImageFact[];
  /** What it says of how it was made. Missing when it says nothing. */
  readonly provenance?: ProvenanceFacts;
  /** What it claims itself. Missing where a format has no place for that. */
  readonly accessibility?: AccessibilityFacts;
}

export interface ImageFact {
  /** In pixels; missing for a drawing. */
  readonly width?: number;
  readonly height?: number;
  /** As they are in the file. */
  readonly bytes: number;
}

/** In the words of Schema.org (`accessMode` and so on) and of EPUB Accessibility 1.1. Empty: it claims nothing. */
export interface AccessibilityFacts {
  readonly modes: readonly string[];
  /** Each entry is a set of modes, separated by commas, that is enough to read the book. */
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  readonly summary?: string;
  /** `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`. */
  readonly conformsTo?: string;
  readonly certifier?: string;
  readonly credential?: string;
  /** Address of the certifier's report. */
  readonly report?: string;
  /** From the European Accessibility Act: `eaa-microenterprise`. */
  readonly exemption?: string;
}

export interface ProvenanceFacts {
  /** Sentences of the copyright page, in the language of the book. */
  readonly statements: readonly string[];
  /** Contributors, sections, passages and pictures that say it for themselves, in reading order. */
  readonly places: readonly ProvenancePlace[];
  /** Paths of the pictures that carry content credentials (C2PA). */
  readonly credentials: readonly string[];
}

export interface ProvenancePlace {
  readonly kind: MadePlace["kind"];
  /** Name of the contributor, title of the section or of that around a passage, path of the picture. */
  readonly name: string;
  readonly made: Making;
  readonly tools: readonly string[];
  readonly reviewers: readonly string[];
}
