/** Languages of which only the certain is known here: quotation marks (CLDR), apostrophes, dashes, points. */
import { POINTS_AND_DASHES } from "./common.js";
import { bindUnits, type QuotePair, type Typography, UNITS } from "./rules.js";

const CURLY: QuotePair = ["“", "”"];
const CURLY_SINGLE: QuotePair = ["‘", "’"];
const LOW: QuotePair = ["„", "“"];
const LOW_SINGLE: QuotePair = ["‚", "‘"];
const LOW_HIGH: QuotePair = ["„", "”"];
const ANGLES: QuotePair = ["«", "»"];

function minimal(outer: QuotePair, inner: QuotePair, single: QuotePair = CURLY_SINGLE): Typography {
  return { quotes: [outer, inner], single, before: POINTS_AND_DASHES, after: [bindUnits(UNITS)] };
}

export const OTHERS: Readonly<Record<string, Typography>> = {
  ca: minimal(ANGLES, CURLY),
  cs: minimal(LOW, LOW_SINGLE, LOW_SINGLE),
  eu: minimal(ANGLES, CURLY),
  ga: minimal(CURLY, CURLY_SINGLE),
  gl: minimal(ANGLES, CURLY),
  hr: minimal(LOW_HIGH, CURLY_SINGLE),
  hu: minimal(LOW_HIGH, ["»", "«"]),
  nb: minimal(ANGLES, CURLY_SINGLE),
  nl: minimal(CURLY, CURLY_SINGLE),
  nn: minimal(ANGLES, CURLY_SINGLE),
  no: minimal(ANGLES, CURLY_SINGLE),
  pl: minimal(LOW_HIGH, ANGLES),
  pt: minimal(CURLY, CURLY_SINGLE),
  ro: minimal(LOW_HIGH, ANGLES),
  ru: minimal(ANGLES, LOW),
  sk: minimal(LOW, LOW_SINGLE, LOW_SINGLE),
  sl: minimal(LOW, LOW_SINGLE, LOW_SINGLE),
  uk: minimal(ANGLES, LOW),
};
