/**
 * The script that goes into the browser beside Paged.js.
 *
 * Each part is a self-contained function: it is sent as source text, so it may use nothing
 * from outside of its own body but the browser's globals. Order matters: handlers run in
 * the order in which they are registered, and the survey wants finished pages.
 */
import { type HandlerScript, handlerScript } from "../handler-scripts.js";
import { keepBlanks } from "./blanks.js";
import { keepBlockStarts } from "./block-start.js";
import { breakAtTheRightText } from "./break-place.js";
import { offerCellCuts } from "./cell-cuts.js";
import { countInStyles } from "./counters.js";
import { beginDocuments } from "./documents.js";
import { leaveFirstLetters } from "./first-letter.js";
import { beginOnSide } from "./first-page-side.js";
import { keepFloats } from "./floats.js";
import { placeFootnotes } from "./footnotes.js";
import { endWholeLines } from "./last-lines.js";
import { collectLayoutChanges } from "./layout-changes.js";
import { continueNotes } from "./long-notes.js";
import { lightenPages } from "./page-boxes.js";
import { surveyPages } from "./page-survey.js";
import { readTexts } from "./page-texts.js";
import { awaitPictures } from "./pictures.js";
import { breakUntilItFits } from "./reflow.js";
import { readFromRightToLeft } from "./right-to-left.js";
import { dressRunningHeads } from "./running-heads.js";
import { tidySoftHyphens } from "./soft-hyphens.js";
import { nameElements } from "./stable-references.js";
import { continueTables } from "./tables.js";
import { cutTallRows } from "./tall-rows.js";
import { replaceTimers } from "./timers.js";
import { fitTitlePages } from "./title-pages.js";
import { easeTroubled } from "./troubled.js";
import { fitFormulas } from "./wide-formulas.js";
import { keepLastLines } from "./widows.js";

const PARTS = [
  collectLayoutChanges,
  placeFootnotes,
  continueNotes,
  easeTroubled,
  keepBlanks,
  nameElements,
  countInStyles,
  awaitPictures,
  leaveFirstLetters,
  readFromRightToLeft,
  lightenPages,
  beginOnSide,
  breakAtTheRightText,
  keepLastLines,
  endWholeLines,
  keepFloats,
  breakUntilItFits,
  fitFormulas,
  continueTables,
  offerCellCuts,
  cutTallRows,
  keepBlockStarts,
  dressRunningHeads,
  tidySoftHyphens,
  fitTitlePages,
];

/** What has to be in a document before Paged.js, which takes hold of the timers when it starts. */
export const PRELUDE_SCRIPT = scriptOf([replaceTimers]);

/**
 * The engine as classic scripts, to come after Paged.js, in the order in which they have to run.
 * Users' handlers stand before the survey, so that it sees what they have made of a page.
 */
export function engineScripts(handlers: readonly HandlerScript[]): string[] {
  return [
    `${scriptOf([beginDocuments])}\n${forEachDocument(PARTS)}`,
    ...handlers.map(handlerScript),
    forEachDocument([readTexts, surveyPages]),
  ];
}

function forEachDocument(parts: readonly (() => void)[]): string {
  return `window.colophonBegin(() => {${scriptOf(parts)}});`;
}

function scriptOf(parts: readonly (() => void)[]): string {
  return parts.map((part) => `(${part.toString()})();`).join("\n");
}
