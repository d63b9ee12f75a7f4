import { describe, expect, test } from "vitest";
import { parseText, textOf } from "./parse-text.js";

describe("no word is lost", () => {
  test("all words of a tricky document are in the tree, in order", () => {
    const words = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}w`);
    const text = [
      "# w1w *w2w* `w3w` {#id}",
      "> - w4w [w5w](a.md)",
      ">   1. w6w {w7w}",
      "",
      "| w8w | w9w |",
      "|---|---|",
      "| w10w \\| w11w | `w12w` |",
      "",
      ": w13w",
      "",
      "<div class='x'>w14w < w15w <b>w16w",
      "",
      "w17w <T>w18w</T> w19w <iframe>w20w</iframe>",
      "",
      "<table>w21w<tr><td>w22w</table>",
      "",
      "<select><option>w23w *w24w*</select> <textarea> w25w",
      "",
      "w26w &amp; w27w [w28w]{.x} [w29w] ~~w30w~~ H~w31w~",
      "",
      "::: note",
      "w32w",
      "",
      "![w33w *w34w*](a.png)",
      "",
      "```rust",
      'fn w35w() { "w36w" } // w37w',
      "```",
      "",
      "    w38w",
      "",
      "w39w",
      ": w40w",
      "",
      "<details><summary>w41w",
      "",
      "</p> w42w <plaintext> w43w",
      "",
      "- [x] w44w",
      "",
      "*w45w **w46w* w47w",
    ].join("\n");
    const { tree } = parseText(text);
    const found = textOf(tree).match(/w\d+w/g) ?? [];
    // The caption is above its table, and HTML moves words out of the rows of one: order aside, all are there.
    expect(found.toSorted()).toEqual(words(1, 47).toSorted());
  });

  test("plain paragraphs come out letter by letter", () => {
    const text = "Le « son » — l’IA & cie, 100 % <3 a_b_c 2*3*4 $5 #5 ½ 漢字 e\u0301 \u{1F600} {a} [b] (c)";
    expect(textOf(parseText(text).tree).trim()).toBe(text.replace("2*3*4", "234"));
  });

  test("code comes out letter by letter, whatever the language", () => {
    const code = "a\t<b>&amp;\n\n  \\{.x} $ `c` '''\n# d\n";
    for (const language of ["rust", "console", "python", "html", "yaml", "nosuch", ""]) {
      const { tree } = parseText(`~~~${language}\n${code}~~~\n`);
      expect(textOf(tree).trim()).toBe(code.trim());
    }
  });

  test("blocks nested too deeply are an error, and keep their words", () => {
    const { tree, problems } = parseText(`${"> ".repeat(150)}deep words`);
    expect(textOf(tree)).toContain("deep words");
    expect(problems).toEqual(["1:1 nesting-too-deep"]);
  });

  test("so are environments of LaTeX", () => {
    const { tree, problems } = parseText(
      `${"\\begin{center}\n".repeat(150)}deep words\n${"\\end{center}\n".repeat(150)}`,
    );
    expect(textOf(tree)).toContain("deep words");
    expect(problems).toEqual(["97:1 nesting-too-deep"]);
  });

  test("tags nested too deeply are an error, and keep their words", () => {
    const { tree, diagnostics } = parseText(`${"<b>".repeat(5000)}deep words${"</b>".repeat(5000)}\n\nafter`);
    expect(textOf(tree)).toMatch(/deep words\s+after/);
    expect(diagnostics.map(({ code }) => code)).toEqual(["nesting-too-deep"]);
  });

  test("a control character is one warning for the file, at the first", () => {
    const { tree, problems, diagnostics } = parseText("a\n b\u0000c\u000Bd\u0085e\n");
    expect(problems).toEqual(["2:3 control-character"]);
    expect(diagnostics[0]?.message).toContain("U+0000");
    expect(textOf(tree).trim()).toBe("a\nb\uFFFDc\uFFFDd\uFFFDe");
  });

  test("a control character written as a reference does not get in either", () => {
    expect(textOf(parseText("<div>a&#1;b</div>\n\nc &#2; d").tree)).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});
