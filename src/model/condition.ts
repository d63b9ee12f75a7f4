/** `only` and `not`: which editions something is for. Said in `publication.yaml` and in texts alike. */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { nearest } from "../diagnostics/nearest.js";
import type { EditionNames } from "./publication.js";

export interface Condition {
  /** For the editions that one of these words names. */
  readonly only?: readonly string[];
  /** For all editions but those that one of these words names. */
  readonly not?: readonly string[];
}

export function isFor({ own }: EditionNames, { only, not }: Condition): boolean {
  const isNamed = (word: string) => own.includes(word);
  return (only === undefined || only.some(isNamed)) && !not?.some(isNamed);
}

/** @param at the place of the word. */
export function unknownWord(word: string, { known }: EditionNames, at: Location) {
  const similar = nearest(word, known);
  const shown = known.length > MOST_SHOWN ? [...known.slice(0, MOST_SHOWN), "…"] : known;
  const hint = `${similar === undefined ? "" : `Did you mean \`${similar}\`? `}Use one of: ${shown.join(", ")}`;
  return diagnostic("unknown-condition", `\`${word}\` is not an edition, format or audience`, at, hint);
}

const MOST_SHOWN = 24;
