/**
 * What is laid out at once: the document of a run, with all that it shows.
 *
 * Jobs are plain data. Whoever lays one out needs nothing else, be it a browser of this process, another process or
 * another machine. It may keep what it has seen before: the result depends on the job alone.
 */
import { escapedAttribute } from "../../../hast/escape.js";
import type { Engine } from "../../../model/publication.js";
import type { Side } from "../../../model/run.js";
import type { Sheet } from "../../../model/sheet.js";
import { fillPageReferences } from "./page-references.js";

export interface LayoutJob {
  /** Complete: folios of other pages are filled in. */
  readonly html: string;
  readonly sheet: Sheet;
  readonly engine: Engine;
  /** All that the document may ask for, each once. */
  readonly assets: readonly Asset[];
}

/** A file that documents show. */
export interface Asset {
  /** Where a document asks for it (`model/served.ts`). */
  readonly address: string;
  readonly mediaType: string;
  readonly body: Uint8Array | string;
  /** SHA-256 of the content. */
  readonly digest: string;
  /** The address is made of the content, so whoever has it already need not ask again. */
  readonly lasts?: true;
  /** Of an image made of pixels. */
  readonly picture?: PictureAsset;
}

/** By which an image is found again among those that the browser has written into a PDF. */
export interface PictureAsset {
  readonly width: number;
  readonly height: number;
  /** How it was made, a concept of IPTC's vocabulary; missing where nobody says it. */
  readonly sourceType?: string;
}

/** A run as it is written, while nobody knows the pages: with marks where folios belong (`page-references.ts`). */
export interface RunDraft extends Pick<LayoutJob, "sheet" | "engine" | "assets"> {
  /** Id of the run. */
  readonly run: string;
  /** UTF-8: one typographic quote doubles the size of a string, and drafts are kept until folios are settled. */
  readonly html: Uint8Array;
}

/**
 * The job of a run, as far as the pages of the book are known.
 *
 * @param folios by ids of elements.
 * @param side of the spread on which the run begins.
 */
export function jobOf(draft: RunDraft, folios: ReadonlyMap<string, string>, side: Side): LayoutJob {
  const { html, ...rest } = draft;
  const text = Buffer.from(html.buffer, html.byteOffset, html.byteLength).toString();
  const job = withAttribute({ ...rest, html: fillPageReferences(text, folios) }, "data-first-side", side);
  return draft.engine === "plan" ? withAttribute(job, "data-engine", "plan") : job;
}

/**
 * The job with blocks that are to be set plainly (`engine/troubled.ts`).
 *
 * @param degrees how plainly, by places in the sources.
 */
export function withTroubled(job: LayoutJob, degrees: ReadonlyMap<string, number>): LayoutJob {
  return withAttribute(job, "data-troubled", JSON.stringify(Object.fromEntries(degrees)));
}

/** The same job for Paged.js alone. */
export function withoutPlan(job: LayoutJob): LayoutJob {
  return { ...job, engine: "pagedjs", html: job.html.replace(' data-engine="plan"', "") };
}

/** What the engine has to know stands at the root of the document. */
function withAttribute(job: LayoutJob, name: string, value: string): LayoutJob {
  // As a function: a name of a file may hold what a replacement gives a meaning.
  const html = job.html.replace("<html ", () => `<html ${name}="${escapedAttribute(value)}" `);
  return { ...job, html };
}
