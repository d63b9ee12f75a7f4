import { describe, expect, it } from "vitest";
import { folioText } from "../../../../src/formats/pdf/folio-slots.js";
import type { PlacedRun } from "../../../../src/formats/pdf/paginate/folios.js";

const placed = (style: "decimal" | "lower-roman", firstNumber: number): PlacedRun => ({
  run: {
    id: "one",
    sections: ["one"],
    title: "One",
    startsOn: "any",
    numbering: { sequence: "main", style },
    files: [],
    lines: 0,
    html: "",
  },
  pages: 9,
  blankBefore: false,
  start: 0,
  firstNumber,
});

describe("the text of a margin box", () => {
  it("is the folio of its page", () => {
    expect(folioText("counter(page)", placed("decimal", 25), 2)).toBe("27");
    expect(folioText("counter(page)", placed("lower-roman", 3), 1)).toBe("iv");
  });

  it("keeps the words around it", () => {
    expect(folioText('"– " counter(page) " –"', placed("decimal", 7), 0)).toBe("– 7 –");
  });

  it("follows a counter style that the style sheet names", () => {
    expect(folioText("counter(page, upper-roman)", placed("decimal", 9), 0)).toBe("IX");
  });
});
