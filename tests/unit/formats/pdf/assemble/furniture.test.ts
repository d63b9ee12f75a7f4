import { describe, expect, it } from "vitest";
import { withFurniture } from "../../../../../src/formats/pdf/assemble/furniture.js";
import { pageDicts } from "../../../../../src/formats/pdf/assemble/reader/pages.js";
import { readPrintedPdf } from "../../../../../src/formats/pdf/assemble/reader/printed-pdf.js";
import { isStream } from "../../../../../src/formats/pdf/assemble/reader/values.js";
import { type Objects, pdfFile, stream } from "./reader/pdf.js";

const page = (contents: string, more = "") => `<</Type /Page\n/Parent 2 0 R\n/Contents ${contents}${more}>>`;

/** Pages with text, and behind them two with margins; the objects given replace its own, or come after them. */
function printed(...objects: Objects) {
  const own: Objects = [
    [1, "<</Type /Catalog\n/Pages 2 0 R\n/Lang (en)>>"],
    [2, "<</Type /Pages\n/Kids [3 0 R 4 0 R 5 0 R 6 0 R 7 0 R]\n/MediaBox [0 0 300 400]\n/Resources 8 0 R>>"],
    [3, page("10 0 R")],
    [4, page("[11 0 R 12 0 R]", "\n/Resources <</XObject <</Im 13 0 R>>>>")],
    [5, page("10 0 R")],
    [6, page("14 0 R")],
    [7, page("15 0 R", "\n/MediaBox [0 0 310 410]")],
    [8, "<</ProcSet [/PDF]>>"],
    [10, stream("text")],
    [11, stream("q")],
    [12, stream("Q")],
    [13, stream("picture")],
    [14, stream("left head")],
    [15, stream("right head")],
  ];
  return readPrintedPdf(pdfFile([...new Map([...own, ...objects])]));
}

/** What is shown under the text of each page, and what stands in its streams. */
function dressed(of: readonly number[], ...objects: Objects) {
  const pdf = withFurniture(printed(...objects), of);
  if (!pdf) return undefined;
  const textOf = (object: Parameters<typeof pdf.resolve>[0]) => {
    const value = pdf.resolve(object);
    if (!isStream(value)) throw new Error("Not a stream");
    return { dict: value.dict, text: Buffer.from(value.data).toString("latin1") };
  };
  return pageDicts(pdf).map((dict) => {
    const objectsOf = pdf.dict(pdf.dict(dict.get("/Resources"))?.get("/XObject"));
    return {
      streams: (pdf.array(dict.get("/Contents")) ?? []).map((each) => textOf(each).text),
      form: textOf(objectsOf?.get("/Furniture")),
      objects: [...(objectsOf?.keys() ?? [])],
      resources: [...(pdf.dict(dict.get("/Resources"))?.keys() ?? [])],
    };
  });
}

describe("pages with their margins", () => {
  it("are those with text alone, each over what its margins say", () => {
    const pages = dressed([0, 1, 0])!;
    expect(pages.map(({ form }) => form.text)).toEqual(["left head", "right head", "left head"]);
    expect(pages.map(({ streams }) => streams.slice(1))).toEqual([["text"], ["q", "Q"], ["text"]]);
  });

  it("show margins as an artifact, before their text and apart from its state", () => {
    for (const { streams } of dressed([0, 1, 0])!)
      expect(streams[0]).toBe("/Artifact BMC\nq\n/Furniture Do\nQ\nEMC\n");
  });

  it("keep their own pictures and resources", () => {
    const [first, second] = dressed([0, 1, 0])!;
    expect(first).toMatchObject({ objects: ["/Furniture"], resources: ["/ProcSet", "/XObject"] });
    expect(second).toMatchObject({ objects: ["/Im", "/Furniture"], resources: ["/XObject"] });
  });

  it("have forms of the size and with the resources of the pages that they were", () => {
    const [first, second] = dressed([0, 1, 0])!;
    expect(first!.form.dict.get("/Subtype")).toBe("/Form");
    expect(first!.form.dict.get("/BBox")).toEqual(["0", "0", "300", "400"]);
    expect(second!.form.dict.get("/BBox")).toEqual(["0", "0", "310", "410"]);
  });

  it("may be empty", () => {
    const pages = dressed([0, 1, 0], [3, "<</Type /Page\n/Parent 2 0 R>>"])!;
    expect(pages[0]!.streams).toHaveLength(1);
  });
});

describe("pages that do not match", () => {
  it.each([[[0, 1]], [[0, 0, 0]], [[0, 1, 2]], [[0, 0, 1, 1]]])("are none, when margins are for %j", (of) => {
    expect(dressed(of)).toBeUndefined();
  });

  it("are refused when margins are in several parts", () => {
    expect(() => dressed([0, 1, 0], [6, page("[14 0 R 15 0 R]")])).toThrow("in several parts");
  });
});
