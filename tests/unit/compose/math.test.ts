import { describe, expect, it } from "vitest";
import { composeText, readSection } from "./compose-text.js";

const problemsOf = (text: string) => composeText({ sections: { chapter: text } }).problems;
const htmlOf = (text: string) => composeText({ sections: { chapter: text } }).html();

describe("mathematics", () => {
  it("is MathML that says its TeX to those who cannot see it", () => {
    expect(htmlOf("Let $x^2$ be.")).toContain('<math alttext="x^2"><msup><mi>x</mi>');
    expect(problemsOf("$$\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix} \\boxed{x}$$")).toEqual([]);
  });

  it("has no places for the numbers of lines, which are those of ids", () => {
    for (const name of ["align", "gather", "equation", "multline"]) {
      const text = `$$\\begin{${name}}a = b\\end{${name}}$$`;
      expect(problemsOf(text)).toEqual([]);
      expect(htmlOf(text)).not.toContain("<span");
    }
    expect(problemsOf("$$\\begin{CD} A @>>> B \\\\ @VVV @AAA \\\\ C @= D \\end{CD}$$")).toEqual([]);
  });

  it("cannot refer to other formulas, and says so", () => {
    for (const name of ["ref", "eqref"])
      expect(problemsOf(`$x \\${name}{eq:a}$`)).toEqual(["chapter.md:1:2 bad-math"]);
  });

  it("leaves prices, escaped dollars and code alone", () => {
    for (const text of ["From $5 to $6.", "Pay \\$x\\$.", "`$a$` and $ b$", "US$ and CA$ are"]) {
      expect(htmlOf(text)).not.toContain("<math");
    }
  });

  it("leaves variables of shells and makefiles alone", () => {
    for (const text of [
      "Set $HOME/bin:$PATH first.",
      "cc $(FLAGS)-o:$(OUT).hex",
      `$${"{name}"}.txt and:$${"{other}"}.txt`,
    ]) {
      expect(htmlOf(text)).not.toContain("<math");
    }
    for (const text of ["A $k$-means", "$n$th", "$(AB)$(see 2)", "$A$ and $BC$."]) {
      expect(htmlOf(text)).toContain("<math");
    }
  });

  it("stands on lines of its own between double dollars, whatever its lines begin with", () => {
    const html = htmlOf("Before\n$$\na\n= b\n- c\n$$\nafter");
    expect(html).toMatch(/^<p>Before<\/p>\n<div class="equation"><math display="block"/);
    expect(html).toContain("<p>after</p>");
    expect(html).not.toContain("<li>");
  });

  it("has a number where it has an id, and can be referred to", () => {
    const { html, sectionOf } = composeText({
      sections: { chapter: "See @eq-ohm.\n\n$$ U = R I $$ {#eq-ohm}\n\n$$ x $$\n" },
      edition: { numbering: "chapter" },
    });
    expect(html()).toContain('<span class="equation-number">(1.1)</span></div>');
    expect(html().match(/equation-number/g)).toHaveLength(1);
    expect(readSection("screen", sectionOf("chapter"))).toContain("See Equation\u00A01.1.");
  });
});

describe("malformed TeX", () => {
  it("is reported at its place and stays visible", () => {
    const text = "Fine.\n\nThen $a + \\foo$ fails.\n\n> $$\n> \\frac{a}{\n> $$\n";
    expect(problemsOf(text)).toEqual(["chapter.md:3:11 bad-math", "chapter.md:6:12 bad-math"]);
    expect(htmlOf(text)).toContain('<code class="math-source">$a + \\foo$</code>');
  });
});
