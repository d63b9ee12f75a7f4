/** An anchor before a block belongs to it: alone it is an empty paragraph, and the first words come second. */
import { expect, it } from "vitest";
import { toXhtml } from "../../../../src/hast/xhtml.js";
import { parseMarkdown } from "../../../../src/read/markdown/parse.js";

const html = (text: string) => {
  const { tree } = parseMarkdown("a.md", text, () => undefined);
  return toXhtml(tree.children as Parameters<typeof toXhtml>[0]).replace(/ data-[a-z]+="[^"]*"/g, "");
};

it.each([
  ["a heading", '<a id="x"></a>\n\n# Tides\n', /<h1[^>]*><a id="x"><\/a>Tides/],
  ["a paragraph", '# T\n\n<a name="x"></a>\n\nWords.\n', /<p><a id="x"><\/a>Words/],
  ["several", '<a id="x"></a> <a id="y"></a>\n\nWords.\n', /<p><a id="x"><\/a><a id="y"><\/a>Words/],
  ["in a quotation", '> <a id="x"></a>\n>\n> Words.\n', /<p><a id="x"><\/a>Words/],
])("it goes into %s", (_, text, expected) => expect(html(text)).toMatch(expected));

it.each([
  ['<a id="x"></a>\n\n- one\n', /id="x"[\s\S]*<ul>/],
  ['Words.\n\n<a id="x"></a>\n', /Words\.[\s\S]*id="x"/],
  ['<a id="x" class="page"></a>\n\nWords.\n', /class="page"[\s\S]*<\/p>[\s\S]*<p>Words/],
  ['<a id="x">seen</a>\n\nWords.\n', /seen<\/a><\/p>[\s\S]*<p>Words/],
])("what is no anchor before a paragraph stays where it is: %j", (text, expected) => {
  expect(html(text)).toMatch(expected);
});
