/** How words are counted. */
import { expect, it } from "vitest";
import { countWords } from "../../../../src/build/manifest/words.js";
import { makeBook } from "../../formats/epub/book.js";

it.each([
  ["<p>Three short words</p>", 3],
  ["<p>One</p><p>two</p>", 2],
  ["<p>H<sub>2</sub>O is <em>w</em>ater</p>", 3],
  ["<p>don’t, well-known 3.14 – 1,000</p>", 5],
  ["<p>hy\u00ADphen\u00ADat\u00ADed</p>", 1],
  ["<p>日本語 と English</p>", 5],
  ["<p>e\u0301te\u0301 naïve Ελλάδα</p>", 3],
  ["<p>x <math><mi>a</mi></math> y</p>", 2],
  ['<p>seen <span data-medium="print">p. 3</span></p>', 1],
  ['<p>seen <span data-medium="screen">here</span></p>', 2],
])("%s has %d words in an ebook", (html, count) => {
  expect(countWords(makeBook({ sections: [{ id: "c", html }] }))).toBe(count);
});
