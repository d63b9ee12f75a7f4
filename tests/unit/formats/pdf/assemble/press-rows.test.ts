import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { pressRows } from "../../../../../src/formats/pdf/assemble/press-rows.js";

const ROW = 8;

/** Rows of few different kinds, each some times over. */
function rowsOf(repeats: readonly number[]): Uint8Array {
  return Uint8Array.from(
    repeats.flatMap((times, kind) =>
      Array.from({ length: times * ROW }, (_, at) => ((kind * 37 + (at % ROW) * 53) * 7) & 0xff),
    ),
  );
}

test.each<[string, Uint8Array]>([
  ["none", new Uint8Array()],
  ["one", rowsOf([1])],
  ["different ones, with all bytes", rowsOf(Array.from({ length: 300 }, () => 1))],
  [
    "repeated ones, as often as one match and as several take",
    rowsOf([2, 3, 31, 32, 33, 34, 64, 65, 66, 1000]),
  ],
  ["every number of repeats", rowsOf(Array.from({ length: 70 }, (_, times) => times))],
])("rows can be read again: %s", (_, rows) => {
  expect(Buffer.compare(inflateSync(pressRows(rows)), rows)).toBe(0);
});

test("repeated rows take next to nothing", () => {
  expect(pressRows(rowsOf([50_000])).length).toBeLessThan(5000);
});
