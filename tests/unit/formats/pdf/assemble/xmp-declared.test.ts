/** Rights and provenance in XMP, read back by an XML parser. */
import { describe, expect, test } from "vitest";
import { xmpPacket } from "../../../../../src/formats/pdf/assemble/xmp.js";
import { declaredXmp } from "../../../../../src/formats/pdf/assemble/xmp-declared.js";
import type { Statement } from "../../../../../src/model/provenance.js";
import { texts } from "../../../../support/xml.js";

const said: Statement = {
  made: "generated",
  tools: ["A & B"],
  reviewers: ["Jane <Doe>"],
  location: { file: "publication.yaml", line: 1, column: 1 },
};
const declared = {
  terms: { holders: [{ name: "Jane" }], mining: { status: "reserved", policy: "https://example.org/?a&b" } },
  provenance: { parts: { text: said }, marks: "none" },
  statements: ["Text: generated."],
} as const;

const BASE = { title: "T", authors: [], keywords: [], language: "en", creator: "C" };

describe("what is declared", () => {
  test("nothing said is nothing written", () => {
    expect(declaredXmp({})).toBe("");
    expect(xmpPacket(BASE, "P", undefined)).not.toContain("pdfaExtension");
  });

  test("every property that PDF/A does not know is described in the file", () => {
    const packet = xmpPacket({ ...BASE, declared }, "P", undefined);
    expect(texts(packet, "//*[local-name() = 'policy']")).toEqual(["https://example.org/?a&b"]);
    const used = [...packet.matchAll(/<(tdm|made|Iptc4xmpExt):(\w+)>/g)].map(([, , name]) => name);
    const described = [...packet.matchAll(/<pdfaProperty:name>(\w+)</g)].map(([, name]) => name);
    expect(described).toEqual(used);
    expect(used).toEqual([
      "reservation",
      "policy",
      "DigitalSourceType",
      "text",
      "tools",
      "reviewers",
      "statements",
    ]);
    expect(packet).toContain("<tdm:reservation>1</tdm:reservation>");
  });
});
