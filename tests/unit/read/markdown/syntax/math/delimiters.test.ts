import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../../../../../src/read/markdown/parse.js";
import { composeText } from "../../../../compose/compose-text.js";

const htmlOf = (text: string) => composeText({ sections: { chapter: text } }).html();
const problemsOf = (text: string) => composeText({ sections: { chapter: text } }).problems;
const formulas = (text: string) => [...htmlOf(text).matchAll(/alttext="([^"]*)"/g)].map(([, tex]) => tex);

describe("formulas between backslashes", () => {
  it.each([
    ["one, as in R Markdown", "Let \\(x^2\\) be.", ["x^2"]],
    ["two, as in mdBook", "Let \\\\(x_1 + \\alpha\\\\) be.", ["x_1 + \\alpha"]],
    ["two, where Markdown takes backslashes", "\\\\( \\\\{ a\\_{b} \\\\} \\\\)", ["\\{ a_{b} \\}"]],
    ["a display in a line", "So \\[ \\frac{1}{2} \\] is half.", ["\\frac{1}{2}"]],
    ["a display on lines of its own", "\\[\na^2\n- b\n\\]\n\nEnd", ["a^2\n- b"]],
    ["a display of mdBook", "\\\\[\na^2 \\\\\\\\ b\n\\\\]", ["a^2 \\\\ b"]],
    ["plain letters, in a text that has formulas", "Both \\(a\\) and \\(\\beta\\).", ["a", "\\beta"]],
  ])("%s", (_, text, found) => {
    expect(formulas(text)).toEqual(found);
    expect(problemsOf(text)).toEqual([]);
  });

  it("are numbered as others are", () => {
    const text = "\\[\nx^2\n\\] {#eq-a}\n\nBy @eq-a.";
    expect(htmlOf(text)).toMatch(/id="eq-a"[\s\S]*\(1\)[\s\S]*Equation/);
  });

  it.each([
    "A \\[sic\\] and \\[1\\] and \\(c\\).",
    "An \\[escaped\\](https://a.b) link, \\[^1\\]",
    "`sed 's/\\(\\w\\+\\)/\\1/'` and `\\(\\alpha\\)` \\(a\\)",
    "Files \\[--name=FILE\\] snake\\[some_name\\]",
    "```\n\\[ \\alpha \\]\n```\n\nThe \\[x\\].",
  ])("are brackets where nothing says so: %s", (text) => expect(formulas(text)).toEqual([]));
});

describe("displays that Markdown would take apart", () => {
  it.each([
    [
      "a blank line, where the beginning is a formula",
      "$$q(X) = \\sum_i\n\nx_2^i\n$$\n\nEnd.",
      ["q(X) = \\sum_i\n\nx_2^i"],
    ],
    [
      "a blank line, at the margin of an item",
      "1. Sends\n$$q = \\sum_i\n\nx\n$$\n2. Responds with $a$.",
      ["q = \\sum_i\n\nx", "a"],
    ],
    [
      "at the margin of a quotation",
      "> Defined as\n> $$\nz = m\n$$\n> and then for all integers $r$ such\n> $$\nr = s\n$$",
      ["z = m", "r", "r = s"],
    ],
    [
      "an environment at the margin of a quotation",
      "> Defined as\n> $$\n\\begin{array}{l}\na \\\\\nb\n\\end{array}\n$$\n> and no more.",
      ["\\begin{array}{l}\na \\\\\nb\n\\end{array}"],
    ],
  ])("%s", (_, text, found) => {
    expect(formulas(text).map((tex) => tex?.trim())).toEqual(found);
    expect(problemsOf(text)).toEqual([]);
  });
});

describe("dollars in the labels of links", () => {
  it.each([
    ["[store.$on](#a) and [store.$off](#b)", []],
    ["[a $x$](#a) and [b $f[x](y)$](#b)", ["x", "f[x](y)"]],
  ])("leave the links: %s", (text, found) => {
    const html = htmlOf(`${text}\n\n## A {#a}\n\n## B {#b}`);
    expect(html.match(/<a [^>]*href="#[ab]"/g)).toHaveLength(2);
    expect(formulas(text)).toEqual(found);
  });
});

describe("formulas as code", () => {
  it("are fences and code between dollars", () => {
    expect(formulas("```math\na^2 \\\\\n\n+ b\n```\n\nand $`c^*d*e`$, ``$`f`$``.")).toEqual([
      "a^2 \\\\\n\n+ b",
      "c^*d*e",
    ]);
  });
  it("are told of at their place", () => {
    expect(problemsOf("Text\n\n```math\nx\n\\foo\n```\n\n- $`x \\bar`$")).toEqual([
      "chapter.md:5:1 bad-math",
      "chapter.md:8:11 bad-math",
    ]);
  });
});

