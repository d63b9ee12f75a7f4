/** PDF files from anywhere: each is damaged in one way, and that is what is found. */
import {
  type PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFString,
  StandardFonts,
} from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { assemble } from "../../../../../src/formats/pdf/assemble/assemble.js";
import { pagesText } from "../../../../../src/formats/pdf/check/access.js";
import { checkPdf } from "../../../../../src/formats/pdf/check/check.js";
import { operations } from "../../../../../src/formats/pdf/check/content.js";
import { readXmp } from "../../../../../src/formats/pdf/check/xmp.js";
import { PIXEL } from "../../epub/book.js";
import { book } from "../assemble/book.js";

let made: Uint8Array;
beforeAll(async () => {
  const outline = [{ title: "Preface", id: "preface", children: [] }];
  made = (await assemble(book({ outline }))).bytes;
});

type Change = (file: PDFDocument, context: PDFContext) => unknown;

async function changed(change: Change): Promise<Uint8Array> {
  const file = await PDFDocument.load(made, { updateMetadata: false });
  await change(file, file.context);
  return file.save({ useObjectStreams: false });
}

/** Code and message of everything that is found. */
async function found(bytes: Uint8Array): Promise<string[]> {
  const { findings } = await checkPdf(bytes);
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

async function foundAfter(change: Change): Promise<string[]> {
  return found(await changed(change));
}

describe("a PDF", () => {
  it("that we assemble has nothing wrong", async () => {
    expect(await found(made)).toEqual([]);
    expect(await foundAfter(() => undefined)).toEqual([]);
  });

  it("without its end is damaged", async () => {
    expect(await found(made.subarray(0, made.length - 200))).toEqual([
      "pdf-damaged: The PDF is damaged: Its end is missing",
    ]);
  });

  it("whose table is somewhere else is damaged", async () => {
    const moved = Buffer.concat([made.subarray(0, 50), Buffer.alloc(99, " "), made.subarray(50)]);
    expect(await found(moved)).toEqual([
      "pdf-damaged: The PDF is damaged: Its cross-reference table is not where the file says",
    ]);
  });

  it("of noise behind the right head and before the right end is damaged, whatever the noise", async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const bytes = Buffer.from(made);
      for (let at = 20 + seed; at < bytes.length - 60; at += 37 + seed) bytes[at] = (at * 131 + seed) % 256;
      const [first = ""] = await found(bytes);
      expect(first).toMatch(/^pdf-damaged: /);
    }
  });

  it("that is encrypted says so and nothing else", async () => {
    const locked = await changed((file) => file.encrypt({ userPassword: "u", ownerPassword: "o" }));
    expect(await found(locked)).toEqual(["pdf-encrypted: The PDF is encrypted, so it cannot be checked"]);
  });
});

describe("metadata", () => {
  it.each([
    ["title", "The PDF does not say its title"],
    ["author", "The PDF does not say its author"],
  ])("without a %s is found", async (_, message) => {
    const messages = await foundAfter((file, { trailerInfo, lookup: __ }) => {
      file.catalog.delete(PDFName.of("Metadata"));
      (file.context.lookup(trailerInfo.Info) as PDFDict).delete(PDFName.of("Title"));
      (file.context.lookup(trailerInfo.Info) as PDFDict).delete(PDFName.of("Author"));
    });
    expect(messages).toContain(`pdf-metadata: ${message}`);
    expect(messages).toContain("pdf-metadata: The PDF has no XMP metadata");
  });

  it("without a language is found", async () => {
    expect(await foundAfter((file) => file.catalog.delete(PDFName.of("Lang")))).toEqual([
      "pdf-metadata: The PDF does not say its language",
    ]);
  });

  it("that says two things is found, with both", async () => {
    const messages = await foundAfter((file) => {
      file.setTitle("Another title");
      file.setModificationDate(new Date("2001-02-03T04:05:06Z"));
    });
    expect(messages).toEqual([
      "pdf-metadata: The Info dictionary and XMP disagree on Title: “Another title” and “Son & image — été”",
      expect.stringMatching(/disagree on ModDate: “D:20010203040506Z” and “2026-11-22T00:00:00Z”/),
    ]);
  });
});

