/**
 * What people made and what machines made, as a publication declares it: never guessed, and nothing where nothing
 * is said.
 */
import type { Location } from "../diagnostics/location.js";

/** By people alone; by people with the help of generative AI; by generative AI, whoever edited it after. */
export const MAKINGS = ["human", "assisted", "generated"] as const;

export type Making = (typeof MAKINGS)[number];

/** How much of it, in the words in which shops ask: of a text some sections or all, of images how many. */
export const EXTENTS = ["some", "entire", "few", "many"] as const;

/** How much people changed of what a machine had made. */
export const EDITING = ["minimal", "extensive"] as const;

export interface Statement {
  readonly made: Making;
  /** Names of the systems, as their makers write them. */
  readonly tools: readonly string[];
  /** Who has read or looked through it and answers for it. */
  readonly reviewers: readonly string[];
  /** Of the review: `2026`, `2026-11` or `2026-11-22`. */
  readonly date?: string;
  readonly extent?: (typeof EXTENTS)[number];
  readonly editing?: (typeof EDITING)[number];
  /** Where the publication says it. */
  readonly location: Location;
}

/** What a statement may be about. */
export const MADE_PARTS = ["text", "images", "translation", "narration"] as const;

export type MadePart = (typeof MADE_PARTS)[number];

export interface Provenance {
  /** Who answers for all of it, whoever or whatever made it. */
  readonly responsible?: readonly string[];
  readonly parts: Readonly<Partial<Record<MadePart, Statement>>>;
  /** Whether passages and pictures that say how they were made are marked where they stand. */
  readonly marks: "none" | "shown";
}

/** A section, passage, picture or contributor that says how it was made. */
export interface MadePlace {
  readonly kind: "contributor" | "section" | "passage" | "image";
  /** Name of the contributor, title of the section, path of the picture; of a passage the title of its section. */
  readonly name: string;
  /** Of the section, or of the element in the book. */
  readonly id?: string;
  readonly statement: Statement;
}

/** IPTC's vocabulary “Digital Source Type”: names of concepts follow. */
export const SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/** The concept of IPTC's vocabulary “Digital Source Type” that says the same. */
export const SOURCE_TYPE_OF: Readonly<Record<Making, string>> = {
  human: `${SOURCE_TYPES}digitalCreation`,
  assisted: `${SOURCE_TYPES}compositeWithTrainedAlgorithmicMedia`,
  generated: `${SOURCE_TYPES}trainedAlgorithmicMedia`,
};

const MAKING_OF: Readonly<Record<string, Making>> = {
  trainedAlgorithmicMedia: "generated",
  compositeWithTrainedAlgorithmicMedia: "assisted",
  compositeSynthetic: "assisted",
  digitalCapture: "human",
  computationalCapture: "human",
  negativeFilm: "human",
  positiveFilm: "human",
  print: "human",
  humanEdits: "human",
  minorHumanEdits: "human",
  digitalArt: "human",
  digitalCreation: "human",
  compositeCapture: "human",
  composite: "human",
};

/**
 * How something with a digital source type was made; undefined for types that say nothing of it, such as
 * `algorithmicMedia` (made by a program that was not trained on anything).
 *
 * @param sourceType an address of IPTC's vocabulary, or the name of a concept alone.
 */
export function makingOf(sourceType: string): Making | undefined {
  const name = sourceType.split(/[/#:]/).at(-1) ?? "";
  return Object.hasOwn(MAKING_OF, name) ? MAKING_OF[name] : undefined;
}

/** The words of this program for what no vocabulary has: in package documents and XMP. */
export const MADE_NAMESPACE = "urn:x-colophon:provenance/";
