import { describe, expect, it } from "vitest";
import { colorsFor } from "../../../src/report/context.js";

const TERMINAL = { isTTY: true };
const FILE = { isTTY: false };

describe("colours", () => {
  it.each([
    ["are shown on a terminal", TERMINAL, {}, true],
    ["are not written to a file", FILE, {}, false],
    ["are turned off by NO_COLOR", TERMINAL, { NO_COLOR: "1" }, false],
    ["are not turned off by an empty NO_COLOR", TERMINAL, { NO_COLOR: "" }, true],
    ["are not for a terminal that has none", TERMINAL, { TERM: "dumb" }, false],
    ["are turned on by FORCE_COLOR", FILE, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
    ["are turned off by FORCE_COLOR=0", TERMINAL, { FORCE_COLOR: "0" }, false],
  ])("%s", (_, stream, env, expected) => {
    expect(colorsFor(stream, env).isColorSupported).toBe(expected);
  });
});
