import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { COVER_SIZE, coverLayout } from "../../../src/epub/cover-layout.js";
import { outlineText } from "../../../src/epub/outline-text.js";
import { loadTheme } from "../../../src/render/templates.js";
import { texts } from "../../support/xml.js";
import { EMPTY_ROOT, METADATA, PIXEL, publish } from "./book.js";

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
    let drawing = "";
    const rasterise = async (svg: string) => {
      drawing = svg;
      return { mediaType: "image/png", bytes: PIXEL };
    };
    const { diagnostics } = await publish({ sections: [CHAPTER], theme: "novel" }, { rasterise });
    const words = texts(drawing, "//svg:text").join(" ");
    expect(diagnostics).toEqual([]);
    expect(words).toBe(`${METADATA.title} ${METADATA.subtitle} Ada Marsh Ben Reed ${METADATA.publisher}`);
  });

  it("is a JPEG of the size that shops ask for, the same from build to build", async () => {
    const cover = async () => {
      const { zip } = await publish({ sections: [CHAPTER], theme: "technical" });
      return await zip.file("EPUB/images/cover.jpg")!.async("nodebuffer");
    };
    const first = await cover();
    expect(await sharp(first).metadata()).toMatchObject({ format: "jpeg", width: 1600, height: 2560 });
    expect(first.equals(await cover())).toBe(true);
  });

  it("shows its words in the theme's fonts, as shapes that need no font of the system", async () => {
    const theme = loadTheme("magazine", "epub", EMPTY_ROOT);
    const data = { language: "fr", ...coverLayout({ ...METADATA, title: "Œuvre & Fluß" }) };
    const outlined = await outlineText(theme.render("cover.svg", data), EMPTY_ROOT);
    expect(texts(outlined, "//svg:text")).toEqual([]);
    const words = 4;
    expect(texts(outlined, "//svg:path[string-length(@d) > 200]/@d").length).toBeGreaterThanOrEqual(words);
  });

  it("keeps words that the theme's fonts cannot set as text", async () => {
    const theme = loadTheme("magazine", "epub", EMPTY_ROOT);
    const outlined = await outlineText(
      theme.render("cover.svg", { language: "ja", ...coverLayout({ ...METADATA, title: "音と機械" }) }),
      EMPTY_ROOT,
    );
    expect(texts(outlined, "//svg:text")).toEqual(["音と機械"]);
  });

  it("is converted when it is WebP", async () => {
    const webp = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#345" } })
      .webp()
      .toBuffer();
    const resources = { "front.webp": { mediaType: "image/webp", bytes: webp } };
    const { names, diagnostics } = await publish({ cover: "front.webp", resources, sections: [CHAPTER] });
    expect(diagnostics).toEqual([]);
    expect(names).toContain("EPUB/images/cover.jpg");
  });

  it("is refused when it is not an image, with its place in the publication file", async () => {
    const resources = { "front.png": { mediaType: "image/png", bytes: Buffer.from("no image") } };
    const { diagnostics } = await publish({ cover: "front.png", resources, sections: [CHAPTER] });
    expect(diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
      ["epub-cover-format", "publication.yaml"],
    ]);
  });

  it("is refused when it is a file of another kind", async () => {
    const { diagnostics } = await publish({ cover: "front.pdf", sections: [CHAPTER] });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["epub-cover-format", "The cover “front.pdf” is not an image"],
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
