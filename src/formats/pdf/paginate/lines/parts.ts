/** What sets lines in the browser; each is sent to the page as source text. */
import { findLineRuns } from "./find-runs.js";
import { measureInFonts } from "./line-fonts.js";
import { makeLinePieces } from "./make-pieces.js";
import { findPseudoElements } from "./pseudo-elements.js";
import { readOpenings } from "./read-opening.js";
import { readLineRuns } from "./read-run.js";
import { setLinesByPlan } from "./set-lines.js";
import { writeChosenLines } from "./write-lines.js";

export const LINE_PARTS: readonly (() => void)[] = [
  findPseudoElements,
  readOpenings,
  findLineRuns,
  measureInFonts,
  makeLinePieces,
  readLineRuns,
  writeChosenLines,
  setLinesByPlan,
];
