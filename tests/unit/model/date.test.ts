import { expect, it } from "vitest";
import { isMoment } from "../../../src/model/date.js";

it.each([
  ["2026-11-30", true],
  ["2026-11-30T09:30:00Z", true],
  ["2026-11", false],
  ["2026-02-30", false],
  ["2026-11-30T24:00:00Z", false],
  ["2026-11-30T09:30:00+01:00", false],
  ["yesterday", false],
])("%s", (text, known) => {
  expect(isMoment(text)).toBe(known);
});
