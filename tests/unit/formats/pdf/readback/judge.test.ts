import { describe, expect, it } from "vitest";
import type {
  PageText,
  RunText,
  TextPiece,
} from "../../../../../src/formats/pdf/readback/compare/run-text.js";
import { judgeRun } from "../../../../../src/formats/pdf/readback/judge.js";
import { NOTHING_FOUND } from "../../../../support/nothing-found.js";
import { line, printedPages } from "./printed.js";

const AREA = [10, 10, 190, 90] as const;

/** A document whose elements have the places `a.md:1:1`, `a.md:2:1` and so on. */
function document(texts: readonly string[], pages: readonly Partial<PageText>[]): RunText {
  const units = texts.map((text, index) => ({ source: `a.md:${index + 1}:1`, text }));
  return { units, pages: pages.map((page) => ({ area: AREA, pieces: [], margins: [], ...page })) };
}

const pieces = (...texts: string[]): TextPiece[] => texts.map((text, unit) => [unit, text, "text"]);

/** A running head: no text of the document. */
const head = (text: string): string => `BT /F 10 Tf 1 0 0 1 10 92 Tm (${text}) Tj ET`;

describe("a page that prints what went in", () => {
  it("has nothing to tell", () => {
    const text = document(["One two-three.", "Four"], [{ pieces: pieces("One two-three.", "Four") }]);
    const reading = judgeRun(
      text,
      printedPages([`${line("One two", 10, 60)} ${line("three.", 10, 48)} ${line("FOUR", 10, 36)}`]),
    );
    expect(reading).toEqual(NOTHING_FOUND);
  });

  it("may print it in another order", () => {
    const texts = ["The first paragraph", "A note", "a", "The second paragraph"];
    const text = document(texts, [{ pieces: pieces(...texts) }]);
    const content = [
      line("The second paragraph", 10, 60),
      line("The first paragraph", 10, 48),
      line("a"),
      line("A note"),
    ];
    expect(judgeRun(text, printedPages([content.join(" ")])).losses).toEqual([]);
  });

  it("may print words of any script from right to left", () => {
    const page = { pieces: pieces("1.", "Why?", "(see)") };
    const printed = [`${line(".1", 10, 60)} ${line("?Why", 10, 48)} ${line("(see", 10, 36)} ${line(")")}`];
    const losses = (isRightToLeft: boolean) =>
      judgeRun(document(["1.", "Why?", "(see)"], [{ ...page, isRightToLeft }]), printedPages(printed)).losses;
    expect(losses(true)).toEqual([]);
    expect(losses(false)).toHaveLength(1);
  });

  it("may print a mark whose origin is just outside of a box", () => {
    const text = document(["A"], [{ pieces: pieces("A") }]);
    const losses = (y: number) =>
      judgeRun(text, printedPages([`10 48 100 12 re W n 0 Tz ${line("A", 20, y)}`])).losses;
    expect(losses(45.5)).toEqual([]);
    expect(losses(20)).toHaveLength(1);
  });

  it("may print it on the page before", () => {
    const text = document(["Wandering words"], [{}, { pieces: pieces("Wandering words") }]);
    expect(judgeRun(text, printedPages([line("Wandering words"), ""])).losses).toEqual([]);
  });

  it("may print it as often as it likes", () => {
    const text = document(
      ["Twice told"],
      [{ pieces: pieces("Twice told") }, { pieces: pieces("Twice told") }],
    );
    expect(judgeRun(text, printedPages([line("Twice told"), line("Twice told")])).losses).toEqual([]);
    expect(judgeRun(text, printedPages([line("Twice told"), line("Twice told", 10, 200)])).losses).toEqual(
      [],
    );
  });
});

