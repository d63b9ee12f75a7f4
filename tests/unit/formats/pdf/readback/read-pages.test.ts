import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPrintedPdf } from "../../../../../src/formats/pdf/assemble/reader/printed-pdf.js";
import { HIDING, TRAIT } from "../../../../../src/formats/pdf/readback/glyph.js";
import { readPages } from "../../../../../src/formats/pdf/readback/read-pages.js";
import { stream } from "../assemble/reader/pdf.js";
import { line, printedPages } from "./printed.js";

type Printed = ReturnType<typeof printedPages>[number];

function textOf({ glyphs }: Printed, hiding: number): string {
  return glyphs.texts.filter((_, index) => glyphs.hidings[index] === hiding).join("");
}

function hasTrait({ glyphs }: Printed, trait: number): boolean[] {
  return glyphs.texts.map((_, index) => (glyphs.traits[index]! & trait) !== 0);
}

/** What can be seen of a page. */
function shown(content: string, objects: Parameters<typeof printedPages>[1] = []): string {
  return textOf(printedPages([content], objects)[0]!, HIDING.none);
}

describe("the letters of a page", () => {
  it("are those of its strings, where the text matrix puts them", () => {
    const [page] = printedPages([line("Hello", 20, 30)]);
    expect(textOf(page!, HIDING.none)).toBe("Hello");
    expect(page!.glyphs.box(0)).toMatchObject({ left: 20, bottom: 30, right: 25 });
    expect(page!.glyphs.box(4)).toMatchObject({ left: 40, right: 45 });
  });

  it("are moved by lines, spacing, scale, rise and adjustments", () => {
    const content = "BT /F 10 Tf 1 Tc 50 Tz 2 Ts 12 TL 10 80 Td [(a) -1000 (b)] TJ T* (c) Tj ET";
    const { glyphs } = printedPages([content])[0]!;
    expect(glyphs.box(0)).toMatchObject({ left: 10, bottom: 82, right: 12.5 });
    // Half of the width and of the spacing, and half of a whole em.
    expect(glyphs.box(1).left).toBe(18);
    expect(glyphs.box(2)).toMatchObject({ left: 10, bottom: 70 });
  });

  it("stand for what ActualText says, once for all glyphs of it", () => {
    const span = "/Span <</ActualText <FEFF00E9>>> BDC (ex) Tj EMC";
    expect(shown(`BT /F 10 Tf 10 50 Td (caf) Tj ${span} (!) Tj ET`)).toBe("café!");
  });

  it("stand for as many characters as ToUnicode says", () => {
    expect(shown("BT /F 10 Tf 10 50 Td (\\001re) Tj ET")).toBe("fire");
  });

  it("are turned where they are painted against their order", () => {
    const reversed = "BT 1 0 0 1 10 50 Tm /F 10 Tf /ReversedChars BMC (cba) Tj EMC ET";
    const goesOn = "BT 1 0 0 1 10 50 Tm 15 0 Td ( ) Tj ET";
    const next = "BT 1 0 0 1 60 50 Tm (123) Tj ET";
    expect(shown(`${reversed} ${goesOn} ${next}`)).toBe(" abc123");
  });

  it("are known for boxes where the font has none", () => {
    const [page] = printedPages(["BT /F 10 Tf 10 50 Td (a) Tj /Span <</ActualText (x)>> BDC <00> Tj EMC ET"]);
    expect(hasTrait(page!, TRAIT.missing)).toEqual([false, true]);
    expect(page!.glyphs.texts[1]).toBe("x");
  });

  it("are those of forms, too, where these are put", () => {
    const text = line("inside", 0, 0);
    const form = stream(text, `/Subtype /Form /BBox [0 0 12 20] /Length ${text.length}`);
    expect(shown("q 1 0 0 1 40 40 cm /X20 Do Q", [[20, form]])).toBe("in");
    expect(shown("q 1 0 0 1 400 40 cm /X20 Do Q", [[20, form]])).toBe("");
  });
});

