import { describe, expect, it } from "vitest";
import { packagedImage } from "../../../../../src/formats/epub/cover/svg-file.js";

const clean = (svg: string) => Buffer.from(packagedImage("image/svg+xml", Buffer.from(svg))).toString();

describe("an SVG file in an ebook", () => {
  it("names no document type from the network", () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(clean(`<?xml version="1.0"?>${doctype}<svg><path/></svg>`)).toBe(
      '<?xml version="1.0"?><svg><path/></svg>',
    );
  });

  it("keeps the entities that it declares itself", () => {
    const doctype = '<!DOCTYPE svg PUBLIC "a" "b" [\n<!ENTITY ns "http://ns.example/">\n]>';
    expect(clean(`${doctype}<svg xmlns:x="&ns;"/>`)).toBe(
      '<!DOCTYPE svg [\n<!ENTITY ns "http://ns.example/">\n]><svg xmlns:x="&ns;"/>',
    );
  });

  it("runs no script", () => {
    expect(clean('<svg><script href="x"/><script>a("</svg>")</script><path/></svg>')).toBe(
      "<svg><path/></svg>",
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
      clean(`${drawing}<flowRoot><rect/><flowPara>a</flowPara></flowRoot><path/><x:view/><hatch/></svg>`),
    ).toBe('<svg data-name="a" x:y="z" xmlns:x="urn:x"><path/><x:view/></svg>');
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