describe("text is where it seemed to stand", () => {
  const isAsForecast = (contents: string[]) =>
    judgeRun(
      document(["A text", "What follows"], [{ pieces: pieces("A text", "What follows") }, {}]),
      printedPages(contents),
    ).isAsForecast;

  it("however it is printed on its page", () => {
    expect(isAsForecast([line("A text") + line("What follows"), ""])).toBe(true);
    expect(isAsForecast([line("What follows") + line("A text"), ""])).toBe(true);
    expect(isAsForecast([head("A text") + line("What follows"), ""])).toBe(true);
  });

  it("but not when it is on the page beside", () => {
    expect(isAsForecast([line("A text"), line("What follows")])).toBe(false);
    expect(isAsForecast([line("A text"), head("What follows")])).toBe(false);
    expect(isAsForecast([line("A text"), ""])).toBe(false);
  });
});

describe("texts that are printed over each other", () => {
  const long = "A text that is longer than its box";
  const overprints = (contents: string[], texts: readonly string[] = [long, "What follows it"]) =>
    judgeRun(document(texts, [{ pieces: pieces(...texts) }]), printedPages(contents)).overprints;

  it("are told with both of them", () => {
    const told = { source: "a.md:1:1", text: long, other: "What follows it", page: 0 };
    expect(overprints([line(long) + line("What follows it")])).toEqual([told]);
    expect(overprints([line(long) + line("What follows it", 22, 52)])).toEqual([told]);
    expect(overprints([line("What follows it", 30, 49) + line(long)])).toEqual([told]);
  });

  it("are none when lines are close, or a few letters touch", () => {
    expect(overprints([line(long) + line("What follows it", 10, 43)])).toEqual([]);
    expect(overprints([line(long, 10, 50) + line("What follows it", 175, 50)])).toEqual([]);
    expect(overprints([line(long) + line("What", 10, 50)], [long, "What"])).toEqual([]);
  });

  it("are none in one block", () => {
    const units = [long, "What follows it"].map((text) => ({ source: "a.md:1:1", text }));
    const page = { area: AREA, pieces: pieces(long, "What follows it"), margins: [] };
    const printed = printedPages([line(long) + line("What follows it")]);
    expect(judgeRun({ units, pages: [page] }, printed).overprints).toEqual([]);
  });
});

it("does not give a word that is lost the letters of another one", () => {
  const texts = ["Operator", "The words", "Non-operator symbols", "The end"];
  const text = document(texts, [{ pieces: pieces(...texts) }]);
  const printed = texts.slice(1).map((each, index) => line(each, 10, 80 - 12 * index));
  expect(judgeRun(text, printedPages([printed.join(" ")])).losses).toMatchObject([{ text: "Operator" }]);
});

it("lets heads of tables that are no text of the document take letters of their own", () => {
  const repeated: TextPiece = [0, "Operator", "repeated"];
  const text = document(
    ["Operator", "Non-operator symbols"],
    [{ pieces: [[0, "Operator", "text"]] }, { pieces: [repeated, [1, "Non-operator symbols", "text"]] }],
  );
  const pages = printedPages([line("Operator"), `${head("Operator")} ${line("Non-operator symbols")}`]);
  expect(judgeRun(text, pages).losses).toEqual([]);
});

