/** What lays out planned pages in the browser; each is sent to the page as source text. */
import { tellKinds } from "./element-kinds.js";
import { furnishPages } from "./furniture.js";
import { makeGalleys } from "./galley-box.js";
import { layOutPlanned } from "./lay-out-planned.js";
import { chainMarginsAbove } from "./margins-above.js";
import { keepMarginsBelow } from "./margins-below.js";
import { measureUnevenLines } from "./measure-lines.js";
import { tellNthPages } from "./nth-pages.js";
import { placeOnPages } from "./page-places.js";
import { findPageStarts } from "./page-starts.js";
import { placeFloatsOnPages } from "./place-floats.js";
import { placeNotesOnPages } from "./place-notes.js";
import { surveyPlanned } from "./planned-findings.js";
import { setPrintSheets } from "./print-sheets.js";
import { readGalleyColumns } from "./read-columns.js";
import { readGalleyFloats } from "./read-floats.js";
import { readGalleys } from "./read-galley.js";
import { readLineBoxes } from "./read-lines.js";
import { readLoosenesses } from "./read-looseness.js";
import { readGalleyNotes } from "./read-notes.js";
import { readGalleyTables } from "./read-tables.js";
import { runElements } from "./running-elements.js";
import { setSideNotes } from "./side-notes.js";
import { steerPages } from "./steer.js";
import { writeStrips } from "./strip-writer.js";

export const PLANNED_PARTS: readonly (() => void)[] = [
  makeGalleys,
  tellKinds,
  readLineBoxes,
  chainMarginsAbove,
  writeStrips,
  readGalleyTables,
  readGalleyNotes,
  setSideNotes,
  readGalleyColumns,
  readGalleyFloats,
  readGalleys,
  readLoosenesses,
  findPageStarts,
  measureUnevenLines,
  placeOnPages,
  placeFloatsOnPages,
  runElements,
  tellNthPages,
  furnishPages,
  surveyPlanned,
  keepMarginsBelow,
  placeNotesOnPages,
  steerPages,
  setPrintSheets,
  layOutPlanned,
];
