/** Drawings from other people: still pictures when they come out, or a reason why not. */
import { describe, expect, test } from "vitest";
import { SvgFault, safeSvg } from "../../../../src/input/svg/svg.js";
import { processorTime } from "../../../support/processor-time.js";

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
    expect(safeSvg(given)).toEqual({ bytes: given, removed: [], unseen: "" });
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
    [
      "an import whose name is escaped",
      svg("<style>@im\\port 'http://EVIL.example'; rect{x:1}</style><rect/>"),
    ],
    ["an import behind an old mark", svg("<style>&lt;!--@import 'http://EVIL.example';--></style><rect/>")],
    ["a function that is escaped", svg('<rect fill="ur\\l(http://EVIL.example)"/>')],
    ["a set of images", svg("<rect style=\"mask:image-set('http://EVIL.example' 1x)\"/>")],
    [
      "a set of images of one browser",
      svg("<style>rect{mask:-webkit-image-set('//EVIL.example' 1x)}</style><rect/>"),
    ],
    ["a source that is a string", svg('<style>rect{fill:src("http://EVIL.example")}</style><rect/>')],
    [
      "a function that a comment divides",
      svg("<style>rect{fill:u<!-- -->rl(http://EVIL.example)}</style><rect/>"),
    ],
    [
      "a function that a section divides",
      svg("<style>rect{fill:u<![CDATA[rl(http://EVIL.example)]]>}</style><rect/>"),
    ],
    [
      "a function that an instruction divides",
      svg("<style>rect{fill:u<?x?>rl(http://EVIL.example)}</style><rect/>"),
    ],
    [
      "a picture behind words",
      svg('<foreignObject><td background="//EVIL.example">x</td></foreignObject><rect/>'),
    ],
    [
      "a file of the ebook behind words",
      svg('<foreignObject><td background="EVIL.png">x</td></foreignObject><rect/>'),
    ],
    ["an address that is told of a click", svg('<a href="#x" ping="http://EVIL.example"><rect/></a>')],
    ["an address that nobody knows of", svg('<rect later-than-us=" http://EVIL.example"/>')],
    ["a base", svg('<g xml:base="http://EVIL.example/"><rect/></g>')],
    [
      "an animation of an attribute with a prefix",
      svg('<a><set attributeName="y:href" to="javascript:EVIL()"/><rect/></a>'),
    ],
    [
      "an animation of a name with blanks",
      svg('<a><animate attributeName=" href" values="javascript:EVIL()"/><rect/></a>'),
    ],
    [
      "an animation that paints from outside",
      svg('<rect><animate attributeName="fill" values="red;url(http://EVIL.example)"/></rect>'),
    ],
    ["an entity from the disk", svg("<rect/>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///EVIL">]>')],
  ])("goes, and is named: %s", (_, given) => {
    const { bytes, removed } = safeSvg(given);
    expect(text(bytes)).not.toContain("EVIL");
    expect(text(bytes)).toContain("<rect");
    expect(removed).toHaveLength(1);
    // What was made safe is safe.
    expect(safeSvg(bytes)).toEqual({ bytes, removed: [], unseen: "" });
  });
});

test("the rest of a style sheet is valid CSS, and means what it meant", () => {
  const { bytes } = safeSvg(
    svg(`<style>
@import url("https://fonts.example/css?family=X"); @font-face{font-family:X;src:url(https://example.org/x.woff)}
@font-face { font-family: Y; src: url(data:font/woff2;base64,AAAA) format("woff2"), url("data:font/ttf,x") }
@media print { text { font-family: X; fill: url(http://example.org/#a); stroke: url(#b) } a:hover{x:1} }
g[data-x="}"] > rect:not(.a) { --y: {a:b}; content: "url(http://x)" }</style><text>T</text>`),
  );
  expect(text(bytes)).toContain(`<style>
@font-face { font-family: Y; src: url(data:font/woff2;base64,AAAA) format("woff2"), url("data:font/ttf,x") }
@media print { text { font-family: X; stroke: url(#b) } a:hover{x:1} }
g[data-x="}"] &gt; rect:not(.a) { --y: {a:b}; content: "url(http://x)" }</style>`);
});

test("what drawing programs write is nothing to tell of", () => {
  const given = Buffer.from(`<?xml version="1.0"?><!-- Created with Inkscape -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" inkscape:export-filename="C:\\a.png" xml:space="preserve"
  requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility" aria-label="Note: a" id="a:b">
<metadata><rdf:RDF><rdf:li rdf:resource="http://purl.org/dc/dcmitype/StillImage" rdf:about=""/></rdf:RDF></metadata>
<?xpacket begin="x"?><style type="text/css">.st0{fill:#FFF;stroke:rgb(0,0,0);-inkscape-font-specification:'Sans, Normal'}
@namespace svg url(http://www.w3.org/2000/svg); .a{transform:rotate(4deg) translate(1px,calc(1px + 2px));filter:url(#f)}</style>
<path style="fill:url(#g);marker:none" d="m0,0" transform="matrix(1,0,0,1,0,0)"/></svg>`);
  expect(safeSvg(given)).toEqual({ bytes: given, removed: [], unseen: "" });
});

test.each([
  ["blanks in an address", (n: number) => svg(`<style>url(${" ".repeat(n)}</style>`)],
  ["addresses that are not closed", (n: number) => svg(`<style>${"url(".repeat(n / 4)}</style>`)],
  ["strings that are not closed", (n: number) => svg(`<style>${'"a\n'.repeat(n / 3)}</style>`)],
  ["comments that are not closed", (n: number) => svg(`<style>${"/*".repeat(n / 2)}</style>`)],
  ["blocks in each other", (n: number) => svg(`<style>${"a{".repeat(n / 2)}</style>`)],
  ["brackets in each other", (n: number) => svg(`<style>a{b:${"([".repeat(n / 2)}}</style>`)],
  ["escapes", (n: number) => svg(`<style>${"\\a".repeat(n / 2)}</style>`)],
  ["rules", (n: number) => svg(`<style>${"a{src:url(x)}".repeat(n / 12)}</style>`)],
  ["values", (n: number) => svg(`<rect fill="${"url(#".repeat(n / 5)}"/>`)],
  ["elements beside each other", (n: number) => svg("<g/>".repeat(n / 4))],
  ["entities", (n: number) => svg("", `<!DOCTYPE svg [${"<!ENTITY a 'x'>".repeat(n / 14)}]>`)],
])(
  "a large drawing of %s is read in a moment",
  (_, make) => {
    // With a cost that grows with the square this would take minutes.
    expect(safeSvg(make(1_000_000)).bytes.length).toBeGreaterThan(0);
  },
  20_000,
);

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
    [
      "has copies in copies without end",
      svg(
        `${Array.from({ length: 20_000 }, (_, i) => `<g id="b${i}"><use href="#b${i + 1}"/></g>`).join("")}<use href="#b0"/>`,
      ),
    ],
    ["has document types without end", svg("", "<!DOCTYPE svg [".repeat(60_000))],
    ["has entities without end", svg("", `<!DOCTYPE svg [${"<!ENTITY a ".repeat(90_000)}`)],
    ["is nested too deeply", svg(`${"<g>".repeat(5000)}${"</g>".repeat(5000)}`)],
    ["is no text", Buffer.from([0x3c, 0xff, 0x80, 0x80])],
  ])("is a fault, quickly: it %s", (_, given) => {
    const begun = processorTime();
    expect(() => safeSvg(given)).toThrow(SvgFault);
    expect(processorTime() - begun).toBeLessThan(5000);
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
