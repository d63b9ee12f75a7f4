/** What sets lines in the browser; each is sent to the page as source text. */
import { findLineRuns } from "./find-runs.js";
import { measureInFonts } from "./line-fonts.js";
import { readLineRuns } from "./read-run.js";
import { setLinesByPlan } from "./set-lines.js";
import { writeChosenLines } from "./write-lines.js";

export const LINE_PARTS: readonly (() => void)[] = [
  findLineRuns,
  measureInFonts,
  readLineRuns,
  writeChosenLines,
  setLinesByPlan,
];
