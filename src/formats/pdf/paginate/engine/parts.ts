/**
 * What the engine changes of Paged.js, in the order in which the parts run.
 *
 * The order is part of what they do. Handlers of one hook are called in the order in which they are registered.
 * A function of the layout that several parts wrap is wrapped from the inside out: the last one of the list is
 * called first, and asks those before it. What each part closes is told in its own file.
 */
import { keepBlanks } from "./blanks.js";
import { keepBlockStarts } from "./block-start.js";
import { breakAtTheRightText } from "./break-place.js";
import { offerCellCuts } from "./cell-cuts.js";
import { countInStyles } from "./counters.js";
import { leaveFirstLetters } from "./first-letter.js";
import { beginOnSide } from "./first-page-side.js";
import { keepFloats } from "./floats.js";
import { placeFootnotes } from "./footnotes.js";
import { endWholeLines } from "./last-lines.js";
import { collectLayoutChanges } from "./layout-changes.js";
import { continueNotes } from "./long-notes.js";
import { separateMarginBoxes } from "./margin-boxes.js";
import { lightenPages } from "./page-boxes.js";
import { awaitPictures } from "./pictures.js";
import { breakUntilItFits } from "./reflow.js";
import { readFromRightToLeft } from "./right-to-left.js";
import { settleRows } from "./rows.js";
import { dressRunningHeads } from "./running-heads.js";
import { tidySoftHyphens } from "./soft-hyphens.js";
import { nameElements } from "./stable-references.js";
import { continueTables } from "./tables.js";
import { divideFormulas } from "./tall-formulas.js";
import { cutTallRows } from "./tall-rows.js";
import { fitTitlePages } from "./title-pages.js";
import { easeTroubled } from "./troubled.js";
import { fitFormulas } from "./wide-formulas.js";
import { keepLastLines } from "./widows.js";

export interface EnginePart {
  /** Is sent to the page as source text, and runs once for each document. */
  readonly install: () => void;
  /** Hooks of Paged.js at which it acts, and functions of Paged.js that it wraps or replaces. */
  readonly changes: readonly string[];
  /** Why it stands where it does in the list; missing when any place would do. */
  readonly place?: string;
}

export const PARTS: readonly EnginePart[] = [
  {
    install: collectLayoutChanges,
    changes: ["onPageLayout"],
    place:
      "Before all that ask for changes of the layout: they are made in the order in which they are asked for.",
  },
  {
    install: placeFootnotes,
    changes: ["before"],
    place: "Before anything looks at the content: notes stand at their references from then on.",
  },
  {
    install: continueNotes,
    changes: ["moveFootnote", "beforePageLayout", "afterOverflowRemoved", "afterPageLayout", "finalizePage"],
  },
  {
    install: easeTroubled,
    changes: ["beforeParsed"],
    place: "After the notes are placed, which it may move, and before the content is measured or named.",
  },
  {
    install: keepBlanks,
    changes: ["beforeParsed"],
    place: "Makes elements: before they are counted.",
  },
  {
    install: nameElements,
    changes: ["beforeParsed"],
    place: "After all that make elements before parsing: counts them.",
  },
  {
    install: countInStyles,
    changes: ["onDeclaration", "afterParsed"],
    place: "Finds elements by the names that they have by now.",
  },
  {
    install: awaitPictures,
    changes: ["afterParsed", "afterRendered"],
    place: "Before all that measure the parsed content.",
  },
  {
    install: leaveFirstLetters,
    changes: ["afterParsed"],
  },
  {
    install: readFromRightToLeft,
    changes: ["afterParsed", "beforePageLayout"],
    place: "Before a page is filled: decides what is left of it.",
  },
  {
    install: lightenPages,
    changes: ["afterParsed", "beforePageLayout", "afterPageLayout"],
    place: "After the sides are decided: makes further pages like the first.",
  },
  {
    install: beginOnSide,
    changes: [],
  },
  {
    install: breakAtTheRightText,
    changes: ["findBreakToken", "findOverflow", "textBreak", "createBreakToken"],
    place:
      "The first to wrap the search for overflow: the others ask again, and are to be told the right letter.",
  },
  {
    install: keepLastLines,
    changes: ["findBreakToken", "findOverflow"],
    place:
      "Wraps what finds the right letter; before what moves whole blocks, which is no matter of lines any more.",
  },
  {
    install: endWholeLines,
    changes: ["afterPageLayout"],
  },
  {
    install: keepFloats,
    changes: ["findOverflow"],
    place: "After lines are settled: a float that goes takes the text after it along.",
  },
  {
    install: breakUntilItFits,
    changes: ["findBreakToken", "hyphenateAtBreak", "colophonRelax"],
    place:
      "The last to wrap the search for the place to break: asks all others again until nothing flows over.",
  },
  {
    install: settleRows,
    changes: ["beforePageLayout"],
    place: "Before formulas and tables are measured: those in a row have its widths.",
  },
  {
    install: fitFormulas,
    changes: ["beforePageLayout"],
    place: "Before tables and rows are measured: a formula has its width then.",
  },
  {
    install: divideFormulas,
    changes: ["beforePageLayout"],
    place: "After formulas have their widths: those that are too tall are divided as they are.",
  },
  {
    install: continueTables,
    changes: ["beforePageLayout", "renderNode"],
    place: "Before rows are cut: measures whole tables.",
  },
  {
    install: offerCellCuts,
    changes: [],
    place: "Before the rows that are cut at its places.",
  },
  {
    install: cutTallRows,
    changes: ["beforePageLayout"],
    place: "After the columns have their widths, on which the heights of rows depend.",
  },
  {
    install: keepBlockStarts,
    changes: ["findOverflow"],
    place:
      "The last to wrap the search for overflow: whatever the others say, the page may not end there. Uses what `breakUntilItFits` gives layouts.",
  },
  {
    install: separateMarginBoxes,
    changes: ["addMarginaliaContent"],
  },
  {
    install: dressRunningHeads,
    changes: ["afterPageLayout", "afterParsed", "finalizePage"],
  },
  {
    install: tidySoftHyphens,
    changes: ["afterPageLayout", "finalizePage"],
    place: "After a page is filled, and all that looks for the ends of its lines.",
  },
  {
    install: fitTitlePages,
    changes: ["afterParsed"],
  },
];
