import { describe, expect, test } from "vitest";
import { writtenOut } from "../../../../src/theme/styles/selectors.js";

describe("a list of selectors for Paged.js", () => {
  test.each([
    [":is(h1, h2) + p", ":is(h1) + p, :is(h2) + p"],
    ["p:not(.a, .b) + p", "p:not(.a):not(.b) + p"],
    [":where(h1, .x:is(a, b)) + p, q", ":where(h1) + p, :where(.x:is(a)) + p, :where(.x:is(b)) + p, q"],
    ['[title="a, b"] + p', '[title="a, b"] + p'],
    ["h1 + p, h2 + p", "h1 + p, h2 + p"],
    [":nth-child(2 of a, b) + p", ":not(*)"],
  ])("%s", (list, written) => {
    expect(writtenOut(list)).toBe(written);
  });
});
