/**
 * A printed run in the form in which it is joined to others.
 *
 * Parsing what the browser printed and writing its objects again takes seconds for a book,
 * and depends on the run alone. So it is done once, when the run is laid out: what is left
 * to do for a book is to fill in numbers, because every run counts its objects from 1.
 */
import { framed, unframed } from "../../../cache/framed.js";
import type { RunFacts } from "./run-facts.js";

/**
 * Places in the text of objects that are known when runs are joined. Each is a control
 * character, followed by a number but for the last one. No object's own text has these
 * characters (see `object-text.ts`).
 */
export const MARK = {
  /** A reference to an object of the run; 0 is the Document element of the book. */
  reference: "\x01",
  /** A key of the parent tree. */
  parentKey: "\x02",
  /** The identifier of a structure element. */
  identifier: "\x03",
  /** Where a link leads to: the number is an index in `targets`. */
  link: "\x04",
  /** The language of the run, where it is not that of the book. */
  language: "\x05",
  /** Between one object and the next. */
  end: "\x00",
} as const;

export interface PreparedRun {
  /** Text of the objects in Latin-1, each ended by `MARK.end`; the first one has the number 1. */
  readonly body: Buffer;
  /** Bytes of those objects that are streams, by number, in ascending order. */
  readonly streams: readonly (readonly [number, Uint8Array])[];
  readonly outline: RunOutline;
}

/** What the book has to know of the run's objects. All numbers are those of the run. */
export interface RunOutline {
  /** SHA-256 of the objects' text. */
  readonly digest: string;
  /** How many there are. */
  readonly objects: number;
  /** They have the numbers from 1 on. */
  readonly pages: readonly PreparedPage[];
  /** Structure elements at the top of the run, in reading order. */
  readonly elements: readonly number[];
  /** Entries of the parent tree: key and object. */
  readonly parents: readonly (readonly [number, number])[];
  /** Structure elements that have an identifier, the first one being identifier 1. */
  readonly identified: readonly number[];
  readonly roleMap: readonly (readonly [string, string])[];
  readonly classMap: readonly (readonly [string, string])[];
  /** Explicit destinations: the element's id and the text of the array. */
  readonly destinations: readonly (readonly [string, string])[];
  /** Ids inside the book that links lead to. */
  readonly targets: readonly string[];
  /** What objects that pages may share contain, as a hash; equal for equal objects of any run. */
  readonly digests: readonly (readonly [number, string])[];
  readonly facts: RunFacts;
  /** Text of the run's language as a string object. */
  readonly language?: string;
  /** What wrote the pages (`Skia/PDF m143`). */
  readonly producer?: string;
}

export interface PreparedPage {
  /** Left, bottom, right and top of the printed sheet. */
  readonly mediaBox: readonly [number, number, number, number];
  /** Content streams. */
  readonly contents: readonly number[];
  /** Entries of the resources dictionary but for its fonts. */
  readonly resources: string;
  /** Entries of the fonts dictionary. */
  readonly fonts: string;
  /** All other entries of the page. */
  readonly entries: string;
}

/** Text of each object; the first one has the number 1. */
export function objectTexts({ body }: PreparedRun): string[] {
  return body.toString("latin1").split(MARK.end).slice(0, -1);
}

/** The run as bytes, for the cache. */
export function encodeRun({ body, streams, outline }: PreparedRun): Buffer {
  const sizes = streams.map(([number, bytes]) => [number, bytes.length] as const);
  const head: Head = { outline, sizes, length: body.length };
  return framed(head, body, ...streams.map(([, bytes]) => bytes));
}

interface Head {
  readonly outline: RunOutline;
  readonly sizes: readonly (readonly [number, number])[];
  readonly length: number;
}

/** Reads what `encodeRun` has written. */
export function decodeRun(content: Buffer): PreparedRun {
  const { facts, bytes } = unframed<Head>(content);
  const { outline, sizes, length } = facts;
  let at = length;
  const streams = sizes.map(([number, size]) => {
    at += size;
    return [number, bytes.subarray(at - size, at)] as const;
  });
  return { body: bytes.subarray(0, length), streams, outline };
}
