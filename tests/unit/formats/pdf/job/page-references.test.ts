import { describe, expect, it } from "vitest";
import { mergeFolios } from "../../../../../src/formats/pdf/job/folio-lists.js";
import {
  fillPageReferences,
  pageReference,
  pageReferenceList,
} from "../../../../../src/formats/pdf/job/page-references.js";

const folios = new Map(Object.entries({ a: "iv", b: "3", c: "3", d: "4", e: "9", f: "12", g: "10", h: "x" }));
const texts = (ids: string) =>
  mergeFolios(
    ids.split(" ").map((item) => {
      const [id = "", until] = item.replace("!", "").split("/");
      return { id, ...(until ? { until } : {}), ...(item.endsWith("!") ? { principal: true as const } : {}) };
    }),
    folios,
  ).map(({ text, principal }) => (principal ? `*${text}*` : text));

describe("a list of folios", () => {
  it("shows each page once and consecutive pages as a range", () => {
    expect(texts("b c e")).toEqual(["3", "9"]);
    expect(texts("b d e g")).toEqual(["3–4", "9–10"]);
  });

  it("puts front matter first and pages in order, however the mentions came", () => {
    expect(texts("f b h a")).toEqual(["iv", "x", "3", "12"]);
  });

  it("counts in any digits", () => {
    const arabic = new Map(Object.entries({ a: "١٠", b: "٩", c: "iv" }));
    const mentions = ["a", "b", "c"].map((id) => ({ id }));
    expect(mergeFolios(mentions, arabic).map(({ text }) => text)).toEqual(["iv", "٩–١٠"]);
  });

  it("takes what lies inside a range into it", () => {
    expect(texts("b/g d e f")).toEqual(["3–10", "12"]);
  });

  it("keeps the principal page apart", () => {
    expect(texts("b d! e")).toEqual(["3", "*4*", "9"]);
    expect(texts("b c!")).toEqual(["*3*"]);
  });
});

describe("marks", () => {
  const html = `<p>${pageReference("b")} ${pageReferenceList(["b", "d", "f!"], (id) => `#${id}`)}</p>`;

  it("become folios, and lists of links", () => {
    expect(fillPageReferences(html, folios)).toBe(
      '<p>3 <a class="folio" href="#b">3–4</a>, <a class="folio principal" href="#f">12</a></p>',
    );
  });

  it("show an ellipsis while pages are unknown", () => {
    expect(fillPageReferences(html, new Map())).toBe('<p>… <a class="folio" href="#b">…</a></p>');
  });
});
