/** Pictures that are broken, bombs, or not what they say. */
import { deflateSync } from "node:zlib";
import { crc32 } from "../../support/crc32.js";
import { type HostileCase, yaml } from "./case.js";

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
const png = (width: number, height: number, rows = height): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const JPEG_HEAD = Buffer.from("ffd8ffe000104a46494600010100000100010000ffc0000b08ffffffff01011100", "hex");
const WEBP = Buffer.from("UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA=", "base64");
const svg = (inner: string, head = ""): string =>
  `${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;

const picture = (
  claim: string,
  content: string | Uint8Array,
  said: readonly string[],
  name = "p.png",
): HostileCase => ({
  claim,
  files: { "content/one.md": `# One\n\n![A picture](${name})\n\nkept\n`, [`content/${name}`]: content },
  said,
  ...(said.length === 0 ? { shows: "kept" } : {}),
});

export const IMAGES: readonly HostileCase[] = [
  picture("a picture", png(9, 9), []),
  picture("an empty picture", "", ["image-broken"]),
  picture("a text that is named a picture", "hello, I am a text", ["image-broken"]),
  picture("a web page that is named a picture", "<!doctype html><script>EVIL()</script>", ["image-broken"]),
  picture("a program that is named a picture", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)]), [
    "image-broken",
  ]),
  picture("a PNG that is cut short", png(99, 99).subarray(0, 60), ["image-broken"]),
  picture("the signature of a PNG", png(9, 9).subarray(0, 8), ["image-broken"]),
  picture("a PNG without a size", png(0, 9, 9), ["image-broken"]),
  picture("a PNG of sixteen gigapixels", png(131_072, 131_072, 1), ["image-too-large"]),
  picture("a PNG that is one long line", png(2_000_000_000, 1, 0), ["image-too-large"]),
  picture("a PNG named JPEG", png(9, 9), [], "p.jpg"),
  picture("a PNG named SVG", png(9, 9), [], "p.svg"),
  picture("an SVG named PNG", svg("<rect/>"), []),
  picture("a JPEG that is cut short", JPEG_HEAD, ["image-too-large"], "p.jpg"),
  picture("the start of a JPEG", JPEG_HEAD.subarray(0, 20), ["image-broken"], "p.jpg"),
  picture("a GIF", GIF, [], "p.gif"),
  picture("a GIF that is cut short", GIF.subarray(0, 30), ["image-broken"], "p.gif"),
  picture("a WebP that is cut short", WEBP.subarray(0, 25), ["image-broken"], "p.webp"),
  picture(
    "an AVIF of nothing",
    Buffer.from("\0\0\0\x14ftypavif\0\0\0\0avif", "latin1"),
    ["image-broken"],
    "p.avif",
  ),
  picture("a picture with a size of mebibytes", Buffer.concat([png(9, 9), Buffer.alloc(65 * 1024 * 1024)]), [
    "image-too-large",
  ]),
  picture("a format that books do not show", "BM", ["missing-image"], "p.bmp"),
  picture("a drawing with a script", svg("<script>EVIL()</script><rect/>"), ["unsafe-image"], "p.svg"),
  picture("a drawing with a handler", svg('<rect onload="EVIL()"/>'), ["unsafe-image"], "p.svg"),
  picture(
    "a drawing with a page in it",
    svg('<foreignObject><iframe src="EVIL"/></foreignObject><rect/>'),
    ["unsafe-image"],
    "p.svg",
  ),
  picture(
    "a drawing with laughs",
    svg(
      "<text>&c;</text>",
      `<!DOCTYPE svg [<!ENTITY a "${"x".repeat(1000)}"><!ENTITY b "${"&a;".repeat(1000)}"><!ENTITY c "${"&b;".repeat(1000)}">]>`,
    ),
    ["image-broken"],
    "p.svg",
  ),
  picture(
    "a drawing of copies",
    svg(
      `<g id="a0"/>${Array.from({ length: 12 }, (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`).join("")}<use href="#a12"/>`,
    ),
    ["image-broken"],
    "p.svg",
  ),
  picture("a drawing that shows itself", svg('<g id="a"><use href="#a"/></g><rect/>'), [], "p.svg"),
  picture(
    "a drawing that is not closed",
    "<svg xmlns='http://www.w3.org/2000/svg'><g>",
    ["image-broken"],
    "p.svg",
  ),
  picture("a drawing in UTF-16", Buffer.from(`\uFEFF${svg("<rect/>")}`, "utf16le"), [], "p.svg"),
  {
    claim: "a cover that is cut short",
    files: { "publication.yaml": yaml("cover: c.png"), "c.png": png(99, 99).subarray(0, 60) },
    said: ["image-broken"],
  },
  {
    claim: "a cover of sixteen gigapixels",
    files: { "publication.yaml": yaml("cover: c.png"), "c.png": png(131_072, 131_072, 1) },
    said: ["image-too-large"],
  },
];
