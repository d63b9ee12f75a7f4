/** Books as plain text: every kind of block, and nothing lost. */
import { describe, expect, it } from "vitest";
import { plainText } from "../../../../src/formats/text/plain-text.js";
import { composeText } from "../../compose/compose-text.js";

function textOf(chapter: string): string {
  return plainText(composeText({ sections: { chapter } }).book);
}

describe("a plain text", () => {
  it("has a paragraph to a line, and breaks lines where the author does", () => {
    expect(textOf("One *line*\nand `one` more.\\\nAnother.")).toBe(
      "Chapter 1\n\nOne line and one more.\nAnother.\n",
    );
  });

  it.each([
    ["lists", "- one\n- two\n  1. three", "- one\n- two\n  1. three"],
    ["lists of paragraphs", "3. one\n\n   more\n4. two", "3. one\n\n   more\n4. two"],
    ["quotations", "> one\n>\n> two", "> one\n>\n> two"],
    ["code as it stands", "```\na\n\n  b\n```", "    a\n\n      b"],
    ["tables, cells parted by tabs", "| a | b |\n|---|---|\n| 1 | *2* |", "a\tb\n1\t2"],
    ["definitions", "Fen\n: Wet land", "Fen\n    Wet land"],
    ["scene breaks", "one\n\n***\n\ntwo", "one\n\n* * *\n\ntwo"],
    ["tasks", "- [x] done\n- [ ] open", "- [x] done\n- [ ] open"],
    ["formulas as they were written", "It is $a^2$.", "It is $a^2$."],
    ["descriptions of pictures", "See ![a fen](fen.png) here.", "See [a fen] here."],
    [
      "notes below their section",
      "Text[^1].\n\n[^1]: A note.\n\n    Its end.",
      "Text[1].\n\n[1] A note.\n\n    Its end.",
    ],
  ])("has %s", (_, markdown, text) => {
    const images = ["fen.png"];
    const { book } = composeText({ sections: { chapter: markdown }, images });
    expect(plainText(book)).toBe(`Chapter 1\n\n${text}\n`);
  });

  it("has the title page and the contents, sections two lines apart", () => {
    const { book } = composeText({
      sections: { titlepage: null, toc: null, "chapter:one": "# The fen", "chapter:two": "# The *reed*" },
    });
    expect(plainText(book)).toBe(
      "A Book\n\n2026\n\n\nContents\n\n1 The fen\n2 The reed\n\n\nChapter 1\n\nThe fen\n\n\nChapter 2\n\nThe reed\n",
    );
  });
});
