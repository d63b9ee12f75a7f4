import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Store } from "../../../../../src/cache/store.js";
import { COVER_SIZE, coverLayout } from "../../../../../src/formats/epub/cover/cover-layout.js";
import { outlineText } from "../../../../../src/formats/epub/cover/outline-text.js";
import { rasteriser } from "../../../../../src/formats/epub/cover/rasterise.js";
import { loadTheme } from "../../../../../src/theme/templates/templates.js";
import { temporaryFolders } from "../../../../support/temporary-folders.js";
import { texts } from "../../../../support/xml.js";
import { EMPTY_ROOT, METADATA, PIXEL, publish } from "../book.js";

/** A picture of one colour. */
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#345" } });

const folders = temporaryFolders();
const CHAPTER = { id: "c", title: "C", html: "<h1>C</h1>" };
const FRONT = await plain(640, 1024).png().toBuffer();
const IMAGE = { "art/front.png": { mediaType: "image/png", bytes: FRONT } };

/** What is kept, and under how many keys. */
function recordingStore() {
  const kept = new Map<string, Buffer>();
  const read: string[] = [];
  const store: Store = {
    read: async (kind, key) => {
      if (kind === "cover" && kept.has(key)) read.push(key);
      return kept.get(key);
    },
    write: async (kind, key, content) => {
      if (kind === "cover") kept.set(key, Buffer.from(content));
    },
  };
  return { store, kept, read };
}

