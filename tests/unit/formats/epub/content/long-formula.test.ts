import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import temml from "temml";
import { expect, it } from "vitest";
import { validFormula } from "../../../../../src/formats/epub/content/formulas.js";
import { fitFormula } from "../../../../../src/formats/epub/content/long-formula.js";
import { visitNodes } from "../../../../../src/hast/visit.js";

/** TeX, as the reader makes MathML of it. */
function formula(tex: string): Element {
  const tree = fromHtml(temml.renderToString(tex, { displayMode: true }), { fragment: true });
  return validFormula(tree.children[0] as Element);
}

function lettersOf(node: Element): string {
  let text = "";
  visitNodes(node, (each) => {
    if (each.type === "text") text += each.value;
  });
  return text;
}

const rows = (node: Element) => (node.children as Element[]).map((child) => lettersOf(child));
const sum = (count: number) =>
  Array.from({ length: count }, (_, index) => `a_{${index}} x^{${index}}`).join("+");

it("leaves a short formula as it is", () => {
  const short = formula("a^2 + b^2 = c^2");
  expect(fitFormula(short)).toEqual({ formula: short, isTooWide: false });
});

it("cuts a long row before its signs, and loses nothing of it", () => {
  const long = formula(`f(x) = ${sum(12)}`);
  const { formula: fitted, isTooWide } = fitFormula(long);
  expect(lettersOf(fitted)).toBe(lettersOf(long));
  expect(rows(fitted).slice(0, 3)).toEqual(["f(x)", "=a0x0", "+a1x1"]);
  expect(fitted.properties.className).toContain("pieces");
  expect(isTooWide).toBe(false);
});

it("keeps the space of a sign that begins a piece", () => {
  const { formula: fitted } = fitFormula(formula(sum(12)));
  const second = fitted.children[1] as Element;
  expect((second.children[0] as Element).properties.form).toBe("infix");
});

it.each([
  ["a sign at the beginning, or behind another", `-x = -y + ${sum(10)}`, ["-x", "=-y"]],
  ["what is in brackets", `(a + b)(c - d) = ${sum(10)}`, ["(a+b)(c-d)", "=a0x0"]],
])("does not cut at %s", (_, tex, first) => {
  const shown = rows(fitFormula(formula(tex)).formula).map((row) => row.replaceAll("−", "-"));
  expect(shown.slice(0, 2)).toEqual(first);
});

it("cuts a row without signs between its brackets", () => {
  const product = formula(`${"(v+w)".repeat(16)}^{2}`);
  const { formula: fitted, isTooWide } = fitFormula(product);
  expect(rows(fitted)).toEqual([...Array(15).fill("(v+w)"), "(v+w)2"]);
  expect(isTooWide).toBe(false);
});

it("sets what cannot be cut smaller on narrow screens, and says when that is not enough", () => {
  const fraction = (count: number) => fitFormula(formula(`\\frac{${sum(count)}}{2}`));
  expect(fraction(8).formula.properties.style).toMatch(/clamp\(0\.5em, [\d.]+cqw, 1em\)/);
  expect([fraction(8).isTooWide, fraction(30).isTooWide]).toEqual([false, true]);
});

it("measures tables by their columns", () => {
  const cells = Array.from({ length: 30 }, (_, index) => `x_{${index}}`).join(" & ");
  const many = fitFormula(formula(`\\begin{pmatrix} ${cells} \\\\ ${cells} \\end{pmatrix}`));
  expect(many.formula.properties.style).toMatch(/cqw/);
});
