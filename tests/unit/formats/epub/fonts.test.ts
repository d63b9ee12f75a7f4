import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import { texts } from "../../../support/xml.js";
import { type BookInput, publish } from "./book.js";

const BOOK: BookInput = {
  theme: "novel",
  metadata: { title: "Fen" },
  sections: [{ id: "c", title: "C", html: "<h1>C</h1><p>Œuvre <em>à</em> lire</p>" }],
  options: { embedFonts: "subset" },
};

describe("fonts", () => {
  it("stay out of the ebook unless the edition asks for them", async () => {
    const { names } = await publish({ ...BOOK, options: {} });
    expect(names.filter((name) => name.includes("fonts/"))).toEqual([]);
  });

  it("have the letters of the book and not others, as TrueType", async () => {
    const { zip, names, diagnostics } = await publish(BOOK);
    expect(diagnostics).toEqual([]);
    const name = names.find((each) => /eb-garamond(-latin)?-400\.ttf$/.test(each))!;
    const font = await create(await zip.file(name)!.async("uint8array"));
    if (font === null || "fonts" in font) throw new Error("not one font");
    const has = (letter: string) => font.characterSet.includes(letter.codePointAt(0)!);
    expect(["Œ", "à", "l"].map(has)).toEqual([true, true, true]);
    expect(["Þ", "ñ"].map(has)).toEqual([false, false]);
  });

  it("come with their licence and are listed in the package", async () => {
    const { names, read, zip } = await publish(BOOK);
    const licence = names.find((name) => name.endsWith("eb-garamond-licence.txt"))!;
    expect(await zip.file(licence)!.async("string")).toContain("SIL OPEN FONT LICENSE");
    const listed = texts(await read("package.opf"), "//opf:item/@href");
    const files = names.filter((each) => each.includes("/fonts/"));
    expect(files.length).toBeGreaterThan(1);
    for (const name of files) expect(listed).toContain(name.replace("EPUB/", ""));
  });

  it("are those of the styles and of the text, and the text is set in its own", async () => {
    const { read } = await publish(BOOK);
    const css = await read("styles/book.css");
    expect(css).toMatch(/@font-face \{ font-family: "EB Garamond"/);
    expect(css).toContain('body { font-family: "EB Garamond", serif; }');
  });

  it("are the same bytes from build to build", async () => {
    const [one, other] = [await publish(BOOK), await publish(BOOK)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});
