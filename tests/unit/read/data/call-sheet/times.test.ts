/** Times and lengths as call sheets write them. */
import { describe, expect, it } from "vitest";
import { earliest, isTime, minutesOf } from "../../../../../src/read/data/call-sheet/times.js";
import { eighthsOf, writtenEighths } from "../../../../../src/script/eighths.js";

describe("times", () => {
  it.each([
    ["06:30", 390],
    ["6.30", 390],
    ["6h30", 390],
    ["0630", 390],
    ["630A", 390],
    ["6:30 AM", 390],
    ["12:15a", 15],
    ["12:15 p.m.", 735],
    ["7p", 1140],
    ["06:30 (pick-up 06:00)", 390],
    ["6", undefined],
    ["25:00", undefined],
    ["13:00 PM", undefined],
    ["06:75", undefined],
    ["noonish", undefined],
  ])("%s", (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  it.each(["O/C", "W/N", "per HMU", "07:45–09:30", "TBC", "12:30-13:15"])("%s stands for one", (text) => {
    expect(isTime(text)).toBe(true);
  });

  it.each(["later", "07:45–lunch", "99", ""])("%j does not", (text) => {
    expect(isTime(text)).toBe(false);
  });

  it("the earliest is one, and a word only without one", () => {
    expect(earliest(["O/C", "1:00 PM", undefined, "06:30"])).toBe("06:30");
    expect(earliest([undefined, "O/C"])).toBe("O/C");
    expect(earliest([])).toBeUndefined();
  });
});

describe("lengths", () => {
  it.each([
    ["1 3/8", 11],
    ["3/8", 3],
    ["2", 16],
    ["11/8", 11],
    ["2 pgs", 16],
    ["1-3/8 pgs.", 11],
    ["1/2", undefined],
    ["1.5", undefined],
    ["", undefined],
  ])("%j", (text, eighths) => {
    expect(eighthsOf(text)).toBe(eighths);
  });

  it.each([
    [11, "1 3/8"],
    [16, "2"],
    [5, "5/8"],
    [0, "0"],
  ])("%i eighths", (eighths, written) => {
    expect(writtenEighths(eighths)).toBe(written);
  });
});
