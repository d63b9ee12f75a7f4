import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OBJECT } from "../../../../src/language/typography/rules.js";
import { typeset, typesetRuns } from "../../../../src/language/typography/typeset.js";
import { processorTime } from "../../../support/processor-time.js";

const LANGUAGES = ["fr", "fr-CA", "en-GB", "de", "de-CH", "es", "it", "nl", "pl", "ru", "hu"];

/** Bits that the rules look at, so that random texts are full of hard cases. */
const BITS = [
  ..."\"'«»“”„‚‘’;:!?.,…-–—()[]%/ \n",
  ..."\u00A0\u202F\uFFFC",
  ...[
    "a",
    "mot",
    "M.",
    "J.",
    "z.B.",
    "12",
    "000",
    "5",
    "km",
    "h",
    "n°",
    "p.",
    "1er",
    "XIXe",
    "siècle",
    "--",
    "...",
  ],
  ...["http://a.b/?c;d", "l'", "n", "Louis", "XIV", "EE.", "UU."],
];
const text = fc.array(fc.constantFrom(...BITS), { maxLength: 14 }).map((bits) => bits.join(""));
const RUNS = { numRuns: 1000, seed: 1 };

describe.each(LANGUAGES)("in %s", (language) => {
  test("typesetting twice is typesetting once", () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = typeset(typed, language);
        expect(typeset(once, language)).toBe(once);
      }),
      RUNS,
    );
  });

  test("only signs and spaces change, never a letter or digit, and no straight quote is left behind a letter", () => {
    const words = (each: string) => each.replace(/[^\p{L}\p{N}\uFFFC]/gu, "");
    fc.assert(
      fc.property(text, (typed) => {
        const result = typeset(typed, language);
        expect(words(result)).toBe(words(typed));
        expect(result.replace(/http\S+/g, "")).not.toMatch(/\p{L}["']/u);
      }),
      RUNS,
    );
  });

  test("the borders of elements make no difference to the text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.nat(2)), { maxLength: 4 }), (pieces) => {
        const runs = pieces.map(([each, depth]) => ({ text: each, language, depth }));
        const whole = typeset(pieces.map(([each]) => each).join(""), language);
        expect(typesetRuns(runs).join("")).toBe(whole);
      }),
      RUNS,
    );
  });
});

test("code and texts of other languages come out as they went in", () => {
  const other = fc.oneof(
    fc.constant({ text: OBJECT, language: "" }),
    text.filter((each) => /^\S*$/.test(each)).map((each) => ({ text: each, language: "ja" })),
  );
  const own = text.map((each) => ({ text: each, language: "fr" }));
  fc.assert(
    fc.property(fc.array(fc.oneof(own, other), { maxLength: 5 }), (parts) => {
      const runs = parts.map((part) => ({ ...part, depth: 0 }));
      const results = typesetRuns(runs);
      runs.forEach((run, index) => {
        if (run.language !== "fr") expect(results[index]).toBe(run.text);
      });
    }),
    RUNS,
  );
});

test("a text of a hundred thousand signs takes less than a second", () => {
  for (const bit of ['"', "'", " '", "' ", "- ", " -", "1 000 ", "A. ", "« ", " ;", "a@a.", "..."]) {
    const begun = processorTime();
    typeset(bit.repeat(100_000 / bit.length), "fr");
    expect(processorTime() - begun, JSON.stringify(bit)).toBeLessThan(1000);
  }
});