describe("macros of a text", () => {
  it("hold from one definition to the next, and before the first", () => {
    const text =
      "$\\x$\n\n\\newcommand{\\x}{1}\n\n$\\x$\n\n\\renewcommand{\\x}{2}\n\\providecommand\\x{4}\n\n$\\x$ $\\def\\x{3}\\x$ $\\x$";
    expect(htmlOf(text).match(/<mn>\d/g)).toEqual(["<mn>1", "<mn>1", "<mn>2", "<mn>3", "<mn>3"]);
  });
  it("have arguments, one of them in brackets, or none that they use", () => {
    const text =
      "\\newcommand{\\n}[2][2]{\\lVert #2 \\rVert_#1}\n\\newcommand{\\drop}[1]{0}\n\\DeclareMathOperator*{\\best}{best}\n\n$\\n{7}$ $\\n[8]{9}$ $\\drop{6}5$ $$\\best_4$$";
    expect(
      htmlOf(text)
        .match(/<m[noi][^>]*>\w+/g)
        ?.map((each) => each.replace(/.*>/, "")),
    ).toEqual(["7", "2", "9", "8", "05", "best", "4"]);
  });
  it("print nothing where a formula only defines them", () => {
    expect(
      htmlOf("$\\newcommand{\\R}{\\mathbb{R}}$\n\n$$\n\\def\\Q{\\mathbb{Q}}\n$$\n\n$\\R\\Q$"),
    ).not.toMatch(/newcommand|def/);
    expect(problemsOf("$$\\newcommand{\\R}{\\mathbb{R}}$$\n\n$\\R$")).toEqual([]);
  });
  it("are not those that code shows", () => {
    expect(htmlOf("```latex\n\\newcommand{\\alpha}{1}\n```\n\n`\\def\\alpha{1}` $\\alpha$")).toContain(
      "<mi>α</mi>",
    );
  });
  it("are asked for once each", () => {
    expect(problemsOf("$\\foo$ $\\foo$ $\\bar\\foo$ $\\baz$")).toEqual([
      "chapter.md:1:2 bad-math",
      "chapter.md:1:27 bad-math",
    ]);
  });
});

describe("formulas between dollars", () => {
  it.each([
    ["blanks inside, where it can be nothing else", "So $ \\alpha $ and $x_1 = y $.", ["\\alpha", "x_1 = y"]],
    ["blank lines between marks that stand alone", "$$\n\na^2\n\n= b\n\n$$\n\nEnd", ["a^2\n\n= b"]],
    [
      "an environment for lines of their own",
      "$\\begin{align} a &= b \\end{align}$",
      ["\\begin{align} a &#x26;= b \\end{align}"],
    ],
  ])("may have %s", (_, text, found) => expect(formulas(text)).toEqual(found));

  it.each(["From $ 5 to $ 6.", "$$\n\nThis is a sentence of words.\n\n$$", "$$\n\n## Heading\n\n- a\n\n$$"])(
    "are none: %s",
    (text) => expect(formulas(text)).toEqual([]),
  );

  it("have the label of MyST behind them", () => {
    expect(htmlOf("$$\na\n$$ (tide)\n\nBy \\eqref{tide}.")).toMatch(
      /id="eq-tide"[\s\S]*\(1\)[\s\S]*href="#eq-tide"/,
    );
  });
});

describe("commands of mhchem and siunitx in a text", () => {
  it("are formulas", () => {
    const text =
      "Of \\ce{H2O}, \\SI{10}{\\kilo\\metre} and \\qtyrange{1}{2}{\\metre}; not \\num, `\\num{1}`, \\foo{1}.";
    expect(formulas(text)).toEqual(["\\ce{H2O}", "\\SI{10}{\\kilo\\metre}", "\\qtyrange{1}{2}{\\metre}"]);
  });
});

describe("macros of the publication", () => {
  it("hold until a text says something else", () => {
    const macros = { "\\x": "1", "\\y": "2" };
    const text = "$\\x\\y$\n\n\\renewcommand{\\x}{3}\n\n$\\x\\y$\n\n\\providecommand{\\y}{4}\n\n$\\y$";
    const { tree } = parseMarkdown("a.md", text, () => undefined, { macros });
    expect(JSON.stringify(tree).match(/(?<="value":")\d+/g)).toEqual(["12", "32", "2"]);
  });
  it("without an end are told once a text, and shown as they are", () => {
    const found: string[] = [];
    const text = "$\\x$ $a$ ".repeat(9);
    const { tree } = parseMarkdown("a.md", text, ({ message }) => found.push(message), {
      macros: { "\\x": "\\x\\x" },
    });
    expect(found).toEqual([expect.stringContaining("a macro calls itself")]);
    expect(JSON.stringify(tree).match(/"tagName":"(?:math|code)"/g)).toHaveLength(18);
  });
});
