import { describe, expect, it } from "vitest";
import { prepareRun } from "../../../../../src/formats/pdf/assemble/prepare-run.js";
import { MARK, objectTexts } from "../../../../../src/formats/pdf/assemble/prepared-run.js";
import { readPrintedPdf } from "../../../../../src/formats/pdf/assemble/reader/printed-pdf.js";
import { type Objects, pdfFile, stream } from "./reader/pdf.js";

const PAGE = "<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 300 400]\n/Contents 4 0 R>>";

/** A document of one page; the objects given replace its own, or come after them. */
function prepared(objects: Objects, catalog = "") {
  const own: Objects = [
    [1, `<</Type /Catalog\n/Pages 2 0 R\n${catalog}>>`],
    [2, "<</Type /Pages\n/Kids [3 0 R]\n/Count 1>>"],
    [3, PAGE],
    [4, stream("BT ET")],
  ];
  return prepareRun(readPrintedPdf(pdfFile([...new Map([...own, ...objects])])));
}

const reference = (number: number) => `${MARK.reference}${number}`;

describe("pages of a run that is prepared", () => {
  it("take what they do not have themselves from above", () => {
    const { outline } = prepared([
      [2, "<</Type /Pages\n/Kids [5 0 R]\n/MediaBox [0 0 9 9]\n/Resources 6 0 R>>"],
      [5, "<</Type /Pages\n/Parent 2 0 R\n/Kids [3 0 R]\n/MediaBox [300 -10 0 390.5]>>"],
      [3, "<</Type /Page\n/Parent 5 0 R\n/Contents [4 0 R 7 0 R]\n/Rotate 0>>"],
      [6, "<</Font <</F1 8 0 R>>\n/ProcSet [/PDF]>>"],
      [7, stream("Q")],
      [8, "<</Type /Font>>"],
    ]);
    expect(outline.pages).toEqual([
      {
        mediaBox: [0, -10, 300, 390.5],
        contents: [2, 3],
        resources: "/ProcSet [/PDF]",
        fonts: `/F1 ${reference(4)}`,
        entries: "/Type /Page\n/Rotate 0",
      },
    ]);
  });

  it("come in order, and before everything else", () => {
    const { body, streams, outline } = prepared([
      [2, "<</Type /Pages\n/Kids [5 0 R 3 0 R]>>"],
      [5, PAGE.replace("4 0 R", "6 0 R")],
      [6, stream("first")],
    ]);
    expect(outline.pages.map(({ contents }) => contents)).toEqual([[3], [4]]);
    expect(streams.map(([number, data]) => [number, Buffer.from(data).toString()])).toEqual([
      [3, "first"],
      [4, "BT ET"],
    ]);
    expect(body.toString("latin1")).toBe([...["", "", "<<", "<<"], ""].join(MARK.end));
  });

  it.each([
    ["[8 0 R]", "has no page"],
    ["[4 0 R]", "must have a dictionary"],
    ["[1 0 R]", "a page tree with something else in it"],
    [`[${PAGE}]`, "a page tree with something else in it"],
  ])("are not lost when the page tree is %j", (kids, message) => {
    expect(() => prepared([[2, `<</Type /Pages\n/Kids ${kids}>>`]])).toThrow(message);
  });
});

