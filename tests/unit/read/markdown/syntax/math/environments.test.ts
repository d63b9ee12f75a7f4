import { describe, expect, it } from "vitest";
import { formulaOf } from "../../../../../../src/read/markdown/syntax/math/formula.js";
import { proofTree } from "../../../../../../src/read/markdown/syntax/math/proof-tree.js";

/** What a formula shows, with a stroke between rows and a comma between cells; its fault where it has one. */
const rows = (tex: string, display: "block" | "inline" = "block"): string => {
  const formula = formulaOf(tex, display);
  if (!("mathml" in formula)) return `! ${formula.fault.reason}`;
  const marked = formula.mathml.replace(/<\/mtr>(?=<mtr)/g, "|").replace(/<\/mtd>(?=<mtd)/g, ",");
  return marked.replace(/<[^>]*>/g, "").replace(/\u00A0/g, " ");
};

describe("rows without an environment", () => {
  it.each([
    ["a = b \\\\ c = d", "a=b|c=d"],
    ["a = b \\\\[1ex] c = d \\\\ e", "a=b|c=d|e"],
    ["a &= b \\\\ &= c", "a,=b|,=c"],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\\\ x", "(1|2)|x"],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "(1|2)"],
    ["\\frac{\\substack{a \\\\ b}}{c}", "a|bc"],
    ["a = b \\\\", "a=b"],
  ])("stand below each other on lines of their own: %s", (tex, shown) => expect(rows(tex)).toBe(shown));

  it("have tags", () => {
    const formula = formulaOf("a = b \\\\ c = d \\tag{7}", "block");
    expect(formula).toHaveProperty(
      "mathml",
      expect.stringContaining('<mtext class="row-number">(7)</mtext>'),
    );
  });

  it("have the place of what is wrong in what was written", () => {
    const tex = "a \\\\ b + \\foo";
    expect(formulaOf(tex, "block")).toMatchObject({ fault: { at: tex.indexOf("\\foo") } });
  });
});

describe("cases in words", () => {
  it.each([
    ["\\begin{cases*} 1 & if $x > 0$ \\\\ 0 & otherwise \\end{cases*}", "{1,if x&gt;0|0,otherwise"],
    ["\\begin{dcases*} 1 & else \\end{dcases*}", "{1,else"],
    [
      "\\begin{numcases}{f_{x}=} 1 & for all \\label{a} \\\\ 2 & \\nonumber \\end{numcases}",
      "fx={1,for all|2,",
    ],
    ["y = \\begin{subnumcases}{} \\frac{1}{2} & so \\\\ \\end{subnumcases} + z", "y={12,so+z"],
    ["\\begin{numcases} 1 \\end{numcases}", "! No such environment: numcases"],
  ])("%s", (tex, shown) => expect(rows(tex)).toBe(shown));
});

describe("proofs of bussproofs", () => {
  it.each([
    [
      "\\AxiomC{$A$}\\AxiomC{$A \\to B$}\\RightLabel{\\scriptsize MP}\\BinaryInfC{$B$}",
      "{\\dfrac{{A}\\qquad {A \\to B}}{{B}}\\;\\text{MP}}",
    ],
    ["\\AX$A \\fCenter \\vdash B$ \\LL{w} \\UI$C$ \\DP", "{\\text{w}\\;\\dfrac{{A \\vdash B}}{{C}}}"],
    ["\\AxiomC{}\\UnaryInfC{it rains}\\AxiomC{so}\\noLine\\TrinaryInfC{x}", undefined],
    [
      "\\AxiomC{}\\UnaryInfC{a}\\AxiomC{b}\\doubleLine\\BinaryInfC{c}",
      "{\\dfrac{{\\dfrac{{}}{\\text{a}}}\\qquad \\genfrac{}{}{0pt}{0}{}{\\text{b}}}{\\text{c}}}",
    ],
    ["\\AxiomC{a}\\noLine\\UnaryInfC{b}", "{\\genfrac{}{}{0pt}{0}{\\text{a}}{\\text{b}}}"],
    ["\\AxiomC{a} and more", undefined],
    ["\\AxiomC{a", undefined],
    ["", undefined],
  ])("%s", (tex, written) => expect(proofTree(tex)).toBe(written));

  it("are formulas, in a line too", () => {
    const proof = "\\begin{prooftree}\\AxiomC{$a$}\\UnaryInfC{$b$}\\end{prooftree}";
    for (const display of ["block", "inline"] as const) {
      expect(formulaOf(proof, display)).toHaveProperty("mathml", expect.stringContaining("<mfrac>"));
    }
    expect(rows("\\begin{prooftree}\\UnaryInfC{b}\\end{prooftree}")).toBe("! No such environment: prooftree");
  });
});

it.each(["\\begin{alignat}{2} a &= b \\end{alignat}", "\\begin{split} a &= b \\end{split}"])(
  "sets in a line what is meant for lines of its own: %s",
  (tex) => expect(rows(tex, "inline")).toBe("a,=b"),
);
