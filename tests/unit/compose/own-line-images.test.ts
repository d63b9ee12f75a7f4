import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { markIn } from "../../../src/compose/own-line-images.js";
import { parseText } from "../read/markdown/parse-text.js";

const html = (text: string) => {
  const { tree } = parseText(text);
  markIn(tree);
  return toHtml(tree);
};

test.each([
  ["behind text", "Words.\n![](a.png)"],
  ["before text", "![](a.png)\nWords."],
  ["between text", "Words.\n![](a.png)\nWords."],
  ["behind a line break", "Words.\\\n![](a.png)"],
  ["behind marked text", "*Words*\n![](a.png)"],
  ["in a list", "1. Words.\n   ![](a.png)\n2. Words."],
])("a picture on a line of its own is set apart: %s", (_, text) => {
  expect(html(text)).toContain('class="own-line"');
});

test.each([
  ["in a line", "Words ![](a.png)\nand words."],
  ["before words", "Words\n![](a.png) and words."],
  ["alone", "![](a.png)"],
  ["a row of them", "![](a.png)\n![](b.png)\n![](c.png)"],
])("others stay as they are: %s", (_, text) => {
  expect(html(text)).not.toContain("own-line");
});
