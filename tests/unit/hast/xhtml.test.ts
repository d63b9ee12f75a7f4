import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { toXhtml } from "../../../src/hast/xhtml.js";
import { texts } from "../../support/xml.js";

const write = (html: string) => toXhtml(fromHtml(html, { fragment: true }));
const inDocument = (html: string) => `<body xmlns="http://www.w3.org/1999/xhtml">${write(html)}</body>`;

describe("XHTML", () => {
  it("closes void elements and no others", () => {
    expect(write("<p>a<br>b</p><p></p><hr><td>")).toBe("<p>a<br/>b</p><p></p><hr/>");
  });

  it("escapes text and attributes", () => {
    expect(write('<p title="&quot;a&quot; <b> &amp;">x &lt; y &amp; z > w</p>')).toBe(
      '<p title="&quot;a&quot; &lt;b&gt; &amp;">x &lt; y &amp; z &gt; w</p>',
    );
  });

  it("leaves out characters and attribute names that XML forbids, and comments", () => {
    const text = { type: "text", value: "a\u0000\u0008\ud800b😀" } as const;
    expect(toXhtml([text, { type: "comment", value: "--" }])).toBe("ab😀");
    expect(write('<p @click="x" data-a="1" 2b="y">t</p>')).toBe('<p data-a="1">t</p>');
  });

  it("writes boolean, list and state attributes as HTML has them", () => {
    expect(write('<ol reversed start="3" class="a b"><li value="2" aria-hidden="false">x</ol>')).toBe(
      '<ol reversed="" start="3" class="a b"><li value="2" aria-hidden="false">x</li></ol>',
    );
  });

  it("puts SVG and MathML into their namespaces, with their own letter case", () => {
    const xml = inDocument(
      '<svg viewBox="0 0 1 1"><linearGradient gradientUnits="userSpaceOnUse"/><use xlink:href="#a"/></svg><math><mi>x</mi></math>',
    );
    expect(texts(xml, "//svg:svg/@viewBox | //svg:linearGradient/@gradientUnits")).toEqual([
      "0 0 1 1",
      "userSpaceOnUse",
    ]);
    expect(texts(xml, "//svg:use/@*[namespace-uri()='http://www.w3.org/1999/xlink']")).toEqual(["#a"]);
    expect(texts(xml, "//m:math/m:mi")).toEqual(["x"]);
  });

  it("returns to HTML inside a foreign object", () => {
    const xml = inDocument("<svg><foreignObject><p>a</p></foreignObject></svg>");
    expect(texts(xml, "//svg:foreignObject/h:p")).toEqual(["a"]);
  });
});
