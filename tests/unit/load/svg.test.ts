/** Drawings from other people: still pictures when they come out, or a reason why not. */
import { describe, expect, test } from "vitest";
import { SvgFault, safeSvg } from "../../../src/load/svg.js";

const svg = (inner: string, head = "") =>
  Buffer.from(
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`,
  );
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe("a drawing without anything to fear", () => {
  test.each([
    ["shapes", svg('<rect id="a" width="1"/><use xlink:href="#a"/><style>rect { fill: url(#b) }</style>')],
    ["a picture inside", svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    ["links to the web", svg('<a href="https://example.org/"><text>x &amp; y</text></a>')],
    ["notes of a drawing program", svg("<metadata>m</metadata><!-- c -->", '<?xml version="1.0"?>')],
  ])("keeps its bytes: %s", (_, given) => {
    expect(safeSvg(given)).toEqual({ bytes: given, removed: [] });
  });

  test("keeps the letters of entities that it declares itself, without its document type", () => {
    const { bytes, removed } = safeSvg(
      svg("<text>&who; &amp; co</text>", '<!DOCTYPE svg [<!ENTITY who "Ada &#60; Bo">]>'),
    );
    expect(text(bytes)).toContain("<text>Ada &lt; Bo &amp; co</text>");
    expect(text(bytes)).not.toContain("DOCTYPE");
    expect(removed).toEqual([]);
  });
});

describe("what a still picture does not need", () => {
  test.each([
    ["a script", svg("<script>EVIL()</script><rect/>")],
    [
      "a script with a prefix",
      svg('<s:script xmlns:s="http://www.w3.org/2000/svg">EVIL()</s:script><rect/>'),
    ],
    ["scripts in each other", svg("<script><script>EVIL()</script>EVIL()</script><rect/>")],
    ["a handler", svg('<rect onload="EVIL()"/>')],
    ["an address of a script", svg('<a href="javascript:EVIL()"><rect/></a>')],
    ["an address of a script with blanks", svg('<a href=" java&#9;script:EVIL()"><rect/></a>')],
    ["a picture from outside", svg('<image href="http://EVIL.example/x.png"/><rect/>')],
    ["a picture from the disk", svg('<image xlink:href="file:///EVIL"/><rect/>')],
    ["a drawing inside of an address", svg('<image href="data:image/svg+xml,EVIL"/><rect/>')],
    ["a fill from outside", svg('<rect fill="url(http://EVIL.example/#a)"/>')],
    [
      "a style from outside",
      svg("<style>@import 'http://EVIL.example/a.css'; rect { fill: red }</style><rect/>"),
    ],
    ["a style from outside in disguise", svg('<rect style="fill: u\\72l(http://EVIL.example)"/>')],
    ["a style sheet", svg("<rect/>", '<?xml-stylesheet href="http://EVIL.example/a.css"?>')],
    ["a frame", svg('<foreignObject><iframe src="http://EVIL.example"/></foreignObject><rect/>')],
    [
      "an animation that writes an address",
      svg('<a><set attributeName="href" to="javascript:EVIL()"/><rect/></a>'),
    ],
    ["an entity from the disk", svg("<rect/>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///EVIL">]>')],
  ])("goes, and is named: %s", (_, given) => {
    const { bytes, removed } = safeSvg(given);
    expect(text(bytes)).not.toContain("EVIL");
    expect(text(bytes)).toContain("<rect");
    expect(removed).toHaveLength(1);
    // What was made safe is safe.
    expect(safeSvg(bytes)).toEqual({ bytes, removed: [] });
  });
});

describe("a drawing that cannot be shown", () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join(
    "",
  );
  const copies = Array.from(
    { length: 9 },
    (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`,
  );
  test.each([
    ["is not well-formed", Buffer.from("<svg><g></svg>")],
    ["is cut short", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g>')],
    ["has an entity that nobody declares", svg("<text>&nobody;</text>")],
    [
      "has an entity from outside",
      svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
    [
      "has entities that multiply",
      svg("<text>&a9;</text>", `<!DOCTYPE svg [<!ENTITY a0 "ten chars.">${laughs}]>`),
    ],
    ["has copies that multiply", svg(`<g id="a0"/>${copies.join("")}<use href="#a9"/>`)],
    ["is nested too deeply", svg(`${"<g>".repeat(5000)}${"</g>".repeat(5000)}`)],
    ["is no text", Buffer.from([0x3c, 0xff, 0x80, 0x80])],
  ])("is a fault, quickly: it %s", (_, given) => {
    const begun = performance.now();
    expect(() => safeSvg(given)).toThrow(SvgFault);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe("a file that is XML but no drawing", () => {
  test.each(["<html><body>Sign in</body></html>", '<?xml version="1.0"?>\n<!-- x -->\n<rss/>', "<p/>"])(
    "is none: %s",
    (text) => {
      expect(() => safeSvg(Buffer.from(text))).toThrow(/not a drawing/);
    },
  );

  test("unlike one whose elements have a prefix", () => {
    const text = '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
    expect(safeSvg(Buffer.from(text)).removed).toEqual([]);
  });
});
