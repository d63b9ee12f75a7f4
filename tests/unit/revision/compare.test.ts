/** What has changed between two texts: nothing is lost, and little is said. */
import fc from "fast-check";
import type { Element, Root } from "hast";
import { describe, expect, test } from "vitest";
import { blocksOf } from "../../../src/revision/blocks.js";
import { compareBlocks, compareWords } from "../../../src/revision/compare.js";
import { common } from "../../../src/revision/diff.js";
import { markWords } from "../../../src/revision/mark.js";

const words = fc.array(fc.constantFrom("a ", "b ", "c ", "d\n"), { maxLength: 14 });
const paragraph = (text: string): Element => ({
  type: "element",
  tagName: "p",
  properties: {},
  children: [{ type: "text", value: text }],
});
const p = (text: string) => ({ kind: "p", text });

describe("what two lists have in common", () => {
  test("is in both, in order, and as long as it can be", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pairs = common(before, after);
        for (const [index, [one, other]] of pairs.entries()) {
          expect(before[one]).toBe(after[other]);
          if (index > 0) expect(pairs[index - 1]![0] < one && pairs[index - 1]![1] < other).toBe(true);
        }
        expect(pairs).toHaveLength(longest(before, after));
      }),
    );
  });
});

/** By the table of all beginnings. */
function longest(before: readonly string[], after: readonly string[]): number {
  const table = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let x = 1; x <= before.length; x += 1) {
    for (let y = 1; y <= after.length; y += 1) {
      table[x]![y] =
        before[x - 1] === after[y - 1]
          ? table[x - 1]![y - 1]! + 1
          : Math.max(table[x - 1]![y]!, table[x]![y - 1]!);
    }
  }
  return table[before.length]![after.length]!;
}

test("words that are kept and gone are the text before, kept and new the text now", () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(""), other.join("")];
      const parts = compareWords(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ text }) => text)
          .join("");
      expect(without("gone")).toBe(after);
      expect(without("new").split(/\s+/)).toEqual(before.split(/\s+/));
    }),
  );
});

test("a block that has changed is known by its words, one of another kind is new", () => {
  const issued = [p("The tide comes in at noon."), p("Nobody rings."), p("The end.")];
  const now = [
    p("The tide comes in at one."),
    { kind: "h2", text: "Nobody rings." },
    p("The end."),
    p("More."),
  ];
  expect(compareBlocks(issued, now)).toEqual({
    was: [0, undefined, 2, undefined],
    gone: [{ block: 1, before: 1 }],
  });
});

test("a cue goes with what is spoken", () => {
  const cue = { kind: "character", text: "MARA" };
  const said = (text: string) => ({ kind: "dialogue", text });
  const issued = [cue, said("Yes."), p("Rain."), cue, said("No.")];
  const now = [cue, said("Yes."), cue, said("Perhaps."), p("Rain."), cue, said("No.")];
  expect(compareBlocks(issued, now).was).toEqual([0, 1, undefined, undefined, 2, 3, 4]);
});

test("a redline shows what has changed in notes, and what a note said that is gone in the one before it", () => {
  const note = (text: string) => ({
    children: [paragraph(text)],
    location: { file: "a.md", line: 1, column: 1 },
  });
  const tree: Root = { type: "root", children: [paragraph("The tide.")] };
  const notes = new Map([["a", note("At one.")]]);
  const n = (text: string) => ({ kind: "note", text });
  markWords({ tree, notes }, [p("The tide."), n("At noon."), n("White.")]);
  expect(JSON.stringify(tree)).not.toMatch(/ins|del/);
  const said = JSON.stringify(notes.get("a")!.children);
  for (const word of ["one.", "noon.", "White."]) expect(said).toContain(word);
});

describe("a redline", () => {
  const marked = (issued: string, now: string): string => {
    const tree: Root = { type: "root", children: [paragraph(now)] };
    markWords({ tree, notes: new Map() }, [p(issued)]);
    return tree.children.map((each) => shown(each as Element)).join("");
  };
  const shown = ({ tagName, children }: Element): string => {
    const inner = children
      .map((child) => (child.type === "text" ? child.value : shown(child as Element)))
      .join("");
    return tagName === "ins" ? `{+${inner}+}` : tagName === "del" ? `{-${inner}-}` : inner;
  };

  test("shows words that are put in and taken out in their places", () => {
    expect(marked("The tide is in at noon.", "The tide was in at noon today.")).toBe(
      "The tide {-is -}{+was +}in at {-noon.-}{+noon today.+}",
    );
  });

  test("shows a block that is gone before the one that stands there now", () => {
    expect(marked("Nobody rings.", "Over.")).toBe("{-Nobody rings.-}{+Over.+}");
  });

  test("has all words of both, whatever the text is made of", () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join("").trim(), other.join("").trim()];
        fc.pre(before !== "" && after !== "");
        const text = marked(before, after);
        const without = (mark: RegExp) =>
          text
            .replace(mark, "")
            .replace(/\{[+-]|[+-]\}/g, " ")
            .split(/\s+/)
            .filter(Boolean);
        expect(without(/\{-[\s\S]*?-\}/g)).toEqual(after.split(/\s+/));
        expect(without(/\{\+[\s\S]*?\+\}/g)).toEqual(before.split(/\s+/));
      }),
    );
  });
});

test("blocks within blocks stand for themselves", () => {
  const item: Element = {
    type: "element",
    tagName: "li",
    properties: {},
    children: [{ type: "text", value: "One " }, paragraph("Two")],
  };
  const list: Element = { type: "element", tagName: "ul", properties: {}, children: [item] };
  expect(blocksOf({ type: "root", children: [list] }).map(({ kind, text }) => [kind, text])).toEqual([
    ["li", "One"],
    ["p", "Two"],
  ]);
});
