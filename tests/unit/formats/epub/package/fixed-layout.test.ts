/** A book whose pages are pictures: which page holds what, where it stands, and what package and documents say of it. */
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { texts } from "../../../../support/xml.js";
import { PIXEL, publish } from "../book.js";

const SIZE = { width: 600, height: 600 };
const LONG = "The sea said nothing in its turn, as it does. ".repeat(12);
const HTML = `<h1>The Fox</h1>
<figure><img src="fox.png" alt="A fox"><figcaption>Seen at low water</figcaption></figure>
<p>There was <em>nothing</em>.</p>
<figure id="sea"><img src="wide.png" alt="The sea" class="spread"></figure>
<p>Then it came back.</p>
<img src="fox.png" alt="Again" class="text-top">
<p>${LONG}</p><p>${LONG}</p>
<div class="page-break"></div>
<p>The end, <a href="#sea">of it</a>.</p>`;

const resourceOf = (bytes: Uint8Array, width: number, height: number) => ({
  mediaType: "image/png",
  bytes,
  pixels: { width, height },
});

let ebook: Awaited<ReturnType<typeof publish>>;
let pages: string[];

const publishFox = async (language: string, wide: Uint8Array) =>
  await publish({
    metadata: { language },
    options: { fixedLayout: SIZE },
    sections: [
      { id: "toc", role: "toc" },
      { id: "fox", title: "The Fox", html: HTML, language },
      { id: "index", role: "index", title: "Index", generated: "<p>Fox</p>" },
    ],
    resources: { "fox.png": resourceOf(PIXEL, 1, 1), "wide.png": resourceOf(wide, 4, 2) },
  });

const wide = async () =>
  await sharp({ create: { width: 4, height: 2, channels: 3, background: "#28c" } })
    .png()
    .toBuffer();

const attribute = (page: string, query: string) => texts(page, query);

beforeAll(async () => {
  ebook = await publishFox("en", await wide());
  const names = ebook.names.filter((name) => /EPUB\/fox.*\.xhtml$/.test(name));
  pages = await Promise.all(names.map((name) => ebook.read(name.replace(/^EPUB\//, ""))));
});

describe("its pages", () => {
  it("are begun by pictures, by what there is no room for, and where the author says", () => {
    expect(pages.map((page) => attribute(page, "//h:img/@alt").join())).toEqual([
      "A fox",
      "The sea",
      "",
      "Again",
      "",
      "",
    ]);
    expect(ebook.diagnostics).toEqual([]);
  });

  it("have their text as text, with the caption of the picture", () => {
    const [first] = pages as [string];
    expect(texts(first, "//*[@class='caption']")).toEqual(["Seen at low water"]);
    expect(texts(first, "//h:p/h:em")).toEqual(["nothing"]);
    expect(texts(pages.at(-1)!, "//h:a/@href")).toEqual(["fox--2--on.xhtml#sea"]);
  });

  it("show a picture whole, and half of one that is as wide as two on each page of a spread", () => {
    const boxes = pages.flatMap((page) => attribute(page, "//h:img/@style"));
    expect(boxes.slice(0, 3)).toEqual([
      "left: 0px; top: 0px; width: 800px; height: 800px",
      "left: 0px; top: 0px; width: 1600px; height: 800px",
      "left: -800px; top: 0px; width: 1600px; height: 800px",
    ]);
  });

  it("have text at the edge that the author chose, and none that runs out of the page", () => {
    const classes = pages.flatMap((page) => attribute(page, "//*[contains(@class, 'page-text')]/@class"));
    expect(classes).toEqual([
      "page-text page-text-bottom",
      "page-text page-text-bottom",
      "page-text page-text-top",
      "page-text page-text-alone",
      "page-text page-text-alone",
    ]);
  });

  it("say how large they are", () => {
    for (const page of pages)
      expect(attribute(page, "//h:meta[@name='viewport']/@content")).toEqual(["width=800, height=800"]);
  });
});

describe("the package", () => {
  it("says that pages are as they are, to all who ask in their own words", async () => {
    const opf = await ebook.read("package.opf");
    expect(texts(opf, "//*[@property='rendition:layout']")).toEqual(["pre-paginated"]);
    expect(texts(opf, "//*[@name='original-resolution']/@content")).toEqual(["800x800"]);
    expect(ebook.names).toContain("META-INF/com.apple.ibooks.display-options.xml");
  });

  it("places spreads, and lets what is long flow", async () => {
    const opf = await ebook.read("package.opf");
    expect(texts(opf, "//*[local-name()='itemref']/@properties")).toEqual([
      "rendition:layout-reflowable",
      "page-spread-left",
      "page-spread-right",
      "rendition:layout-reflowable",
    ]);
  });
});

it("a book that is read from the right side has spreads that begin there", async () => {
  const { read } = await publishFox("ar", await wide());
  const sides = texts(await read("package.opf"), "//*[local-name()='itemref']/@properties");
  expect(sides.slice(1, 3)).toEqual(["page-spread-right", "page-spread-left"]);
  expect(texts(await read("fox--2--on.xhtml"), "//h:img/@style")).toEqual([
    "left: -800px; top: 0px; width: 1600px; height: 800px",
  ]);
});
