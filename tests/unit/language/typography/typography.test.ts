import { describe, expect, test } from "vitest";
import { typeset } from "../../../../src/language/typography/typeset.js";
import { CASES } from "../typography-cases.js";

describe.each(Object.entries(CASES))("typography of %s", (language, cases) => {
  test.each(cases)("%s", (typed, expected) => {
    expect(visible(typeset(typed, language))).toBe(visible(expected));
  });

  test("what is typeset stays as it is", () => {
    for (const [, expected] of cases) expect(visible(typeset(expected, language))).toBe(visible(expected));
  });
});

test("a language without rules is left as it is typed", () => {
  const text = "\"a\" -- 'b' ... 5 km";
  for (const language of ["", "ja", "ar", "tlh"]) expect(typeset(text, language)).toBe(text);
});

/** No-break spaces as one can see them when a test fails. */
function visible(text: string): string {
  return text.replaceAll("\u00A0", "~").replaceAll("\u202F", "_");
}