describe("objects of a run that is prepared", () => {
  const withAnnotations = (annotations: string, objects: Objects = [], catalog = "") =>
    prepared([[3, PAGE.replace(">>", `\n/Annots [${annotations}]>>`)], ...objects], catalog);

  it("are those that pages lead to, once each, and null where there is none", () => {
    const run = withAnnotations("5 0 R 5 0 R 9 0 R", [
      [5, "<</Subtype /Text\n/P 3 0 R\n/Popup 5 0 R\n/F +04.50>>"],
      [6, "(nobody asks)"],
    ]);
    expect(run.outline.pages[0]?.entries).toBe(
      `/Type /Page\n/Annots [${reference(3)} ${reference(3)} ${reference(4)}]`,
    );
    expect(objectTexts(run).slice(2)).toEqual([
      `<</Subtype /Text\n/P ${reference(1)}\n/Popup ${reference(3)}\n/F 4.5>>`,
      "null",
    ]);
  });

  it("have no mark that was in the file", () => {
    const run = withAnnotations(
      "<</Subtype /Text\n/Contents (\0\x01\x02\x03\x04\x05)\n/N\x01 <0\x001>\n/StructParent 7>>",
    );
    expect(objectTexts(run)[2]).toBe(
      `<</Subtype /Text\n/Contents <000102030405>\n/N#01 <01>\n/StructParent ${MARK.parentKey}7>>`,
    );
  });

  it("lead to ids, wherever these are named", () => {
    const run = withAnnotations(
      [
        "<</Subtype /Link\n/A <</S /URI\n/URI (https://colophon.invalid/#caf%C3%A9)>>>>",
        "<</Subtype /Link\n/Dest 5 0 R>>",
        "<</Subtype /Link\n/Dest /b#25c3#25A9>>",
        "<</Subtype /Link\n/A <</S /URI\n/URI (https://example.org/\\(a\\))>>>>",
      ].join(" "),
      [
        [5, "<FEFF00E9>"],
        [6, "<</a [3 0 R /XYZ 0 .5 0]\n/b#25c3#25A9 <</D [3 0 R /Fit]>>\n/gone null>>"],
        [7, "<</Kids [<</Names [(c\\050) 8 0 R]>>]>>"],
        [8, "[3 0 R /FitH 10]"],
      ],
      "/Dests 6 0 R\n/Names <</Dests 7 0 R>>",
    );
    expect(run.outline.targets).toEqual(["café", "é", "bé"]);
    expect(objectTexts(run).at(-1)).toContain("(https://example.org/\\(a\\))");
    expect(run.outline.destinations).toEqual([
      ["a", `[${reference(1)} /XYZ 0 0.5 0]`],
      ["bé", `[${reference(1)} /Fit]`],
      ["c(", `[${reference(1)} /FitH 10]`],
    ]);
  });

  it("have the same digest in two runs when all that they lead to is the same", () => {
    const digests = (font: string, data: string) => {
      const page = PAGE.replace(">>", "\n/Resources <</Font <</F1 5 0 R>>>>>>");
      const run = prepared([
        [3, page],
        [5, "<</FontFile 6 0 R>>"],
        [6, stream(data, font)],
      ]);
      return new Map(run.outline.digests);
    };
    const own = digests("/Length 3", "abc");
    expect([...own.keys()].sort()).toEqual([2, 3, 4]);
    expect(digests("/Length 3", "abc")).toEqual(own);
    const other = digests("/Length 3", "abd");
    expect([2, 3, 4].map((number) => other.get(number) === own.get(number))).toEqual([true, false, false]);
  });
});

describe("the structure of a run that is prepared", () => {
  const CATALOG = "/StructTreeRoot 5 0 R";

  it("hangs under the Document of the book", () => {
    const run = prepared(
      [
        [5, "<</Type /StructTreeRoot\n/K 6 0 R\n/ParentTree 9 0 R\n/RoleMap <</Mark#20 /Span>>>>"],
        [6, "<</S /Document\n/Lang (fr)\n/P 5 0 R\n/K [7 0 R 8 0 R]>>"],
        [7, "<</S /TH\n/P 6 0 R\n/ID (head)\n/Pg 3 0 R\n/K 0>>"],
        [8, "<</S /TD\n/P 6 0 R\n/Lang (en)\n/A <</Headers [<68656164>]>>>>"],
        [9, "<</Kids [<</Nums [0 [7 0 R null]]>> <</Nums [5 8 0 R]>>]>>"],
      ],
      CATALOG,
    );
    const { elements, language, parents, identified, roleMap } = run.outline;
    expect({ elements, language, parents, identified, roleMap }).toEqual({
      elements: [3, 4],
      language: "(fr)",
      parents: [
        [0, 5],
        [5, 4],
      ],
      identified: [3],
      roleMap: [["Mark ", "/Span"]],
    });
    expect(objectTexts(run).slice(2)).toEqual([
      `<</S /TH\n/Pg ${reference(1)}\n/K 0\n/ID ${MARK.identifier}1\n/P ${reference(0)}\n${MARK.language}>>`,
      `<</S /TD\n/Lang (en)\n/A <</Headers [${MARK.identifier}1]>>\n/P ${reference(0)}>>`,
      `[${reference(3)} null]`,
    ]);
  });

  it("has a Part where a Document has content of its own", () => {
    const run = prepared(
      [
        [5, "<</Type /StructTreeRoot\n/K [6 0 R]>>"],
        [6, "<</S /Document\n/P 5 0 R\n/K [7 0 R 3]>>"],
        [7, "<</S /P\n/P 6 0 R>>"],
      ],
      CATALOG,
    );
    expect(run.outline.elements).toEqual([3]);
    expect(objectTexts(run).slice(2)).toEqual([
      `<</S /Part\n/K [${reference(4)} 3]\n/P ${reference(0)}\n${MARK.language}>>`,
      `<</S /P\n/P ${reference(3)}>>`,
    ]);
  });
});
