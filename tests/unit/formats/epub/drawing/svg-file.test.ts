import { describe, expect, it } from "vitest";
import { packagedImage } from "../../../../../src/formats/epub/drawing/svg-file.js";

const clean = (svg: string) => Buffer.from(packagedImage("image/svg+xml", Buffer.from(svg))).toString();

describe("an SVG file in an ebook", () => {
  it("names no document type from the network", () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(clean(`<?xml version="1.0"?>${doctype}<svg><path d=""/></svg>`)).toBe(
      '<?xml version="1.0"?><svg><path d=""/></svg>',
    );
  });

  it("keeps the entities that it declares itself", () => {
    const doctype = '<!DOCTYPE svg PUBLIC "a" "b" [\n<!ENTITY ns "http://ns.example/">\n]>';
    expect(clean(`${doctype}<svg xmlns:x="&ns;"/>`)).toBe(
      '<!DOCTYPE svg [\n<!ENTITY ns "http://ns.example/">\n]><svg xmlns:x="&ns;"/>',
    );
  });

  it("runs no script", () => {
    expect(clean('<svg><script href="x"/><script>a("</svg>")</script><path d=""/></svg>')).toBe(
      '<svg><path d=""/></svg>',
    );
  });

  it("says in a style what is no attribute of its elements, before what the style says itself", () => {
    expect(clean('<svg><path stroke-linecap="miter" font-weight="bold" d="M0 0"/></svg>')).toBe(
      '<svg><path d="M0 0" style="stroke-linecap:miter;font-weight:bold"/></svg>',
    );
    expect(clean('<svg>\r\n<g paint-order="stroke" style="fill:red" fill="blue">😀</g></svg>')).toBe(
      '<svg>\r\n<g style="paint-order:stroke;fill:red" fill="blue">😀</g></svg>',
    );
  });

  it("has no notes of drawing programs, and no elements that nobody draws", () => {
    const drawing = '<svg content="&lt;mxfile>" host="x" data-name="a" x:y="z" xmlns:x="urn:x">';
    expect(
      clean(
        `${drawing}<flowRoot><rect/><flowPara>a</flowPara></flowRoot><path d=""/><x:view/><hatch/></svg>`,
      ),
    ).toBe('<svg data-name="a" x:y="z" xmlns:x="urn:x"><path d=""/><x:view/></svg>');
  });

  it("says of each element only what may be said of it", () => {
    expect(
      clean(
        '<svg role="presentation"><g width="1" x="2"/><text height="3" x="4">a</text><use width="5"/></svg>',
      ),
    ).toBe('<svg><g/><text x="4">a</text><use width="5"/></svg>');
    expect(clean('<svg><feFlood class="a"/><feMerge class="a" fill="red" x="1"/></svg>')).toBe(
      '<svg><feFlood class="a"/><feMerge x="1"/></svg>',
    );
    expect(clean('<svg><defs><stop/><path stroke="red"/></defs></svg>')).toBe(
      '<svg><defs><stop offset="0"/><path stroke="red" d=""/></defs></svg>',
    );
  });

  it("names each part once, as XML has names, and refers to it so", () => {
    expect(clean('<svg><g id="Layer 1"/><use xlink:href="#Layer 1"/><use href="#Ebene"/></svg>')).toBe(
      '<svg><g id="_Layer-20-1"/><use xlink:href="#_Layer-20-1"/><use href="#Ebene"/></svg>',
    );
    expect(
      clean('<svg><mask id="1"/><g mask="url(#1)" fill="#123"/><g style="mask:url( \'#1\')"/></svg>'),
    ).toBe('<svg><mask id="_1"/><g mask="url(#_1)" fill="#123"/><g style="mask:url( \'#_1\')"/></svg>');
    expect(clean('<svg><g id="Shape"><g id="Shape"/></g><g id="Слой"/></svg>')).toBe(
      '<svg><g id="Shape"><g/></g><g id="Слой"/></svg>',
    );
  });

  it("has no links, since a picture leads nowhere", () => {
    expect(
      clean('<svg><a xlink:href="#b" target="x"><path d=""/></a><text><a href="#b" x="1">b</a></text></svg>'),
    ).toBe('<svg><g><path d=""/></g><text><tspan x="1">b</tspan></text></svg>');
  });

  it("has no old HTML in its texts", () => {
    const text = '<foreignObject><div><font color="red" size="1">a<font/></font></div></foreignObject>';
    expect(clean(`<svg>${text}<hatch>${text}</hatch></svg>`)).toBe(
      '<svg><foreignObject><div><span style="color:red">a<span/></span></div></foreignObject></svg>',
    );
  });

  it("keeps shadows, in the steps that they are made of", () => {
    const svg = clean(
      '<svg><filter><feDropShadow dx="1" flood-color="red" stdDeviation="3"/></filter></svg>',
    );
    const elements = [...svg.matchAll(/<(fe\w+)/g)].map(([, name]) => name);
    expect(elements.join(" ")).toBe(
      "feOffset feGaussianBlur feOffset feFlood feComposite feMerge feMergeNode feMergeNode",
    );
    expect(svg).toContain('<feFlood flood-color="red"/>');
    expect(svg).toMatch(/<feGaussianBlur in="[^"]+" stdDeviation="3"\/><feOffset dx="1" dy="2"/);
  });

  it("keeps what is written in another language", () => {
    const page =
      '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml" host="x">a<br/></div></foreignObject>';
    expect(clean(`<svg>${page}<mesh/></svg>`)).toBe(`<svg>${page}</svg>`);
  });

  it("is left as it is when it cannot be read", () => {
    expect(clean('<svg host="x"><g></svg>')).toBe('<svg host="x"><g></svg>');
  });

  it("is not touched otherwise, and neither is another image", () => {
    const svg = Buffer.from("<svg/>");
    expect(packagedImage("image/svg+xml", svg)).toBe(svg);
    const png = Buffer.from("<!DOCTYPE svg>");
    expect(packagedImage("image/png", png)).toBe(png);
  });
});
