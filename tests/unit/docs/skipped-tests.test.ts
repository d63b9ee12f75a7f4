/** No test is skipped in silence. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportSkips } from "../../support/skipped-tests.js";

const TESTS = join(import.meta.dirname, "../..");
const ZSH = { name: "zsh", description: "zsh", missingInCi: "its image has none" };
const BOOK = { name: "book", description: "a book" };

describe("skipped tests", () => {
  it("are counted by what they need", () => {
    const skipped = [
      { name: "a", tags: ["zsh"] },
      { name: "b", tags: ["book"] },
      { name: "c", tags: ["zsh"] },
      { name: "d", tags: ["bash"] },
    ];
    expect(reportSkips(skipped, [ZSH, BOOK])).toEqual({
      lines: ["Skipped: 2 without zsh", "Skipped: 1 without a book", "Skipped: 1 without a reason"],
      unexpected: ["b", "d"],
    });
  });

  it("are not expected when one of two needs should be met", () => {
    expect(reportSkips([{ name: "a", tags: ["zsh", "book"] }], [ZSH, BOOK]).unexpected).toEqual(["a"]);
  });

  it("are none that say so themselves, without a need that is counted", () => {
    const silent = readdirSync(TESTS, { recursive: true, encoding: "utf8" }).filter(
      (file) =>
        file.endsWith(".test.ts") &&
        /\b(?:test|it|describe)\.(?:skip|skipIf|runIf|todo)\b|\bskip\(/.test(
          readFileSync(join(TESTS, file), "utf8"),
        ),
    );
    expect(silent).toEqual([]);
  });
});
