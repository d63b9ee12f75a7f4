/** Authors' HTML against the content models of HTML: what comes out is valid, and every word is in it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { officialEpubcheck } from "../../../../../src/formats/epub/check/java.js";
import { publish } from "../book.js";

/** HTML of an author, and what the ebook has in its place. */
const CASES: readonly (readonly [claim: string, html: string, xhtml: string])[] = [
  [
    "items around what a list holds",
    "<ul>a <b>b</b><li>c</li></ul>",
    "<ul><li>a <b>b</b></li><li>c</li></ul>",
  ],
  [
    "a list that is in a list without an item",
    "<ol><ol><li>c</li></ol></ol>",
    "<ol><li><ol><li>c</li></ol></li></ol>",
  ],
  ["an item without a list", "<div><li>a</li></div>", "<div><div>a</div></div>"],
  ["a term without a definition", "<dl><dt>a</dt></dl>", "<dl><dt>a</dt><dd></dd></dl>"],
  ["a definition without a term", "<dl><dd>a</dd></dl>", "<dl><dt></dt><dd>a</dd></dl>"],
  ["text among terms", "<dl><dt>a</dt>b<p>c</p></dl>", "<dl><dt>a</dt><dd>b<p>c</p></dd></dl>"],
  ["groups of terms", "<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><div><dt>a</dt><dd>b</dd></div></dl>"],
  [
    "two captions and a head that comes late",
    "<table><caption>a</caption><caption>b</caption><tbody><tr><td>c</td></tr></tbody><thead><tr><th>d</th></tr></thead></table>",
    "<table><caption>a b</caption><thead><tr><th>d</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>",
  ],
  [
    "a caption in the middle of a figure",
    "<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>",
    "<figure><p>a</p><p>c</p><figcaption>b</figcaption></figure>",
  ],
  ["a box without a title", "<details open>a</details>", "<div>a</div>"],
  [
    "a box whose title comes late",
    "<details><p>a</p><summary>b</summary></details>",
    '<details open=""><summary>b</summary><p>a</p></details>',
  ],
  ["blocks in a heading", "<h2 id='x'>a <div>b</div></h2>", '<h2 id="x">a <span>b</span></h2>'],
  ["a reading without its text", "<p><ruby><rt>a</rt></ruby></p>", "<p><span><span>a</span></span></p>"],
  [
    "a reading",
    "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
    "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
  ],
  ["a header in a header", "<header>a<footer>b</footer></header>", "<header>a<div>b</div></header>"],
  [
    "a heading in a term",
    "<dl><dt><h3>a</h3></dt><dd>b</dd></dl>",
    "<dl><dt><div>a</div></dt><dd>b</dd></dl>",
  ],
  [
    "terms beside a group of them that a link leads to",
    "<dl><div id='g'><dt>a</dt><dd>b</dd></div><dt>c</dt><dd>d</dd></dl>",
    '<dl><div id="g"><dt>a</dt><dd>b</dd></div><div><dt>c</dt><dd>d</dd></div></dl>',
  ],
  [
    "a group of groups of terms",
    "<dl><div><div><dt>a</dt><dd>b</dd></div></div></dl>",
    "<dl><dt></dt><dd><div><div><div>a</div><div>b</div></div></div></dd></dl>",
  ],
  ["values that nobody knows", '<p dir="up" role="king" aria-hidden="x">a</p>', "<p>a</p>"],
  [
    "roles that fit, and one that does not",
    '<p role="note">a</p><h2 role="note">b</h2>',
    '<p role="note">a</p><h2>b</h2>',
  ],
  ["names of other documents", '<p id="y" aria-labelledby="z">a</p>', '<p id="y">a</p>'],
  [
    "the direction as a style",
    '<p style="direction: rtl; color: red; x">a</p>',
    '<p style="color: red">a</p>',
  ],
  [
    "numbers that are none",
    '<ol start="x"><li value="2">a</li></ol><ul><li value="2">b</li></ul>',
    '<ol><li value="2">a</li></ol><ul><li>b</li></ul>',
  ],
  [
    "cells that span nothing",
    '<table><tr><td colspan="0" rowspan="x">a</td></tr></table>',
    "<table><tbody><tr><td>a</td></tr></tbody></table>",
  ],
  [
    "a direction that is not said, and data without a value",
    "<p><bdo>a</bdo><data>b</data></p>",
    "<p><span>a</span><span>b</span></p>",
  ],
  [
    "a formula that lacks a part, and one with text of its own",
    "<math><mfrac><mi>a</mi></mfrac>b</math>",
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi><mrow/></mfrac><mtext>b</mtext></math>',
  ],
  [
    "parts of a table of formulas without their table",
    "<math display='x'><mtd><mi>a</mi></mtd><mtable><mi>b</mi></mtable></math>",
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>a</mi></mrow><mtable><mtr><mtd><mi>b</mi></mtd></mtr></mtable></math>',
  ],
  [
    "a drawing with boxes of no size and text that nobody sees",
    "<svg role='presentation'>a<rect/><text>b</text></svg>",
    '<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true"><text>b</text></svg>',
  ],
  [
    "numbers in cells",
    "<table><tr><td>−12.5 %</td><td>12 pots</td></tr></table>",
    '<table><tbody><tr><td class="number">−12.5 %</td><td>12 pots</td></tr></tbody></table>',
  ],
  [
    "a host in letters of a language",
    '<p><a href="https://exämple.org/ü?a=%zz">a</a></p>',
    '<p><a href="https://xn--exmple-cua.org/ü?a=%25zz">a</a></p>',
  ],
];

const publishCases = () =>
  publish({
    sections: [{ id: "c", title: "C", html: `<h1>C</h1>${CASES.map(([, html]) => html).join("\n")}` }],
  });

describe("in an ebook", () => {
  it.each(CASES.map(([claim, html, xhtml]) => ({ claim, html, xhtml })))(
    "$claim",
    async ({ html, xhtml }) => {
      const { read, diagnostics } = await publish({
        sections: [{ id: "c", title: "C", html: `<h1>C</h1><h2>D</h2>${html}` }],
      });
      expect(diagnostics).toEqual([]);
      const document = await read("c.xhtml");
      expect(document.slice(document.indexOf("</h2>") + 5, document.indexOf("\n</section>")).trim()).toBe(
        xhtml,
      );
    },
  );

  it("the official EPUBCheck finds nothing in any of it", { tags: "official-epubcheck" }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "colophon-structure-"));
    const file = join(folder, "cases.epub");
    await writeFile(file, (await publishCases()).bytes);
    const found = await officialEpubcheck(file, { environment: process.env });
    await rm(folder, { recursive: true });
    expect(found).toEqual([]);
  });
});
