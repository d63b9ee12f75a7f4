import { expect, it } from "vitest";
import { formulaOf } from "../../../../../../src/read/markdown/syntax/math/formula.js";

/** What is said of the elements of a formula, without their style. */
const markup = (tex: string): string => {
  const formula = formulaOf(tex, "inline");
  return "mathml" in formula ? formula.mathml : formula.fault.reason;
};

it.each([
  "a^{b^{c_i}}",
  "x_{n^{k^2}}",
  "\\hat{\\boldsymbol x}^{\\scriptscriptstyle T}_{\\scriptscriptstyle i}",
  "\\hat{x}_{\\scriptscriptstyle i}^{\\scriptscriptstyle \\mathrm{T}}",
  "\\textstyle y + \\displaystyle\\sum_i z",
])("says sizes where MathML 3 has them: %s", (tex) => {
  const elements = [...markup(tex).matchAll(/<(\w+)[^>]*\b(?:scriptlevel|displaystyle)=/g)];
  expect(elements.length).toBeGreaterThan(0);
  for (const [, name] of elements) expect(["math", "mstyle", "mtable"]).toContain(name);
});

it.each(["\\mathop{\\arg\\min}_x f", "\\mathop{\\rm lim\\,sup}_n", "\\mathbin{a \\circ b}"])(
  "puts no elements into one of letters: %s",
  (tex) => expect(markup(tex)).not.toMatch(/<m[oin][^>]*><m/),
);

it.each(["__", "a_0^", "x = {__-t__}"])("says of what is cut short that something is missing: %s", (tex) =>
  expect(markup(tex)).toBe("something is missing in it"),
);
