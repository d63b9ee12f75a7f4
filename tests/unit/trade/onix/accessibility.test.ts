/** The codes for shops (ONIX list 196), from what a file claims itself. */
import { describe, expect, it } from "vitest";
import type { AccessibilityFacts } from "../../../../src/model/facts.js";
import { onixAccessibility } from "../../../../src/trade/onix/accessibility.js";

const FACTS: AccessibilityFacts = {
  modes: ["textual"],
  sufficient: ["textual"],
  features: [
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
    "MathML",
    "pageBreakMarkers",
    "pageNavigation",
  ],
  hazards: ["none"],
  summary: "All text.",
};

const codes = (claims: Partial<AccessibilityFacts> = {}) =>
  onixAccessibility("epub", { ...FACTS, ...claims }).map(({ code }) => code);

describe("the codes for shops", () => {
  it("say what the book has", () => {
    expect(codes()).toEqual(["00", "11", "13", "17", "19", "22", "30", "32", "36", "41", "52"]);
  });

  it("say what it conforms to and from what it is exempt only when that is claimed", () => {
    const conformsTo = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";
    expect(codes({ conformsTo, certifier: "F" })).toEqual(expect.arrayContaining(["04", "82", "85", "90"]));
    expect(codes({ exemption: "eaa-fundamental-alteration" })).toContain("77");
  });

  it("say that nothing is known of a file that claims nothing, and whom to ask", () => {
    expect(onixAccessibility("pdf", undefined, "a11y@example.org")).toEqual([
      { code: "08" },
      { code: "99", description: "a11y@example.org" },
    ]);
  });
});
