/** Reports what of a book's text cannot be read on the printed pages, and what sticks out of its place. */
import type { Code } from "../../diagnostics/codes.js";
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { fold, wordsOf } from "../../matching/fold.js";
import { blockPlace } from "./block-places.js";
import type { Print, SourcePlaces } from "./print.js";
import type { LossCause, Place, Reading, TextLoss } from "./readback/compare/reading.js";

const LONGEST_QUOTE = 60;

/** What is known of the book: where blocks come from, and what can be read elsewhere. */
export type Origin = Pick<Print, "places" | "titlePage">;

/** @param origin where what is lost, or not as it should be, comes from. */
export function reportReading(reading: Reading, { places, titlePage }: Origin, report: Report): void {
  for (const loss of reading.losses) reportLoss(loss, places, report);
  for (const cut of reading.cuts) reportCut(cut, places, report);
  for (const { text, isShortened } of reading.margins) {
    if (isShortened && isOnTitlePage(text, titlePage)) continue;
    const message = `A running head cannot be read whole: ${quote(text)}`;
    const hint = "Shorten the title that it repeats, or give its margin box more room";
    report(diagnostic("running-head-cut", message, places.edition, hint));
  }
  for (const { source, text, other } of reading.overprints) {
    const message = `${quote(text)} and ${quote(other)} are printed over each other`;
    const hint = "Remove `height`, positions and negative margins from your styles, or divide the block";
    report(diagnostic("text-overprinted", message, blockPlace(places, source), hint));
  }
  for (const { source, text, by } of reading.overfull) {
    const message = `${quote(text)} sticks out of the type area by ${by.toFixed(1)} pt`;
    const hint = "Shorten or break the line, or make the table or image narrower";
    report(diagnostic("overfull", message, blockPlace(places, source), hint));
  }
}

/** The title page has the title and the names whole. */
function isOnTitlePage(text: string, titlePage: string): boolean {
  const whole = fold(titlePage);
  // A head has signs between the names.
  return wordsOf(text).every((word) => whole.includes(fold(word.text).replace(/[,;、،]$/, "")));
}

/** What a style sheet hides is hidden on purpose, mostly; anything else is an error. */
const CAUSES: Readonly<Record<LossCause, { code: Code; predicate: string; hint: string }>> = {
  gone: {
    code: "text-lost",
    predicate: "cannot be read on any page",
    hint: "Divide the block that has it into smaller ones, or move it to another place",
  },
  covered: {
    code: "text-lost",
    predicate: "cannot be read on any page: something lies over it",
    hint: "Remove the positions from your styles that put one thing above another",
  },
  generated: {
    code: "text-cut",
    predicate: "cannot be read whole: a style or a list writes it where there is no room for it",
    hint: "Give the block more room at that side, or write the words into the text",
  },
  faint: {
    code: "text-hidden",
    predicate: "cannot be seen in print: it has the colour of what it stands on",
    hint: "Give it another colour, or leave it out of this edition: `{only=ebook}`",
  },
  hidden: {
    code: "text-hidden",
    predicate: "is not shown in print: an attribute, a style or the edge of its drawing hides it",
    hint: "Remove `hidden`, `display: none`, `color: transparent` or the like, or leave it out of this edition: `{only=ebook}`",
  },
};

function reportLoss({ source, text, words, cause }: TextLoss, places: SourcePlaces, report: Report): void {
  const what = words > 1 ? `${quote(text)} (${words} words)` : quote(text);
  const { code, predicate, hint } = CAUSES[cause];
  report(diagnostic(code, `${what} ${predicate}`, blockPlace(places, source), hint));
}

function reportCut({ source, text }: Place, places: SourcePlaces, report: Report): void {
  const message = `${quote(text)} is cut off at the edge of the paper or of a box`;
  const hint =
    "Make the block narrower, or remove `overflow`, `height` and negative margins from your styles";
  report(diagnostic("text-cut", message, blockPlace(places, source), hint));
}

/** Codes by which letters without a font are told before the layout, as far as it can be known then. */
const TOLD: readonly Code[] = ["missing-glyph", "script-without-font"];

/**
 * What is to be told of boxes that are printed in place of letters, in pictures for instance.
 *
 * @param told what is known of the edition: when letters without a font are, that is enough.
 */
export function boxesPrinted(
  readings: readonly Reading[],
  { places }: Origin,
  told: readonly Diagnostic[],
): Diagnostic[] {
  const boxes = readings.flatMap(({ missing }) => missing);
  if (boxes.length === 0 || told.some(({ code }) => TOLD.includes(code))) return [];
  const letters = quote(boxes.map(({ text }) => text).join(" "));
  const message = `Empty boxes are printed in place of ${letters}: no font has these letters`;
  const hint =
    "Import a font that has them in `styles/print.css` of the publication, or write something else";
  return [diagnostic("missing-glyph", message, blockPlace(places, boxes[0]!.source), hint)];
}

function quote(text: string): string {
  const line = text.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  return `“${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}”`;
}