describe("pages", () => {
  it("whose boxes do not lie in each other are found", async () => {
    const messages = await foundAfter((file) => {
      for (const page of file.getPages().slice(1, 4)) page.setTrimBox(-9, 0, 300, 400);
    });
    expect(messages).toEqual(["pdf-page-box: The TrimBox sticks out of the BleedBox on pages 2 to 4"]);
  });

  it("whose sheet is empty are found", async () => {
    expect(await foundAfter((file) => file.getPage(0).setMediaBox(0, 0, 0, 400))).toContain(
      "pdf-page-box: The MediaBox is empty on page 1",
    );
  });

  it("with a font that is not embedded are found, also in a form", async () => {
    const messages = await foundAfter(async (file) => {
      const font = await file.embedFont(StandardFonts.Helvetica);
      file.getPage(2).drawText("x", { font });
    });
    expect(messages).toEqual(["pdf-font-not-embedded: The font Helvetica is not embedded, on page 3"]);
  });

  it("with an image of too few pixels for its size are found", async () => {
    const messages = await foundAfter(async (file) => {
      const image = await file.embedPng(PIXEL);
      file.getPage(0).drawImage(image, { width: 0.4, height: 0.4 });
      file.getPage(1).drawImage(image, { width: 0.9, height: 0.3 });
    });
    expect(messages).toEqual([
      "pdf-image-resolution: An image of 1 × 1 pixels is shown at 80 pixels per inch, on pages 1 to 2",
    ]);
  });

  it("find the size of an image through the forms that it is in", async () => {
    const messages = await foundAfter(async (file, context) => {
      const image = await file.embedPng(PIXEL);
      await image.embed();
      const form = context.stream("q 0.5 0 0 0.5 0 0 cm /I Do Q", {
        Type: "XObject",
        Subtype: "Form",
        BBox: [0, 0, 1, 1],
        Matrix: [2, 0, 0, 2, 0, 0],
        Resources: { XObject: { I: image.ref } },
      });
      const page = file.getPage(0);
      page.node.setXObject(PDFName.of("F"), context.register(form));
      page.node.addContentStream(context.register(context.stream("q 2 0 0 2 0 0 cm /F Do Q")));
    });
    // 0.5 × 2 × 2 points for one pixel.
    expect(messages).toEqual([
      "pdf-image-resolution: An image of 1 × 1 pixels is shown at 36 pixels per inch, on page 1",
    ]);
  });
});

describe("tags", () => {
  it("that are missing are found", async () => {
    expect(await foundAfter((file) => file.catalog.delete(PDFName.of("StructTreeRoot")))).toEqual([
      "pdf-not-tagged: The PDF is not tagged: it has no structure tree",
    ]);
    expect(await foundAfter((file) => file.catalog.delete(PDFName.of("MarkInfo")))).toEqual([
      "pdf-not-tagged: The PDF is not tagged: it is not marked as tagged",
    ]);
  });

  const withElement =
    (entries: Readonly<Record<string, string>>): Change =>
    (file, context) => {
      const root = file.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
      const kids = root.lookup(PDFName.of("K"));
      const element = context.obj({ Type: "StructElem", ...entries });
      root.set(PDFName.of("K"), context.obj([root.get(PDFName.of("K")) ?? kids!, context.register(element)]));
    };

  it("of a figure without a description are found, under any name of its role", async () => {
    const bare = "pdf-accessibility: A figure has no text that describes what is shown";
    expect(await foundAfter(withElement({ S: "Figure" }))).toEqual([bare]);
    const own: Change = (file, context) => {
      withElement({ S: "Picture" })(file, context);
      const root = file.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
      root.set(PDFName.of("RoleMap"), context.obj({ Picture: "Figure", Loop: "Loop" }));
    };
    expect(await foundAfter(own)).toEqual([bare]);
  });

  it("of headings that leave a level out are found", async () => {
    expect(await foundAfter(withElement({ S: "H4" }))).toEqual([
      expect.stringMatching(/^pdf-accessibility: A heading of level 4 follows one of level \d$/),
    ]);
  });

  it("do without page labels, which is found", async () => {
    expect(await foundAfter((file) => file.catalog.delete(PDFName.of("PageLabels")))).toEqual([
      "pdf-accessibility: The PDF has no page labels",
    ]);
  });
});

