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

  it("refers to other formulas", () => {
    const text = "$$a = b$$ {#eq-a}\n\n$c \\text{ by \\eqref{eq-a}}$ and $\\ref{eq-a}$ and $\\ref{eq-none}$";
    const { html, problems } = composeText({ sections: { chapter: text } });
    expect(html().match(/<mtext>[^<]*\d<\/mtext>/g)).toEqual(["<mtext>1</mtext>", "<mtext>1</mtext>"]);
    expect(problems).toEqual(["chapter.md:3:50 unknown-reference"]);
  });

  it("has the number that its tag says, which others call it by", () => {
    const text =
      "$$a = b \\tag{3.1}$$ {#eq-a}\n\n\\begin{equation}\\label{eq:b} c \\tag*{$\\ast$} \\end{equation}\n\n$$d$$ {#eq-d}\n\nBy \\eqref{eq-a}, \\ref{eq:b} and @eq-d.";
    const html = htmlOf(text);
    expect(html).toContain('<span class="equation-number">(3.1)</span>');
    expect(html).toMatch(/<span class="equation-number"><math>.*∗.*<\/math><\/span>/);
    expect(html.replace(/<[^>]*>/g, "")).toMatch(/By \(3\.1\), ∗ and Equation\u00a01\./);
    expect(html).not.toContain("<mtable");
  });

  it("has numbers in the rows that have tags, or labels of which there are several", () => {
    const text =
      "\\begin{align}\na &= b \\label{eq:a} \\\\\nc &= d \\\\\ne &= f \\tag{T} \\label{eq:t} \\\\\ng &= h \\label{h}\n\\end{align}\n\nBy \\eqref{eq:a}, \\eqref{eq:t} and \\eqref{h}.";
    const { html, problems } = composeText({ sections: { chapter: text } });
    expect(problems).toEqual([]);
    expect(html().match(/class="row-number"[^>]*>[^<]*/g)).toEqual(
      ["(1)", "(T)", "(2)"].map((number) => `class="row-number">${number}`),
    );
    expect(html().replace(/<[^>]*>/g, "")).toContain("By (1), (T) and (2).");
  });

  it("gives the one label to its row where another has a tag", () => {
    const text = "$$\\begin{align} a \\tag{A} \\\\ b \\label{eq:b} \\end{align}$$\n\nBy \\eqref{eq:b}.";
    expect(htmlOf(text).match(/(?:row|equation)-number">[^<]*/g)).toEqual([
      'row-number">(A)',
      'row-number">(1)',
    ]);
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
