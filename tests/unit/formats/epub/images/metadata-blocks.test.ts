/** XMP and IPTC beside pictures, and digital source types where making is declared. */
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { ebookImages } from "../../../../../src/formats/epub/images/images.js";
import { withIptc, withXmp, xmpIn } from "../../../../../src/formats/epub/images/metadata-blocks.js";
import { imageOrigin } from "../../../../../src/input/images/image-origin.js";
import type { ImageOrigin } from "../../../../../src/model/book.js";
import type { MadePlace } from "../../../../../src/model/provenance.js";
import { makeBook } from "../book.js";

const picture = (width = 40) => sharp({ create: { width, height: 20, channels: 3, background: "#26a" } });
const PACKET = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r">ü</rdf:RDF></x:xmpmeta>';
/** IPTC-IIM 4.2: a by-line, in the resource 0x0404 of Photoshop. */
const IPTC = Buffer.concat([Buffer.from("8BIM\x04\x04\0\0\0\0\0\x08\x1c\x02\x50\0\x03Ada", "latin1")]);

const FORMATS = [
  ["image/jpeg", () => picture().jpeg().toBuffer()],
  ["image/png", () => picture().png().toBuffer()],
] as const;

describe.each(FORMATS)("%s", (mediaType, make) => {
  test("takes a packet, and another one in its place, and is still the picture", async () => {
    const once = withXmp(await make(), mediaType, "<first/>");
    const twice = withXmp(once, mediaType, PACKET);
    expect(xmpIn(twice, mediaType)).toBe(PACKET);
    expect(Buffer.from(twice).includes("<first/>")).toBe(false);
    const { width, xmp } = await sharp(twice, { failOn: "warning" }).metadata();
    expect([width, xmp?.toString()]).toEqual([40, PACKET]);
    await expect(sharp(twice, { failOn: "warning" }).raw().toBuffer()).resolves.toHaveLength(2400);
  });

  test("has none when it has none", async () => {
    expect(xmpIn(await make(), mediaType)).toBeUndefined();
  });
});

test("a JPEG takes IPTC", async () => {
  const bytes = withIptc(await picture().jpeg().toBuffer(), "image/jpeg", IPTC);
  expect((await sharp(bytes).metadata()).iptc?.includes("Ada")).toBe(true);
});

describe("an ebook", () => {
  const bookOf = async (made: readonly MadePlace[], options = {}, origin?: ImageOrigin) => {
    const jpeg = withXmp(await picture(900).jpeg().toBuffer(), "image/jpeg", PACKET);
    const bytes = withIptc(jpeg, "image/jpeg", IPTC);
    const book = makeBook({
      sections: [{ id: "c", title: "C", html: '<p><img src="a.jpg" alt="A"/></p>' }],
      resources: { "a.jpg": { mediaType: "image/jpeg", bytes } },
      options,
    });
    const given = new Map(
      [...book.resources].map(([key, each]) => [key, origin === undefined ? each : { ...each, origin }]),
    );
    const { resources } = await ebookImages({ ...book, resources: given, made });
    return { before: bytes, after: resources.get("a.jpg")!.bytes };
  };
  const location = { file: "one.md", line: 3, column: 1 };
  const generated: MadePlace = {
    kind: "image",
    name: "a.jpg",
    statement: { made: "generated", tools: [], reviewers: [], location },
  };

  test("keeps XMP and IPTC of a picture that is made smaller", async () => {
    const { after } = await bookOf([], { imageWidth: 400 });
    const { width, xmp, iptc } = await sharp(after).metadata();
    expect([width, xmp?.toString(), iptc?.includes("Ada")]).toEqual([400, PACKET, true]);
  });

  test("leaves the bytes of a picture of which nothing is declared", async () => {
    const { before, after } = await bookOf([]);
    expect(Buffer.compare(before, after)).toBe(0);
  });

  test("writes how it was made beside what was there", async () => {
    const { after } = await bookOf([generated]);
    expect(imageOrigin(after)).toEqual({ sourceType: "trainedAlgorithmicMedia" });
    expect(xmpIn(after, "image/jpeg")).toContain("ü<rdf:Description");
  });

  const signed = { sourceType: "digitalCapture", credentials: true };

  test("leaves the bytes of a picture that is signed", async () => {
    const { before, after } = await bookOf([generated], {}, signed);
    expect(Buffer.compare(before, after)).toBe(0);
  });

  test("says what lost credentials have said of a picture that is made smaller", async () => {
    const { after } = await bookOf([], { imageWidth: 400 }, signed);
    expect(imageOrigin(after)).toEqual({ sourceType: "digitalCapture" });
  });
});
