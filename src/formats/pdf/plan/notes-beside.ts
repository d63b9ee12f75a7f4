/**
 * Which notes of a page stand beside its text: as many as there is room for, in their order. One that is too wide, too tall, or comes
 * when the margin is full stands at the foot.
 */
import type { Galley, NotePart } from "./galley.js";

export interface NotesBeside {
  /** By their indexes in the galley. */
  readonly notes: readonly number[];
  /** What they take of the height of the page. */
  readonly height: number;
}

/**
 * @param called the notes that are called next on a page.
 * @param before those that stand beside it already.
 */
export function divideNotes(
  called: readonly NotePart[],
  before: NotesBeside | undefined,
  { notes, height }: Pick<Galley, "notes" | "height">,
): { readonly atFoot: readonly NotePart[]; readonly beside: NotesBeside | undefined } {
  const atFoot: NotePart[] = [];
  let beside = before;
  for (const part of called) {
    const own = notes[part.note]!.beside ?? Number.POSITIVE_INFINITY;
    const taken = (beside?.height ?? 0) + own;
    if (taken <= height) beside = { notes: [...(beside?.notes ?? []), part.note], height: taken };
    else atFoot.push(part);
  }
  return { atFoot, beside };
}