it("reads what the browser prints", () => {
  const file = readFileSync(new URL("../assemble/fixtures/body.pdf", import.meta.url));
  const [page] = readPages(readPrintedPdf(file));
  expect(textOf(page!, HIDING.none)).toContain("Retour à la préface.");
});

describe("letters that cannot be seen", () => {
  const hidden = (content: string, hiding: number): string => textOf(printedPages([content])[0]!, hiding);

  it.each([
    ["left", -60, 50],
    ["right", 210, 50],
    ["below", 10, -20],
    ["above", 10, 101],
  ])("lie off the paper: %s", (_side, x, y) => {
    expect(hidden(line("words", x, y), HIDING.offPaper)).toBe("words");
  });

  it("lie outside of a clip, until the state is restored", () => {
    const content = `q 0 0 20 100 re W n ${line("abcd")} Q ${line("after", 10, 20)}`;
    expect(hidden(content, HIDING.clipped)).toBe("cd");
    expect(hidden(content, HIDING.none)).toBe("abafter");
  });

  it("lie outside of a clip that is no rectangle", () => {
    const triangle = "0 0 m 200 0 l 0 100 l h W n";
    expect(hidden(`${triangle} ${line("seen", 10, 20)} ${line("gone", 150, 80)}`, HIDING.clipped)).toBe(
      "gone",
    );
  });

  it("are in the invisible mode, or transparent", () => {
    expect(hidden(`3 Tr ${line("mode")}`, HIDING.invisible)).toBe("mode");
    expect(hidden(`/NONE gs ${line("alpha")}`, HIDING.invisible)).toBe("alpha");
    expect(hidden(`/GS gs ${line("half")}`, HIDING.none)).toBe("half");
  });

  it("have the colour of what they stand on", () => {
    expect(hidden(`1 1 1 rg ${line("white")}`, HIDING.invisible)).toBe("white");
    expect(hidden(`0 g 0 40 200 30 re f 1 g ${line("on black")}`, HIDING.none)).toBe("on black");
    expect(hidden(`.2 .2 .2 rg 0 40 200 30 re f ${line("the same")}`, HIDING.invisible)).toBe("the same");
  });

  it("lie under a later fill that is opaque and not thin", () => {
    const text = line("under");
    expect(hidden(`${text} .9 g 0 40 200 30 re f`, HIDING.covered)).toBe("under");
    expect(hidden(`${text} .9 g 0 45 m 200 45 l 200 60 l 0 60 l h f`, HIDING.covered)).toBe("under");
    expect(hidden(`.9 g 0 40 200 30 re f 0 g ${text}`, HIDING.covered)).toBe("");
    expect(hidden(`${text} /GS gs 0 40 200 30 re f`, HIDING.covered)).toBe("");
    expect(hidden(`${text} /MULTIPLY gs 0 40 200 30 re f`, HIDING.covered)).toBe("");
    expect(hidden(`${text} 0 52 200 1 re f`, HIDING.covered)).toBe("");
  });

  it("lie under an opaque image", () => {
    const [opaque, masked] = ["", "/SMask 22 0 R "].map((entry) =>
      stream("x", `/Subtype /Image ${entry}/Length 1`),
    );
    const content = (name: string) => `${line("under")} q 200 0 0 100 0 0 cm /${name} Do Q`;
    const covered = (name: string) =>
      textOf(
        printedPages(
          [content(name)],
          [
            [20, opaque!],
            [21, masked!],
            [22, "null"],
          ],
        )[0]!,
        HIDING.covered,
      );
    expect(covered("X20")).toBe("under");
    expect(covered("X21")).toBe("");
  });

  it("are told from those that are only cut", () => {
    const [page] = printedPages([`q 0 0 20 53 re W n ${line("ab")} Q`]);
    expect(hasTrait(page!, TRAIT.cut)).toEqual([true, true]);
    expect(textOf(page!, HIDING.none)).toBe("ab");
  });
});