describe("text that is lost", () => {
  it("is told once for a block, with its words and how many they are", () => {
    const text = document(
      ["One two three four five six"],
      [{ pieces: pieces("One two three four five six") }],
    );
    expect(judgeRun(text, printedPages([`${line("One two", 10, 60)} ${line("five six")}`])).losses).toEqual([
      { source: "a.md:1:1", text: "three four", words: 2, cause: "gone" },
    ]);
  });

  it("is told when the layout has dropped it", () => {
    const text = document(
      ["One two three four"],
      [{ pieces: pieces("One two") }, { pieces: pieces("four") }],
    );
    expect(judgeRun(text, printedPages([line("One two"), line("four")])).losses).toMatchObject([
      { text: "three" },
    ]);
  });

  it("is one message for blocks of which nothing is left, one after another", () => {
    const texts = ["Kept", "Lost one", "Lost two", "Kept too", "Lost three"];
    const text = document(texts, [{ pieces: pieces(...texts) }]);
    expect(
      judgeRun(text, printedPages([`${line("Kept")} ${line("Kept too", 10, 30)}`])).losses,
    ).toMatchObject([
      { source: "a.md:2:1", text: "Lost one Lost two", words: 4 },
      { source: "a.md:5:1", text: "Lost three" },
    ]);
  });

  it("is not made up for by a running head or a repeated head of a table", () => {
    const inText = document(
      ["Chapter", "Name"],
      [{ pieces: [...pieces("Chapter", "Name"), [1, "Name", "repeated"]], margins: ["Chapter"] }],
    );
    const content = `${head("Chapter")} ${line("Name")}`;
    expect(judgeRun(inText, printedPages([content])).losses).toMatchObject([{ text: "Chapter" }]);
    const repeated = document(
      ["Name", "Lost"],
      [
        {
          pieces: [
            [0, "Name", "text"],
            [0, "Name", "repeated"],
            [1, "Name", "text"],
          ],
        },
      ],
    );
    expect(
      judgeRun(repeated, printedPages([`${line("Name")} ${line("Name", 10, 20)}`])).losses,
    ).toMatchObject([{ text: "Lost" }]);
  });

  it("has the place of what is before it when it has none of its own", () => {
    const text = document(["Kept", "Lost"], [{ pieces: pieces("Kept", "Lost") }]);
    const units = [text.units[0]!, { source: "", text: "Lost" }];
    expect(judgeRun({ ...text, units }, printedPages([line("Kept")])).losses).toMatchObject([
      { source: "a.md:1:1" },
    ]);
  });

  it("is told by its cause", () => {
    const causeOf = (content: string, kind: TextPiece[2] = "text") =>
      judgeRun(document(["Gone"], [{ pieces: [[0, "Gone", kind]] }]), printedPages([content])).losses[0]
        ?.cause;
    expect(causeOf("")).toBe("gone");
    expect(causeOf("", "hidden")).toBe("hidden");
    expect(causeOf(`1 g ${line("Gone")}`)).toBe("faint");
    expect(causeOf(`${line("Gone")} .5 g 0 0 200 100 re f`)).toBe("covered");
  });
});

describe("what style sheets and lists write", () => {
  const written: TextPiece[] = [
    [0, "First", "text"],
    [1, "1.", "generated"],
    [2, "Note", "generated"],
  ];
  const text = document(["First", "1.", "Note"], [{ pieces: written, margins: ["Head"] }]);

  it("is found beside the text of the document", () => {
    const content = `${head("Head")} ${head("1.")} ${line("First")} ${head("Note")}`;
    expect(judgeRun(text, printedPages([content])).losses).toEqual([]);
  });

  it("is told when it is not there", () => {
    expect(judgeRun(text, printedPages([`${head("Head")} ${head("1.")} ${line("First")}`])).losses).toEqual([
      { source: "a.md:3:1", text: "Note", words: 1, cause: "generated" },
    ]);
  });
});

