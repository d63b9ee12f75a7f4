/** What comes of reading a printed run in which all is as it should be. */
import type { Reading } from "../../src/formats/pdf/readback/compare/reading.js";

export const NOTHING_FOUND: Reading = {
  isAsForecast: true,
  losses: [],
  cuts: [],
  overfull: [],
  overprints: [],
  margins: [],
  missing: [],
};
