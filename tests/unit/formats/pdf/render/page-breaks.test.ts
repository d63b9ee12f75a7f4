import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { placePageBreaks } from "../../../../../src/formats/pdf/render/page-breaks.js";

function placed(html: string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  placePageBreaks(tree);
  return toHtml(tree);
}

const BEGINS = 'style="break-before: column"';

describe("a page break of an author", () => {
  test.each([
    ["an element of its own", '<p>a</p><div class="page-break"></div><p>b</p>'],
    ["an empty element with a style", '<p>a</p><div style="page-break-after: always"></div><p>b</p>'],
    ["a line break with a style", '<p>a</p><br style="page-break-after: always"><p>b</p>'],
    ["the style of what comes before", '<p style="break-after: page">a</p><p>b</p>'],
    ["the style of what comes after", '<p>a</p><p style="page-break-before:always;">b</p>'],
  ])("written as %s begins a page with what comes next", (_, html) => {
    expect(placed(html).replaceAll(' style=""', "").replace("; break", "break")).toBe(
      `<p>a</p><p ${BEGINS}>b</p>`,
    );
  });

  test("works inside of other blocks, and for the block after the one that it stands in", () => {
    expect(placed('<ul><li>a</li><li style="break-before: page">b</li></ul>')).toContain(`<li ${BEGINS}>b`);
    expect(placed('<div><p>a</p><div class="page-break"></div></div><ul><li>b</li></ul>')).toContain(
      `<ul ${BEGINS}>`,
    );
  });

  test("makes no empty page at the beginning or the end, nor beside another one", () => {
    const mark = '<div class="page-break"></div>';
    expect(placed(`${mark}<p>a</p>`)).toBe("<p>a</p>");
    expect(placed(`<p>a</p>${mark}`)).toBe("<p>a</p>");
    expect(placed(`<p>a</p>${mark}${mark}<p>b</p>`)).toBe(`<p>a</p><p ${BEGINS}>b</p>`);
  });

  test("is not what forbids a break, and leaves the rest of a style as it is", () => {
    const kept = '<p>a</p><p style="break-before: avoid; color: red">b</p>';
    expect(placed(kept)).toBe(kept);
    expect(placed('<p>a</p><p style="color: red; break-before: page">b</p>')).toContain(
      "color: red; break-before: column",
    );
  });
});
