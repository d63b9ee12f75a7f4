import { describe, expect, it } from "vitest";
import { formulaOf, type TexMacros } from "../../../../../../src/read/markdown/syntax/math/formula.js";

/** What a formula shows, without its elements; its fault where it has one. */
const words = (tex: string, macros: TexMacros = {}): string => {
  const formula = formulaOf(tex, "block", macros);
  return "mathml" in formula ? formula.mathml.replace(/<[^>]*>/g, "") : `! ${formula.fault.reason}`;
};

describe("numbers and units of siunitx", () => {
  it.each([
    ["\\num{12345.67891}", "12345.67891"],
    ["\\num{1,5e-3}", "1,5×10−3"],
    ["\\num{e7}", "107"],
    ["\\num{-1.20(3)}", "−1.20(3)"],
    ["\\num{3 +- 0.1}", "3±0.1"],
    ["\\num{\\le 4}", "≤4"],
    ["\\num{2 x 3}", "2×3"],
    ["\\qty{9.81}{\\metre\\per\\second\\squared}", "9.81ms−2"],
    ["\\SI[mode=text]{5}{\\kilo\\watt\\hour}", "5kWh"],
    ["\\qty{20}{\\degreeCelsius}", "20°C"],
    ["\\qty{45}{\\degree}", "45°"],
    ["\\qty{3}{kg.m^{2}}", "3kgm2"],
    ["\\unit{\\micro\\ohm}", "μΩ"],
    ["\\si{\\cubic\\centi\\metre}", "cm3"],
    ["\\unit{\\kilogram\\tothe{4}}", "kg4"],
    ["\\unit{\\parsec}", "parsec"],
    ["\\ang{12;30;5}", "12∘30′5′′"],
    ["\\SIrange{1}{2}{\\metre}", "1–2m"],
    ["\\numlist{1;2;3}", "1,2,3"],
    ["\\qty{x}{\\metre}", "xm"],
  ])("%s", (tex, shown) => expect(words(tex)).toBe(shown));
});

describe("commands and environments of others", () => {
  it.each([
    ["\\ce{2H2O}", "2H2O"],
    ["\\KaTeX", "KaTeX"],
    ["\\htmlId{a}{x} \\class{b}{y}", "xy"],
    ["\\bbox[red, 2pt]{x}", "x"],
    ["\\unicode{x3B1}\\unicode{946}", "αβ"],
    ["\\require{mhchem} \\mathds{1} \\mbox{if }", "𝟙if\u00a0"],
    ["\\begin{eqnarray} a &=& b \\\\ c &\\le& d \\end{eqnarray}", "a=bc≤d"],
    ["\\begin{IEEEeqnarray}{rCl} a &=& \\begin{pmatrix}1&2&3\\end{pmatrix} \\end{IEEEeqnarray}", "a=(123)"],
    ["\\begin{flalign*} a &= b \\end{flalign*}", "a=b"],
    ["\\begin{psmallmatrix} 1 & 2 \\end{psmallmatrix}", "(12)"],
    ["\\begin{displaymath} x \\end{displaymath}", "x"],
  ])("%s", (tex, shown) => expect(words(tex).replace(/\u2062|\u200b/g, "")).toBe(shown));

  it("places what is wrong in what was written", () => {
    const tex = "\\begin{displaymath} a + \\foo \\end{displaymath}";
    expect(formulaOf(tex, "block")).toEqual({
      fault: { reason: "`\\foo` is not known", at: tex.indexOf("\\foo"), unknown: "\\foo" },
    });
  });
});

describe("macros without an end", () => {
  const twice = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [
      `\\${String.fromCharCode(97 + index)}q`,
      `\\${String.fromCharCode(98 + index)}q`.repeat(10),
    ]),
  );
  it.each<[string, string, TexMacros]>([
    ["one that calls itself", "\\aq", { "\\aq": "x \\aq" }],
    ["two that call each other", "\\aq", { "\\aq": "\\bq", "\\bq": "\\aq" }],
    ["those that each repeat the next", "{\\aq}", { ...twice, "\\zq": "" }],
    ["a long one that is called often", "\\aq".repeat(500), { "\\aq": "x".repeat(9000) }],
    ["arguments that double", "\\aq{x}", { "\\aq": "\\aq{#1#1}" }],
  ])("%s", (_, tex, macros) =>
    expect(words(tex, macros)).toMatch(/^! (?:a macro calls itself|its parts are nested)/),
  );
});
