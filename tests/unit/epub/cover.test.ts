import { describe, expect, it } from "vitest";
import { COVER_SIZE, coverLayout } from "../../../src/epub/cover-layout.js";
import { publishEpub } from "../../../src/epub/index.js";
import { EMPTY_ROOT, METADATA, makeBook, PIXEL, publish } from "./book.js";
import { texts } from "./xml.js";

const CHAPTER = { id: "c", title: "C", html: "<h1>C</h1>" };
const IMAGE = { "art/front.png": { mediaType: "image/png", bytes: PIXEL } };

describe("the cover", () => {
  it("is the publication's image, known to new and old reading systems", async () => {
    const { read, diagnostics } = await publish({
      cover: "art/front.png",
      resources: IMAGE,
      sections: [CHAPTER],
    });
    const opf = await read("package.opf");
    expect(diagnostics).toEqual([]);
    expect(texts(opf, "//opf:item[@properties='cover-image']/@href")).toEqual(["images/cover.png"]);
    expect(texts(opf, "//opf:item[@id=//opf:meta[@name='cover']/@content]/@href")).toEqual([
      "images/cover.png",
    ]);
    expect(texts(await read("cover.xhtml"), "//h:img/@src")).toEqual(["images/cover.png"]);
  });

  it("is packaged once when the text shows it too", async () => {
    const html = '<p><img src="art/front.png" alt="The cover"></p>';
    const { names, diagnostics } = await publish({
      cover: "art/front.png",
      resources: IMAGE,
      sections: [{ ...CHAPTER, html }],
    });
    expect(diagnostics).toEqual([]);
    expect(names.filter((name) => name.endsWith(".png"))).toEqual(["EPUB/images/front.png"]);
  });

  it("is drawn from the theme when the publication gives none", async () => {
    const { read, diagnostics } = await publish({ sections: [CHAPTER], theme: "novel" });
    const words = texts(await read("images/cover.svg"), "//svg:text").join(" ");
    expect(diagnostics).toEqual([]);
    expect(words).toBe(`${METADATA.title} ${METADATA.subtitle} Ada Marsh Ben Reed ${METADATA.publisher}`);
  });

  it("takes the place of a drawing when something can turn the drawing into an image", async () => {
    const rasterise = async () => ({ mediaType: "image/png", bytes: PIXEL });
    const book = makeBook({ sections: [CHAPTER] });
    const { bytes, diagnostics } = await publishEpub(book, { root: EMPTY_ROOT, rasterise });
    expect(diagnostics).toEqual([]);
    expect(Buffer.from(bytes).includes("EPUB/images/cover.png")).toBe(true);
  });

  it("is refused when it is not an image, with its place in the publication file", async () => {
    const resources = { "front.png": { mediaType: "image/png", bytes: Buffer.from("no image") } };
    const { diagnostics } = await publish({ cover: "front.png", resources, sections: [CHAPTER] });
    expect(diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
      ["epub-cover-format", "publication.yaml"],
    ]);
  });

  it("is refused when it is not there", async () => {
    const { diagnostics } = await publish({ cover: "gone.jpg", sections: [CHAPTER] });
    expect(diagnostics.map(({ code }) => code)).toEqual(["epub-cover-missing"]);
  });

  it("keeps long titles on the page", () => {
    for (const title of [
      "Fen",
      "A ".repeat(60),
      "Donaudampfschifffahrtsgesellschaftskapitän",
      "x".repeat(90),
    ]) {
      const layout = coverLayout({ ...METADATA, title, subtitle: "word ".repeat(50) });
      const widest = Math.max(...layout.title.map((line) => line.text.length)) * layout.titleSize * 0.56;
      expect(widest).toBeLessThan(COVER_SIZE.width - 2 * 160);
      expect(layout.textBottom).toBeLessThan(layout.authors[0]!.y - 84);
    }
  });
});
