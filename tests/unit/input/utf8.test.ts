/** Texts in older encodings are read, and told; what is no text is refused. */
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { decodeUtf8 } from "../../../src/input/utf8.js";

const decode = async (...bytes: readonly number[]) => {
  const told: Diagnostic[] = [];
  const text = await decodeUtf8(new Uint8Array(bytes), "a.md", (each) => told.push(each));
  const found = told.map(({ code, location }) => `${code} ${location?.line}:${location?.column}`);
  return { text, found, messages: told.map(({ message }) => message) };
};

describe("a text", () => {
  it("in UTF-8 is read without its byte order mark", async () => {
    expect(await decode(0xef, 0xbb, 0xbf, 0xc3, 0xa9)).toMatchObject({ text: "é", found: [] });
  });

  it.each([
    ["か\u3099くせい と ハ\u309aン", "がくせい と パン"],
    ["\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"],
    ["Vie\u0302\u0323t, o\u0308de, и\u0306", "Việt, öde, й"],
    ["ক\u09c7\u09be", "কো"],
  ])("that is written in parts has whole letters: %s", async (parts, whole) => {
    expect((await decode(...Buffer.from(parts))).text).toBe(whole);
  });

  it.each(["שִׁ", "x\u0304", "\u{2f9d4}", "נ\u05bc"])("keeps what has no whole letter: %s", async (text) => {
    expect((await decode(...Buffer.from(text))).text).toBe(text);
  });

  it("in Windows-1252 is read with its quotation marks", async () => {
    const found = ["not-utf8 2:1"];
    expect(await decode(0x61, 0x0a, 0x93, 0xe9, 0x94, 0x20, 0x80)).toMatchObject({ text: "a\n“é” €", found });
  });

  it.each([
    [
      "Shift_JIS",
      "979282cc82a082c682cc8a4382cd90c382a982c5814182be82ea82e08ca982c482a282c882a982c182bd8142",
      "嵐のあとの海は静かで、だれも見ていなかった。",
    ],
    [
      "GB18030",
      "b7e7b1a9b9fdbaf3a3acbaa3badcc6bdbeb2a3acb8dbbfdac0efc3bbd3d0c8cbcff2cde2bfb4a1a3",
      "风暴过后，海很平静，港口里没有人向外看。",
    ],
    [
      "Big5",
      "adb7bcc9b94cabe1a141aefcabdca5adc052a141b4e4a466b8cca853a6b3a448a656a57eacdda143",
      "風暴過後，海很平靜，港口裡沒有人向外看。",
    ],
    [
      "EUC-KR",
      "c6f8c7b3c0cc20c1f6b3aab0a320b9d9b4d9b4c220b0edbfe4c7dfb0ed20bec6b9abb5b520bab8c1f620becabed2b4d92e",
      "폭풍이 지나간 바다는 고요했고 아무도 보지 않았다.",
    ],
    [
      "Windows-1251",
      "cfeef1ebe520e1f3f0e820eceef0e520e1fbebee20f2e8f5ee2c20e820ede8eaf2ee20ede520f1eceef2f0e5eb20ede020ede5e3ee2e",
      "После бури море было тихо, и никто не смотрел на него.",
    ],
    [
      "Windows-1250",
      "506f206275727a79206d6f727a65206279b36f2063696368652069206e696b74207369ea206e6965209c6d6961b32c2063686fe620b3f3649f206c65bf61b361206a75bf206e6120706c61bf792c206120bf61676c6520776369b9bf20736368b3792e",
      "Po burzy morze było ciche i nikt się nie śmiał, choć łódź leżała już na plaży, a żagle wciąż schły.",
    ],
  ])("in %s is read by its letters", async (title, hex, text) => {
    const read = await decode(...Buffer.from(hex, "hex"));
    expect(read.text).toBe(text);
    expect(read.messages).toEqual([`\`a.md\` is not UTF-8; it is read as ${title}`]);
  });

  it("in UTF-8 of which a letter is broken keeps all others", async () => {
    const text = Buffer.from(
      "Après la tempête, la mer était calme. Où étions-nous, déjà ? À Brest — à l’été.",
    );
    text[text.indexOf(0xa9)] = 0x20;
    const { text: read, messages } = await decode(...text);
    expect(read).toBe(
      "Après la tempête, la mer \uFFFD tait calme. Où étions-nous, déjà ? À Brest — à l’été.",
    );
    expect(messages).toEqual(["`a.md` is not UTF-8; what cannot be read here is shown as U+FFFD"]);
  });

  it("in UTF-16 is read by its byte order mark", async () => {
    const found = ["not-utf8 1:1"];
    expect(await decode(0xff, 0xfe, 0xe9, 0x00, 0x13, 0x20)).toMatchObject({ text: "é–", found });
    expect(await decode(0xfe, 0xff, 0x00, 0xe9)).toMatchObject({ text: "é", found });
  });

  it("that is a picture is none", async () => {
    expect(await decode(0x89, 0x50, 0x4e, 0x47, 0x00)).toMatchObject({
      text: undefined,
      found: ["unreadable-text 1:1"],
    });
  });

  it("with a few bytes that an editor has left is one", async () => {
    const text = `The caf\xE9 is closed on Sundays, and so is the quay.\0 ${"The boats are out. ".repeat(9)}`;
    const read = await decode(...Buffer.from(text, "latin1"));
    expect(read.text).toContain("café");
    expect(read.found).toEqual(["not-utf8 1:8"]);
  });

  it("that is full of controls is none, though few of them are NUL", async () => {
    const bytes = Array.from({ length: 1024 }, (_, index) => index % 256);
    expect(await decode(...bytes)).toMatchObject({ text: undefined, found: ["unreadable-text 1:1"] });
  });
});
