import { describe, expect, it } from "vitest";
import { packagedImage } from "../../../src/epub/svg-file.js";

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

  it("is not touched otherwise, and neither is another image", () => {
    const svg = Buffer.from("<svg/>");
    expect(packagedImage("image/svg+xml", svg)).toBe(svg);
    const png = Buffer.from("<!DOCTYPE svg>");
    expect(packagedImage("image/png", png)).toBe(png);
  });
});