describe("links", () => {
  const link =
    (dest: (context: PDFContext) => unknown): Change =>
    (file, context) => {
      const annotation = context.obj({ Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9] });
      (annotation as PDFDict).set(PDFName.of("Dest"), dest(context) as PDFArray);
      file.getPage(3).node.set(PDFName.of("Annots"), context.obj([annotation]));
    };

  it("to a place that the file does not have are found", async () => {
    expect(await foundAfter(link(() => PDFString.of("gone")))).toEqual([
      "pdf-link-broken: A link leads to the place “gone”, which is not in the file, on page 4",
    ]);
  });

  it("to a page that is not in the file are found", async () => {
    const lost = link((context) => context.obj([context.register(context.obj({ Type: "Page" })), "Fit"]));
    expect(await foundAfter(lost)).toEqual([
      "pdf-link-broken: A link leads to a page, which is not in the file, on page 4",
    ]);
  });

  it("to a place or a page of the file are none of that", async () => {
    expect(await foundAfter(link(() => PDFString.of("preface")))).toEqual([]);
    expect(await foundAfter(link((context) => context.obj([2, "Fit"])))).toEqual([]);
  });

  it("of the outline are found too", async () => {
    const messages = await foundAfter((file) => {
      const first = file.catalog.lookup(PDFName.of("Outlines"), PDFDict).lookup(PDFName.of("First"), PDFDict);
      first.delete(PDFName.of("A"));
      first.set(PDFName.of("Dest"), PDFString.of("gone"));
    });
    expect(messages).toEqual([
      "pdf-link-broken: The bookmark “Preface” leads to the place “gone”, which is not in the file",
    ]);
  });
});

describe("content streams", () => {
  const read = (content: string) => [...operations(content)].map((each) => [...each.operands, each.operator]);

  it("are read past strings, arrays, comments and inline images", () => {
    expect(read("(a\\) (b) Do) Tj [(x) -3 <4142>] TJ % /No Do\n1 0 0 -.5 +2. 3 cm /I#31 Do")).toEqual([
      ["Tj"],
      [-3, "TJ"],
      [1, 0, 0, -0.5, 2, 3, "cm"],
      ["I#31", "Do"],
    ]);
    expect(read("BI /W 1 ID \u0001(\u0002 /X Do EI\nQ").at(-1)).toEqual(["Q"]);
  });
});

it("pages are named as ranges, and not all of many", () => {
  expect(pagesText([3])).toBe("page 3");
  expect(pagesText([5, 3, 4, 9, 12, 9])).toBe("pages 3 to 5, 9 and 12");
  expect(pagesText([1, 3, 5, 7, 9, 11, 13, 15])).toBe("pages 1, 3, 5, 7, 9 and 3 more places");
});

it("XMP is read from elements and from attributes", () => {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="P"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>
    </rdf:Description></rdf:RDF></x:xmpmeta>`;
  expect([...readXmp(packet)!]).toEqual([
    ["http://ns.adobe.com/pdf/1.3/Producer", ["P"]],
    ["http://purl.org/dc/elements/1.1/creator", ["A", "B"]],
  ]);
  expect(readXmp("<x>")).toBeUndefined();
});