describe("text that can be read, but not as it should be", () => {
  it("is told once for a block, and for a table, that sticks out of the type area", () => {
    const text = document(["A line that is wide"], [{ pieces: pieces("A line that is wide") }]);
    const { overfull } = judgeRun(text, printedPages([line("A line that is wide", 100)]));
    expect(overfull).toMatchObject([{ source: "a.md:1:1", text: "e", page: 0 }]);
    expect(overfull[0]!.by).toBeCloseTo(5);
    const cells = document(
      ["A line that is wide", "It is wider"],
      [{ pieces: pieces("A line that is wide", "It is wider") }],
    );
    const table = { ...cells, units: cells.units.map((unit) => ({ ...unit, table: "a.md:1:1" })) };
    const lines = [`${line("A line that is wide", 100, 60)} ${line("It is wider", 143, 40)}`];
    expect(judgeRun(cells, printedPages(lines)).overfull).toHaveLength(2);
    expect(judgeRun(table, printedPages(lines)).overfull).toMatchObject([{ source: "a.md:2:1" }]);
    const quote = document(["A word」"], [{ pieces: pieces("A word」") }]);
    const strays = (x: number) => judgeRun(quote, printedPages([line("A word\\002", x)])).overfull.length;
    expect([157, 163].map(strays)).toEqual([0, 1]);
  });

  it.each(["I", "“I", "¿¡I", "I’"])(
    "is not what a dropped initial does at the foot or the side of a page: %s",
    (initial) => {
      const text = document([`${initial}nset`], [{ pieces: pieces(`${initial}nset`) }]);
      const content = `BT /P <</MCID 0>> BDC /F 30 Tf 1 0 0 1 6 2 Tm (${initial}) Tj /F 10 Tf 1 0 0 1 75 12 Tm (nset) Tj EMC ET`;
      expect(judgeRun(text, printedPages([content])).overfull).toEqual([]);
    },
  );

  it("is not the white half of a Chinese or Japanese bracket at the end of a line", () => {
    const text = document(["ab」"], [{ pieces: pieces("ab」") }]);
    const overfull = (x: number) => judgeRun(text, printedPages([line("ab\x02", x)])).overfull;
    expect(overfull(190 - 15 + 2.5)).toEqual([]);
    expect(overfull(190 - 15 + 4)).toMatchObject([{ text: "」" }]);
  });

  it("is told of two large letters beside the edge", () => {
    const text = document(["HInset"], [{ pieces: pieces("HInset") }]);
    const content = `BT /P <</MCID 0>> BDC /F 30 Tf 1 0 0 1 6 20 Tm (HI) Tj /F 10 Tf 1 0 0 1 60 20 Tm (nset) Tj EMC ET`;
    expect(judgeRun(text, printedPages([content])).overfull).toMatchObject([{ text: "H" }]);
  });

  it("is told when the paper cuts it", () => {
    const text = document(["Edge"], [{ pieces: pieces("Edge") }]);
    const { cuts, losses } = judgeRun(text, printedPages([line("Edge", 10, -2)]));
    expect([cuts, losses]).toMatchObject([[{ source: "a.md:1:1", text: "Edge" }], []]);
  });

  it("is lost or cut where the bleed will be cut off", () => {
    const text = document(["Edge"], [{ pieces: pieces("Edge") }]);
    const judged = (y: number) => judgeRun(text, printedPages([line("Edge", 20, y)], [], 9));
    expect(judged(-2).losses).toMatchObject([{ text: "Edge" }]);
    expect(judged(7)).toMatchObject({ cuts: [{ text: "Edge" }], losses: [] });
    expect(judged(20)).toMatchObject({ cuts: [], losses: [] });
  });

  it("is told for a running head that is not whole, once for all pages", () => {
    const text = document(
      [],
      [{ margins: ["A long head"] }, { margins: ["A long head"] }, { margins: ["Short"] }],
    );
    const pages = printedPages([head("A long"), head("A long"), head("Short")]);
    expect(judgeRun(text, pages).margins).toEqual([{ text: "A long head", page: 0, isShortened: false }]);
  });

  it("is not told for the running head of a heading that an ellipsis shortens", () => {
    const margin = (title: string, printed: string, texts = [title]) =>
      judgeRun(document(texts, [{ margins: [title] }]), printedPages([head(printed)])).margins;
    const title = "A long heading that goes on and on";
    expect(margin(title, "A long heading that goes...")).toEqual([]);
    expect(
      margin(title, "A long heading that goes...", ["A heading that on and on", "goes", "long"]),
    ).toEqual([]);
    expect(margin(title, "A long heading that goes")).toHaveLength(1);
    expect(margin(title, "heading that goes on and on...")).toHaveLength(1);
    expect(margin(title, "A long heading that goes...", ["Something else"])).toHaveLength(1);
  });

  it("is told for letters that no font has", () => {
    const text = document(["ab"], [{ pieces: pieces("ab") }]);
    const box =
      "/P <</MCID 0>> BDC BT /F 10 Tf 10 50 Td (a) Tj /Span <</ActualText (b)>> BDC <00> Tj EMC ET EMC";
    expect(judgeRun(text, printedPages([box])).missing).toEqual([{ source: "a.md:1:1", text: "b", page: 0 }]);
  });
});
