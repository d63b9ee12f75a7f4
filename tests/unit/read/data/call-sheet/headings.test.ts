/** Headings of scenes, which call sheets divide as scripts do. */
import { expect, test } from "vitest";
import { headingOf } from "../../../../../src/read/data/call-sheet/headings.js";

test.each([
  ["INT. HOUSE - KITCHEN - NIGHT", "INT", "HOUSE - KITCHEN", "N"],
  ["EXT./INT. CAR – DAY", "I/E", "CAR", "D"],
  ["INT. / EXT. CAR - DAWN", "I/E", "CAR", "DAWN"],
  ["EXT. QUAI / NUIT", "EXT", "QUAI", "N"],
  ["INT. SAINT-MALO", "INT", "SAINT-MALO", undefined],
  ["THE WEIR - DAY", undefined, "THE WEIR", "D"],
])("%s", (heading, inside, set, when) => {
  expect(headingOf({ heading })).toEqual({ "int-ext": inside, set, "day-night": when });
});
