import { describe, expect, it } from "vitest";
import { readPrintedPdf } from "../../../../../../src/formats/pdf/assemble/reader/printed-pdf.js";
import type { PdfStream } from "../../../../../../src/formats/pdf/assemble/reader/values.js";
import { type Objects, pdfFile, stream } from "./pdf.js";

const opened = (objects: Objects) => readPrintedPdf(pdfFile(objects));

const replaced = (file: Buffer, from: string, to: string) => {
  const text = file.toString("latin1");
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to), "latin1");
};

const dataOf = (objects: Objects, number: number) =>
  Buffer.from((opened(objects).resolve(number) as PdfStream).data).toString("latin1");

const CATALOG = [1, "<</Type /Catalog>>"] as const;

describe("the objects of a printed PDF", () => {
  it("are found by their numbers, in whatever order they stand", () => {
    const pdf = opened([[5, "(five)"], [2, "[1 0 R 5 0 R]"], [3, "null"], CATALOG]);
    expect(pdf.resolve(pdf.trailer.get("/Root"))).toEqual(new Map([["/Type", "/Catalog"]]));
    expect(pdf.array(2)?.map(pdf.resolve)).toEqual([new Map([["/Type", "/Catalog"]]), "(five)"]);
  });

  it("are nothing when they are null, free or not there at all", () => {
    const pdf = opened([CATALOG, [3, "null"]]);
    expect([3, 2, 99, "null"].map(pdf.resolve)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("may be followed by things that the table does not name", () => {
    const file = pdfFile([CATALOG, [2, "(old)\nendobj\n3 0 obj (lost)"]]);
    expect(readPrintedPdf(file).resolve(2)).toBe("(old)");
    expect(readPrintedPdf(file).resolve(3)).toBeUndefined();
  });

  it("are read in the part of a larger buffer that holds the file", () => {
    const file = pdfFile([CATALOG, [2, stream("data")]]);
    const larger = Buffer.concat([Buffer.alloc(100, "x"), file, Buffer.alloc(100, "y")]);
    const pdf = readPrintedPdf(new Uint8Array(larger.buffer, larger.byteOffset + 100, file.length));
    expect(Buffer.from((pdf.resolve(2) as PdfStream).data).toString()).toBe("data");
  });

  it("must be of the kind that they are asked for as", () => {
    const pdf = opened([CATALOG, [2, "[1.5]"]]);
    expect(() => pdf.dict(2)).toThrow("must have a dictionary");
    expect(() => pdf.array(1)).toThrow("must have an array");
    expect(() => pdf.number("/Name")).toThrow("must have a number");
    expect(() => pdf.number(undefined)).toThrow("must have a number");
  });
});

describe("streams of a printed PDF", () => {
  it("are as long as they say, whatever is inside", () => {
    const data = "\xff\xd8 endstream endobj\n\nendstream\nendobj\n3 0 obj\n(not me)\nendobj\nxref\n%\r\n";
    expect(dataOf([CATALOG, [2, stream(data)], [3, "(me)"]], 2)).toBe(data);
    expect(opened([CATALOG, [2, stream(data)], [3, "(me)"]]).resolve(3)).toBe("(me)");
  });

  it("may have their length in another object, before or after them", () => {
    const objects: Objects = [
      [4, "7"],
      [2, stream("one\nend", "/Length 4 0 R")],
      [3, stream("", "/Length 5 0 R")],
      [5, "0"],
      CATALOG,
    ];
    expect(dataOf(objects, 2)).toBe("one\nend");
    expect(dataOf(objects, 3)).toBe("");
  });

  it("begin after any end of line that may be there", () => {
    expect(dataOf([CATALOG, [2, "<</Length 4>>\nstream\r\n\ndat\r\nendstream"]], 2)).toBe("\ndat");
    expect(dataOf([CATALOG, [2, "<</Length 4>>stream\n\rdatendstream"]], 2)).toBe("\rdat");
  });

  it.each([
    ["shorter than their data", stream("data", "/Length 3"), "a stream has another length"],
    ["shorter, by a comment", stream("data\n% comment", "/Length 4"), "a stream has another length"],
    ["longer than their data", stream("data", "/Length 40"), "a stream has another length"],
    ["without a length", stream("data", "/Filter /DCTDecode"), "must have a number"],
    ["with a length that is not there", stream("data", "/Length 9 0 R"), "must have a number"],
    ["on the line of their keyword", "<</Length 4>> stream data\nendstream", "a line of its own"],
  ])("are refused when they are %s", (_, object, message) => {
    expect(() => opened([CATALOG, [2, object]]).resolve(2)).toThrow(message);
  });
});

describe("a file that cannot be read", () => {
  const file = () => pdfFile([CATALOG, [2, "(two)"], [3, "(three)"]]);

  it.each([
    ["is no PDF", "%PDF-1.4", "<!DOCTYPE", "it is no PDF (at byte 0)"],
    ["was cut off", "startxref", "", "it has no end"],
    ["has its table elsewhere", "startxref\n", "startxref\n9", "behind its end"],
    [
      "has a stream in place of a table",
      "xref\n0 4",
      "9 0 obj <</Type /XRef>>",
      "there is no cross-reference table",
    ],
    ["has more objects than entries", "0 4\n", "0 5\n", "object 4 has no entry of generation 0"],
    ["has objects of a second generation", "00000 n", "00001 n", "object 1 has no entry of generation 0"],
    ["has no trailer", "trailer", "trailing", "a number is missing"],
    ["was changed later", "/Root", "/Prev 15\n/Root", "it has been changed after it was printed"],
    [
      "has compressed objects, too",
      "/Root",
      "/XRefStm 15\n/Root",
      "some of its cross-references are in a stream",
    ],
    ["is encrypted", "/Root", "/Encrypt 3 0 R\n/Root", "it is encrypted"],
  ])("%s", (_, from, to, message) => {
    expect(() => readPrintedPdf(replaced(file(), from, to))).toThrow(message);
  });

  it.each([
    ["stands elsewhere", "2 0 obj\n", "\n2 0 obj", "object 2 is not where it should be"],
    ["has another number", "2 0 obj", "3 0 obj", "object 2 is not where it should be"],
    ["has another generation", "2 0 obj", "2 1 obj", "object 2 is not where it should be"],
    ["goes on", "(two)", "2 /T ", "object 2 has no end"],
    ["has no end", "(two)\nendobj", "(two)\nendonj", "object 2 has no end"],
  ])("has an object that %s", (_, from, to, message) => {
    expect(() => readPrintedPdf(replaced(file(), from, to)).resolve(2)).toThrow(message);
  });

  it("says at which byte", () => {
    const broken = replaced(file(), "(two)", "(two");
    const at = broken.indexOf("(two");
    expect(() => readPrintedPdf(replaced(file(), "(two)", "(two ")).resolve(2)).toThrow(`at byte ${at}`);
  });
});

it("reads a table of several sections and with other line ends", () => {
  const file = pdfFile([CATALOG, [2, "(two)"], [3, "(three)"]]);
  const text = file.toString("latin1");
  const [free, ...used] = text.slice(text.indexOf("0 4\n") + 4, text.indexOf("trailer")).match(/.{18} \n/g)!;
  const sections = `0 1\n${free}1 2\r\n${used[0]!.replace(" \n", "\r\n")}${used[1]}% comment\n7 1 \n${used[2]}`;
  const start = text.indexOf("xref\n");
  const rest = text.slice(text.indexOf("trailer")).replace("trailer\n", "trailer ");
  const pdf = readPrintedPdf(
    replaced(Buffer.from(`${text.slice(0, start)}xref\n${sections}${rest}`, "latin1"), "3 0 obj", "7 0 obj"),
  );
  expect([2, 3, 7].map(pdf.resolve)).toEqual(["(two)", undefined, "(three)"]);
});
