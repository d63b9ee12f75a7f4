/** Texts in older encodings are read, and told; what is no text is refused. */
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../../../src/input/utf8.js";

const decode = (...bytes: readonly number[]) => {
  const found: string[] = [];
  const text = decodeUtf8(new Uint8Array(bytes), "a.md", ({ code, location }) =>
    found.push(`${code} ${location?.line}:${location?.column}`),
  );
  return { text, found };
};

describe("a text", () => {
  it("in UTF-8 is read without its byte order mark", () => {
    expect(decode(0xef, 0xbb, 0xbf, 0xc3, 0xa9)).toEqual({ text: "é", found: [] });
  });

  it.each([
    ["か\u3099くせい と ハ\u309aン", "がくせい と パン"],
    ["\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"],
    ["Vie\u0302\u0323t, o\u0308de, и\u0306", "Việt, öde, й"],
    ["ক\u09c7\u09be", "কো"],
  ])("that is written in parts has whole letters: %s", (parts, whole) => {
    expect(decode(...Buffer.from(parts)).text).toBe(whole);
  });

  it.each(["שִׁ", "x\u0304", "\u{2f9d4}", "נ\u05bc"])("keeps what has no whole letter: %s", (text) => {
    expect(decode(...Buffer.from(text)).text).toBe(text);
  });

  it("in Windows-1252 is read with its quotation marks", () => {
    const found = ["not-utf8 2:1"];
    expect(decode(0x61, 0x0a, 0x93, 0xe9, 0x94, 0x20, 0x80)).toEqual({ text: "a\n“é” €", found });
  });

  it("in UTF-16 is read by its byte order mark", () => {
    const found = ["not-utf8 1:1"];
    expect(decode(0xff, 0xfe, 0xe9, 0x00, 0x13, 0x20)).toEqual({ text: "é–", found });
    expect(decode(0xfe, 0xff, 0x00, 0xe9)).toEqual({ text: "é", found });
  });

  it("that is a picture is none", () => {
    expect(decode(0x89, 0x50, 0x4e, 0x47, 0x00)).toEqual({ text: undefined, found: ["unreadable-text 1:1"] });
  });

  it("with a few bytes that an editor has left is one", () => {
    const text = `The caf\xE9 is closed on Sundays, and so is the quay.\0 ${"The boats are out. ".repeat(9)}`;
    const read = decode(...Buffer.from(text, "latin1"));
    expect(read.text).toContain("café");
    expect(read.found).toEqual(["not-utf8 1:8"]);
  });

  it("that is full of controls is none, though few of them are NUL", () => {
    const bytes = Array.from({ length: 1024 }, (_, index) => index % 256);
    expect(decode(...bytes)).toEqual({ text: undefined, found: ["unreadable-text 1:1"] });
  });
});
