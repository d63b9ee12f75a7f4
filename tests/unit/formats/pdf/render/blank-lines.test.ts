/** Line breaks by themselves between blocks. */
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { makeBlankLines } from "../../../../../src/formats/pdf/render/blank-lines.js";

test.each([
  ["between blocks", "<p>a</p>\n<br>\n<p>b</p>", "<p>a</p>\n<div><br></div>\n<p>b</p>"],
  ["several", "<table></table><br><br><ul></ul>", "<table></table><div><br></div><div><br></div><ul></ul>"],
  ["in a block", "<div><br><p>a</p></div>", "<div><div><br></div><p>a</p></div>"],
  ["beside words", "<p>a</p>words<br><p>b</p>", "<p>a</p>words<br><p>b</p>"],
  ["beside an image", '<br><img src="a.png"><p>b</p>', '<br><img src="a.png"><p>b</p>'],
  ["in a paragraph", "<p>a<br>b<br></p>", "<p>a<br>b<br></p>"],
  ["with nothing beside them", "<p><br></p>", "<p><br></p>"],
])("%s", (_, before, after) => {
  const tree = fromHtml(before, { fragment: true });
  makeBlankLines(tree);
  expect(toHtml(tree)).toBe(after);
});
