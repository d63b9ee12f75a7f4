/** The words that `only` and `not` may use: what each edition is called, and whom it is for. */
import type { Report } from "../../diagnostics/diagnostic.js";
import { type Condition, isFor, unknownWord } from "../../model/condition.js";
import { FORMATS, type Format } from "../../model/format.js";
import type { Path } from "../../model/places.js";
import type { EditionNames } from "../../model/publication.js";
import type { Merged } from "./merged.js";

/** One edition before the words of all are known. */
export interface Named {
  readonly id: string;
  readonly format: Format;
  /** Name of the description that it was made from, when it is another one. */
  readonly madeFrom?: string | undefined;
  readonly merged: Merged;
}

/** The words for each edition, in the order of the editions. */
export function editionNames(editions: readonly Named[]): readonly EditionNames[] {
  const own = editions.map(({ id, format, madeFrom, merged }) => [
    ...new Set([id, madeFrom ?? id, ...FORMATS[format].words, ...[merged.value.audience ?? []].flat()]),
  ]);
  const known = [...new Set([...Object.values(FORMATS).flatMap(({ words }) => words), ...own.flat()])];
  return own.map((words) => ({ own: words, known }));
}

/** What a section of the publication file says of the editions that it is for. */
interface Conditional {
  readonly only?: string | readonly string[] | undefined;
  readonly not?: string | readonly string[] | undefined;
}

/** True when a section or part is for the edition; words that nothing is called by are reported. */
export function isListedFor(
  { only, not }: Conditional,
  path: Path,
  names: EditionNames,
  { places }: Merged,
  report: Report,
): boolean {
  const condition: Condition = {
    ...(only === undefined ? {} : { only: [only].flat() }),
    ...(not === undefined ? {} : { not: [not].flat() }),
  };
  for (const key of ["only", "not"] as const) {
    for (const [index, word] of (condition[key] ?? []).entries()) {
      if (names.known.includes(word)) continue;
      const isList = Array.isArray(key === "only" ? only : not);
      report(unknownWord(word, names, places.value([...path, key, ...(isList ? [index] : [])])));
    }
  }
  return isFor(names, condition);
}
