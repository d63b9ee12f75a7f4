/** PDF files of a few kilobytes that ask for more than there is: each is told, and none ends the program. */
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { checkPdf } from "../../../../../src/formats/pdf/check/check.js";
import { operations } from "../../../../../src/formats/pdf/check/content.js";

const PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
const PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>";

function stream(content: string | Buffer, dict = "", filter = "/Filter/FlateDecode"): string {
  const data = typeof content === "string" ? deflateSync(content) : content;
  return `<<${dict}${filter}/Length ${data.length}>>\nstream\n${data.toString("latin1")}\nendstream`;
}

/** Objects are numbered from 1; the first is the catalog. */
function pdf(...objects: readonly string[]): Uint8Array {
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const end = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + end, "latin1");
}

const form = (content: string) =>
  stream(content, "/Type/XObject/Subtype/Form/Resources<</XObject<</F 5 0 R>>>>");

async function codesOf(bytes: Uint8Array): Promise<string[]> {
  const { findings } = await checkPdf(bytes);
  return findings.map(({ code }) => code);
}

describe("is told as too complex: a file", () => {
  const objects = deflateSync(deflateSync(Buffer.alloc(140 * 2 ** 20, " ")));
  const twice = deflateSync(deflateSync(Buffer.alloc(80 * 2 ** 20)));
  test.each([
    ["with a form that draws itself", pdf(CATALOG, PAGES, PAGE, stream("/F Do"), form("/F Do ".repeat(12)))],
    ["with a page of many bytes", pdf(CATALOG, PAGES, PAGE, stream(" ".repeat(80 * 2 ** 20)), form(""))],
    [
      "with a page that is compressed twice",
      pdf(CATALOG, PAGES, PAGE, stream(twice, "", "/Filter[/FlateDecode/FlateDecode]"), form("")),
    ],
    [
      "with a stream of objects that is large",
      pdf(
        CATALOG,
        PAGES,
        PAGE,
        stream(""),
        form(""),
        stream(" ".repeat(140 * 2 ** 20), "/Type/ObjStm/N 1/First 4"),
      ),
    ],
    [
      "with a stream of objects that is compressed twice",
      pdf(
        CATALOG,
        PAGES,
        PAGE,
        stream(""),
        form(""),
        stream(objects, "/Type/ObjStm/N 1/First 4", "/Filter[/FlateDecode/FlateDecode]"),
      ),
    ],
    [
      "whose pages lie deep in their tree",
      pdf(
        CATALOG,
        PAGES,
        ...Array.from({ length: 500 }, (_, at) => `<</Type/Pages/Kids[${at + 4} 0 R]/Count 1>>`),
        "<</Type/Page>>",
      ),
    ],
  ])("%s", async (_, bytes) => {
    expect(await codesOf(bytes)).toContain("too-complex");
  });
});

describe("is checked to its end: a file", () => {
  const kids = "6 0 R ".repeat(300_000);
  const inCircle = (parent: string) => `<</Type/Pages/Kids[3 0 R]/Count 1/Parent ${parent}>>`;
  test.each([
    ["whose pages are their own parents", pdf(CATALOG, inCircle("2 0 R"), "<</Type/Page/Parent 3 0 R>>")],
    ["whose tree of pages is a circle", pdf(CATALOG, inCircle("3 0 R"), "<</Type/Page/Parent 2 0 R>>")],
    [
      "whose pages contain their tree",
      pdf(CATALOG, "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>", "<</Type/Page/MediaBox[0 0 9 9]>>"),
    ],
    [
      "with a name tree of very many kids",
      pdf(
        "<</Type/Catalog/Pages 2 0 R/Names<</Dests 5 0 R>>>>",
        PAGES,
        PAGE,
        stream(""),
        `<</Kids[${kids}]>>`,
        "<</Names[(a)[3 0 R]]>>",
      ),
    ],
    [
      "with bookmarks in a circle",
      pdf(
        "<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>",
        PAGES,
        PAGE,
        stream(""),
        "<</First 6 0 R>>",
        "<</Title(a)/Next 6 0 R/First 5 0 R/Dest[3 0 R]>>",
      ),
    ],
    [
      "with tags in a circle",
      pdf(
        "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R>>",
        PAGES,
        PAGE,
        stream(""),
        `<</K[${"6 0 R ".repeat(200_000)}]>>`,
        "<</S/P/K 5 0 R>>",
      ),
    ],
  ])("%s", async (_, bytes) => {
    const codes = await codesOf(bytes);
    expect(codes).not.toContain("too-complex");
    expect(codes).not.toContain("pdf-damaged");
  });
});

test.each(["< ", "<", "(", "<<", "[", "% ", "1 ", "/", "BI ID ", "<a", "\\", "( )", "a<"])(
  "a million times `%s` are read in one go",
  (unit) => {
    let count = 0;
    for (const { operands } of operations(unit.repeat(1_000_000 / unit.length))) {
      count += 1;
      expect(operands.length).toBeLessThan(2000);
    }
    expect(count).toBeLessThanOrEqual(1_000_000);
  },
  20_000,
);
