/**
 * Drafts and layouts by their names: whether one has been made before is known without its document.
 *
 * The documents of a book are many megabytes. After a change nearly all runs are taken as they were, and theirs need
 * neither be written nor read.
 */
import { keyOf } from "../../../cache/store.js";
import type { Side } from "../../../model/run.js";
import { type Asset, jobOf, type LayoutJob, type RunDraft, withTroubled } from "./layout-job.js";
import { filledMark, marksIn } from "./page-references.js";

/** The draft of a run, written or not. */
export interface NamedDraft {
  /** Id of the run. */
  readonly run: string;
  /** SHA-256 of the document, and of all that it shows. */
  readonly digest: string;
  /** What its marks for folios ask for (`page-references.ts`). */
  readonly marks: readonly string[];
  readonly draft: () => Promise<RunDraft>;
}

/** A layout that is wanted. */
export interface LayoutTask {
  /** Tells its job from all others. */
  readonly name: string;
  readonly job: () => Promise<LayoutJob>;
}

/** A draft that is written. */
export function namedDraft(draft: RunDraft): NamedDraft {
  const { run, html, sheet, engine, assets } = draft;
  const text = Buffer.from(html.buffer, html.byteOffset, html.byteLength).toString();
  return {
    run,
    digest: keyOf(html, JSON.stringify([sheet, engine]), ...assets.map(nameOf)),
    marks: marksIn(text),
    draft: async () => draft,
  };
}

function nameOf({ address, digest }: Asset): string {
  return `${address} ${digest}`;
}

/**
 * The layout of a run, as far as the pages of the book are known.
 *
 * @param folios by ids of elements.
 * @param side of the spread on which the run begins.
 */
export function taskOf(
  { digest, marks, draft }: NamedDraft,
  folios: ReadonlyMap<string, string>,
  side: Side,
): LayoutTask {
  const shown = marks.map((mark) => filledMark(mark, folios));
  return {
    name: keyOf(digest, side, ...shown),
    job: async () => jobOf(await draft(), folios, side),
  };
}

/** See `withTroubled` of jobs. */
export function withTroubledBlocks(task: LayoutTask, degrees: ReadonlyMap<string, number>): LayoutTask {
  return {
    name: keyOf(task.name, "troubled", JSON.stringify([...degrees])),
    job: async () => withTroubled(await task.job(), degrees),
  };
}
