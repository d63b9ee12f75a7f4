/**
 * The script that goes into the browser beside Paged.js.
 *
 * Each part is a self-contained function: it is sent as source text, so it may use nothing
 * from outside of its own body but the browser's globals. Order matters: handlers run in
 * the order in which they are registered, and the survey wants finished pages.
 */
import { keepBlanks } from "./blanks.js";
import { breakAtTheRightText } from "./break-place.js";
import { beginOnSide } from "./first-page-side.js";
import { placeFootnotes } from "./footnotes.js";
import { hyphenateAtPageEnd } from "./page-end-hyphen.js";
import { surveyPages } from "./page-survey.js";
import { breakUntilItFits } from "./reflow.js";
import { tidySoftHyphens } from "./soft-hyphens.js";
import { nameElements } from "./stable-references.js";
import { continueTables } from "./tables.js";
import { replaceTimers } from "./timers.js";

const PARTS = [
  replaceTimers,
  placeFootnotes,
  keepBlanks,
  nameElements,
  beginOnSide,
  breakAtTheRightText,
  breakUntilItFits,
  continueTables,
  hyphenateAtPageEnd,
  tidySoftHyphens,
  surveyPages,
];

/** The engine as one classic script. */
export const ENGINE_SCRIPT = PARTS.map((part) => `(${part.toString()})();`).join("\n");
