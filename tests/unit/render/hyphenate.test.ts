import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { hyphenateTree } from "../../../src/render/hyphenate.js";

function hyphenated(html: string, language = "fr"): string {
  const tree = fromHtml(html, { fragment: true });
  hyphenateTree(tree, language);
  return toHtml(tree).replaceAll("\u00AD", "-");
}

test.each(["p", "li", "dd", "blockquote", "td", "figcaption", "em"])("text in %s is hyphenated", (name) => {
  const html = `<${name}>apprentissage</${name}>`;
  const inTable = name === "td" ? `<table><tbody><tr>${html}</tr></tbody></table>` : html;
  expect(hyphenated(inTable)).toContain("ap-pren-tis-sage");
});

test.each([
  "<h2>apprentissage</h2>",
  "<pre><code>apprentissage</code></pre>",
  "<p><code>apprentissage</code></p>",
  '<figcaption><span class="caption-label">apprentissage</span></figcaption>',
  '<p><span class="nohyphen">apprentissage</span></p>',
  '<p><span translate="no">apprentissage</span></p>',
  '<p><span lang="">apprentissage</span></p>',
  '<div class="verse"><p>apprentissage</p></div>',
  '<p><a href="/apprentissage" title="apprentissage">x</a></p>',
])("%s stays whole", (html) => {
  expect(hyphenated(html)).toBe(html);
});

test("a span in another language is hyphenated by that language", () => {
  expect(hyphenated('<p>typographie <i lang="en-US">typography</i></p>')).toBe(
    '<p>ty-po-gra-phie <i lang="en-US">ty-pog-ra-phy</i></p>',
  );
});
