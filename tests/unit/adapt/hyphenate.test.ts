import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { hyphenateTree } from "../../../src/adapt/hyphenate.js";

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

test.each([
  ["h1", "<h1>Apprentissage</h1>"],
  ["h3", "<h3>L’apprentissage des <em>typographiquement</em> autres</h3>"],
  ["th", "<table><thead><tr><th>apprentissage</th></tr></thead></table>"],
  ["dt", "<dl><dt>apprentissage, suite</dt></dl>"],
  ["caption", "<table><caption>Un apprentissage</caption></table>"],
  [".pullquote", '<div class="pullquote"><p>Un apprentissage</p></div>'],
])("a long word of display type is an element that may be divided: %s", (_, html) => {
  const expected = html.replaceAll(/(?<!<)(?:L’)?\b(apprentissage|typographiquement)\b,?/gi, (word) => {
    const divided = word.replace(
      /pren(?=t)|tis(?=s)|ap(?=p)|ty(?=p)|po(?=g)|gra(?=p)|phi(?=q)|que(?=m)/gi,
      "$&-",
    );
    return `<span class="long-word">${divided}</span>`;
  });
  expect(hyphenated(html)).toBe(expected);
});

test.each([
  ["Apprentissage : suite", "[Apprentissage] : suite"],
  ["Fin (d’apprentissage), suite", "Fin [(d’apprentissage),] suite"],
  ["«apprentissage!» 2", "[«apprentissage!»] 2"],
  ["apprentissage… fin", "[apprentissage…] fin"],
  ["美術apprentissage。", "美術[apprentissage。]"],
])("a long word keeps its punctuation: %s", (text, expected) => {
  const html = hyphenated(`<h2>${text}</h2>`).replace(/<span class="long-word">(.*?)<\/span>/g, "[$1]");
  expect(html).toBe(`<h2>${expected.replace(/pprentissage/gi, "p-pren-tis-sage")}</h2>`);
});

test.each([
  "<h2>Typographie et autres</h2>",
  "<h2>Une <code>apprentissage</code></h2>",
  '<h2><span class="nohyphen">apprentissage</span></h2>',
  "<h2>Le porte-apprentissage</h2>",
  '<h2 lang="">apprentissage</h2>',
])("other words of display type stay whole: %s", (html) => {
  expect(hyphenated(html)).toBe(html);
});

test("a span in another language is hyphenated by that language", () => {
  expect(hyphenated('<p>typographie <i lang="en-US">typography</i></p>')).toBe(
    '<p>ty-po-gra-phie <i lang="en-US">ty-pog-ra-phy</i></p>',
  );
});
