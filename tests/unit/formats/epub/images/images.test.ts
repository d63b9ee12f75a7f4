import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { texts } from "../../../../support/xml.js";
import { type BookInput, publish } from "../book.js";

const picture = (width: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height: 10, channels, background: { r: 9, g: 90, b: 200, alpha: 0.5 } } });

const shows = (name: string, mediaType: string, bytes: Uint8Array): BookInput => ({
  resources: { [name]: { mediaType, bytes } },
  sections: [{ id: "c", title: "C", html: `<p><img src="${name}" alt="A picture"></p>` }],
});

async function packaged(book: BookInput) {
  const { zip, read, diagnostics } = await publish(book);
  const [src] = texts(await read("c.xhtml"), "//h:p/h:img/@src");
  const bytes = await zip.file(`EPUB/${src}`)!.async("nodebuffer");
  return { src, diagnostics, bytes, ...(await sharp(bytes).metadata()) };
}

describe("an image of an ebook", () => {
  it("becomes a JPEG when it is a WebP photograph", async () => {
    const book = shows("a.webp", "image/webp", await picture(20).webp().toBuffer());
    expect(await packaged(book)).toMatchObject({ src: "images/a.jpg", format: "jpeg", diagnostics: [] });
  });

  it("becomes a PNG when it is WebP without loss, or has transparent parts", async () => {
    const lossless = shows("a.webp", "image/webp", await picture(20).webp({ lossless: true }).toBuffer());
    expect(await packaged(lossless)).toMatchObject({ src: "images/a.png", format: "png", diagnostics: [] });
    const transparent = shows("b.avif", "image/avif", await picture(20, 4).avif().toBuffer());
    expect(await packaged(transparent)).toMatchObject({
      src: "images/b.png",
      hasAlpha: true,
      diagnostics: [],
    });
  });

  it("is no wider than the edition asks for, and never made wider", async () => {
    const wide = shows("a.png", "image/png", await picture(900).png().toBuffer());
    const narrow = shows("a.png", "image/png", await picture(300).png().toBuffer());
    expect(await packaged({ ...wide, options: { imageWidth: 400 } })).toMatchObject({ width: 400 });
    expect(await packaged({ ...narrow, options: { imageWidth: 400 } })).toMatchObject({ width: 300 });
    expect(await packaged(wide)).toMatchObject({ width: 900 });
  });

  it("keeps its bytes when nothing is to be done", async () => {
    const bytes = await picture(30).jpeg().toBuffer();
    expect((await packaged(shows("a.jpg", "image/jpeg", bytes))).bytes.equals(bytes)).toBe(true);
  });

  it("is known by its content when its name lies", async () => {
    const book = shows("a.png", "image/png", await picture(20).jpeg().toBuffer());
    expect(await packaged(book)).toMatchObject({ src: "images/a.jpg", diagnostics: [] });
  });

  it("is a drawing whatever stands before it in its file", async () => {
    const svg =
      '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b">\n<!-- Made by hand -->\n<?style x?>' +
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
    const { names, diagnostics } = await publish(shows("a.svg", "image/svg+xml", Buffer.from(svg)));
    expect(names).toContain("EPUB/images/a.svg");
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("has a file name that is safe on every system", async () => {
    const bytes = await picture(5).png().toBuffer();
    const name = "Bilder/Über: größe?*.png";
    const { src } = await packaged(shows(name, "image/png", bytes));
    expect(src).toMatch(/^images\/[A-Za-z0-9._-]+\.png$/);
  });
});
