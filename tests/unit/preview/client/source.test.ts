import { describe, expect, it } from "vitest";
import { blockAtLine, followed } from "../../../../src/preview/client/source.js";
import { spreadsOf, spreadWith } from "../../../../src/preview/client/spreads.js";

const at = (...lines: number[]) => lines.map((line) => `one.md:${line}:1`);
/** Blocks on every other line, named by their words. */
const blocks = (...texts: string[]) =>
  texts.map((text, index) => ({ source: `one.md:${index * 2 + 1}:1`, text }));

describe("the place of a reader after an edit", () => {
  const before = blocks("a", "b", "c", "d");

  it("stays on its line when something changes after it", () => {
    expect(followed("one.md:3:1", before, blocks("a", "b", "new", "d"))).toBe("one.md:3:1");
  });

  it("moves with its words when blocks are put in before it", () => {
    expect(followed("one.md:7:1", before, blocks("a", "new", "b", "c", "d"))).toBe("one.md:9:1");
  });

  it("moves with its words when blocks are taken out before it", () => {
    expect(followed("one.md:7:1", before, blocks("a", "d"))).toBe("one.md:3:1");
  });

  it("stays on the block that is edited", () => {
    expect(followed("one.md:5:1", before, blocks("a", "b", "c and more", "d"))).toBe("one.md:5:1");
  });

  it("is found by its words between two edits", () => {
    expect(followed("one.md:5:1", before, blocks("new", "a", "other", "c", "newer", "last"))).toBe(
      "one.md:7:1",
    );
  });

  it("is what follows when its own block is gone", () => {
    expect(followed("one.md:5:1", before, blocks("a", "b", "d"))).toBe("one.md:5:1");
    expect(followed("one.md:7:1", before, blocks("a", "b", "c"))).toBe("one.md:5:1");
  });

  it("is unknown when its file is gone", () => {
    expect(followed("one.md:5:1", before, [{ source: "two.md:1:1", text: "a" }])).toBeUndefined();
  });
});

describe("the block of a line", () => {
  const blocks = [...at(3, 7, 12), "two.md:1:1"].map((source) => ({ source }));

  it("is the last one that begins at or before it", () => {
    expect(blockAtLine(blocks, "one.md", 7)?.source).toBe("one.md:7:1");
    expect(blockAtLine(blocks, "one.md", 11)?.source).toBe("one.md:7:1");
    expect(blockAtLine(blocks, "one.md", 99)?.source).toBe("one.md:12:1");
  });

  it("is the first one of the file for a line before all of them", () => {
    expect(blockAtLine(blocks, "one.md", 1)?.source).toBe("one.md:3:1");
  });

  it("is none in a file that is not shown", () => {
    expect(blockAtLine(blocks, "three.md", 1)).toBeUndefined();
  });
});

describe("spreads", () => {
  it("begin with a page alone on the right, then have a left and a right one", () => {
    expect(spreadsOf(4, "spreads", "ltr")).toEqual([
      [undefined, 0],
      [1, 2],
      [3, undefined],
    ]);
  });

  it("are turned round in a book that is read from right to left", () => {
    expect(spreadsOf(3, "spreads", "rtl")).toEqual([
      [0, undefined],
      [2, 1],
    ]);
  });

  it("are single pages when that is asked for", () => {
    expect(spreadsOf(2, "single", "ltr")).toEqual([[0], [1]]);
    expect(spreadWith(spreadsOf(9, "spreads", "ltr"), 4)).toBe(2);
  });
});