describe("a drawn cover", () => {
  it("is taken from the cache when nothing has changed that it shows", async () => {
    const { store, kept, read } = recordingStore();
    const build = (html: string) =>
      publish({ sections: [{ ...CHAPTER, html }], theme: "technical" }, { store });
    const first = await build("<h1>C</h1>");
    expect([kept.size, read.length]).toEqual([1, 0]);
    // Were it drawn again, it would not have these words.
    const [[key]] = [...kept] as [[string, Buffer]];
    const other = await plain(9, 9).jpeg().toBuffer();
    kept.set(key, other);
    const second = await build("<h1>Another chapter</h1>");
    expect([kept.size, read.length]).toEqual([1, 1]);
    const image = (zip: typeof first.zip) => zip.file("EPUB/images/cover.jpg")!.async("nodebuffer");
    expect((await image(second.zip)).equals(other)).toBe(true);
    expect((await image(first.zip)).equals(other)).toBe(false);
  });

  it("is drawn again in another theme", async () => {
    const { store, kept } = recordingStore();
    for (const theme of ["technical", "magazine"]) await publish({ sections: [CHAPTER], theme }, { store });
    expect(kept.size).toBe(2);
  });

  it("is drawn again when one of its fonts has changed", async () => {
    const { store, kept } = recordingStore();
    const root = await folders.make({
      "node_modules/own-font/package.json": '{ "name": "own-font" }',
      "node_modules/own-font/400.css":
        '@font-face { font-family: "Own"; font-weight: 400; src: url("own.woff2") format("woff2") }',
    });
    const font = join(root, "node_modules/own-font/own.woff");
    const draw = rasteriser(root, [], store);
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>@import "own-font/400.css";</style></svg>';
    for (const content of ["one", "one", "two"]) {
      await writeFile(font, content);
      await (await draw(drawing)).bytes;
    }
    expect(kept.size).toBe(2);
  });

  it("is not kept when it has words in the fonts of this machine", async () => {
    const { store, kept } = recordingStore();
    await publish({ sections: [CHAPTER], theme: "technical", metadata: { title: "音と機械" } }, { store });
    expect(kept.size).toBe(0);
  });
});

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
    const webp = await plain(640, 1024).webp().toBuffer();
    const resources = { "front.webp": { mediaType: "image/webp", bytes: webp } };
    const { names, diagnostics } = await publish({ cover: "front.webp", resources, sections: [CHAPTER] });
    expect(diagnostics).toEqual([]);
    expect(names).toContain("EPUB/images/cover.jpg");
  });

  const given = async (mediaType: string, bytes: Uint8Array, html = CHAPTER.html) => {
    const name = `front.${mediaType.slice(6, 9)}`;
    const resources = { [name]: { mediaType, bytes } };
    const published = await publish({ cover: name, resources, sections: [{ ...CHAPTER, html }] });
    const href = texts(await published.read("cover.xhtml"), "//h:img/@src")[0]!;
    const made = await published.zip.file(`EPUB/${href}`)!.async("nodebuffer");
    return { ...published, href, made, ...(await sharp(made).metadata()) };
  };

  it("is left as it is when shops take it", async () => {
    const bytes = await plain(1600, 2560).jpeg().toBuffer();
    const { made, diagnostics } = await given("image/jpeg", bytes);
    expect([made.equals(bytes), diagnostics]).toEqual([true, []]);
  });

  it.each([
    ["in the inks of print", "image/jpeg", () => plain(640, 1024).toColourspace("cmyk").jpeg()],
    ["with transparent parts", "image/png", () => plain(640, 1024).ensureAlpha(0.5).png()],
  ])("is made a JPEG in the colours of a screen when it is %s", async (_, mediaType, picture) => {
    const { format, space, hasAlpha, diagnostics } = await given(mediaType, await picture().toBuffer());
    expect([format, space, hasAlpha, diagnostics]).toEqual(["jpeg", "srgb", false, []]);
  });

  it("is made no larger than shops take", async () => {
    const { width, height, diagnostics } = await given("image/png", await plain(3000, 4800).png().toBuffer());
    expect([width, height, diagnostics]).toEqual([1600, 2560, []]);
  });

  it("is drawn at the size that shops ask for when it is SVG, on white", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="160"><path d="M0 80h50v80H0"/></svg>';
    const { format, width, height, made, diagnostics } = await given("image/svg+xml", Buffer.from(svg));
    expect([format, width, height, diagnostics]).toEqual(["jpeg", 1600, 2560, []]);
    const corner = await sharp(made).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer();
    expect([...corner]).toEqual([255, 255, 255]);
  });

  it("that is changed leaves alone the picture of the text", async () => {
    const bytes = await plain(640, 1024).ensureAlpha(0.5).png().toBuffer();
    const html = '<p><img src="front.png" alt="The cover"></p>';
    const { href, names } = await given("image/png", bytes, html);
    expect(href).toBe("images/cover.jpg");
    expect(names).toContain("EPUB/images/front.png");
  });

  it.each([
    [200, 300, "has 200 × 300 pixels"],
    [600, 4000, "has 600 × 4000 pixels"],
    [1600, 1200, "is wider than high"],
  ])("of %i × %i pixels is told", async (width, height, words) => {
    const { diagnostics } = await given("image/png", await plain(width, height).png().toBuffer());
    expect(diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
      ["epub-cover-size", "publication.yaml"],
    ]);
    expect(diagnostics[0]!.message).toContain(words);
  });

  it("is drawn when the given one is not an image, which is told with its place in the publication file", async () => {
    const resources = { "front.png": { mediaType: "image/png", bytes: Buffer.from("no image") } };
    const { diagnostics } = await publish({ cover: "front.png", resources, sections: [CHAPTER] });
    expect(diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
      ["epub-cover-format", "publication.yaml"],
    ]);
  });

  it("is drawn when the given one is a file of another kind", async () => {
    const { diagnostics } = await publish({ cover: "front.pdf", sections: [CHAPTER] });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["epub-cover-format", "The cover “front.pdf” is not an image"],
    ]);
  });

  it("is drawn when the given one is not there, which was told when it was looked for", async () => {
    const { diagnostics, names } = await publish({ cover: "gone.jpg", sections: [CHAPTER] });
    expect(diagnostics).toEqual([]);
    expect(names.some((name) => /cover\.(?:jpe?g|png)$/.test(name))).toBe(true);
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
