/** Which chapters are numbered, and what a title that says its number becomes. */
import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { composeText } from "./compose-text.js";

function labels(...titles: readonly string[]): (string | undefined)[] {
  const sections = Object.fromEntries(
    titles.map((title, index) => [`chapter:${index}`, `# ${title}\n\nText.\n`]),
  );
  return composeText({ sections }).book.sections.map(({ label }) => label);
}

describe("numbers of chapters", () => {
  it.each(["{.unnumbered}", "{-}", "{#late .unnumbered .unlisted}"])(
    "pass over a chapter with %s",
    (list) => {
      expect(labels("Ebb", `Interlude ${list}`, "Flood")).toEqual(["1", undefined, "2"]);
    },
  );

  it.each([
    "Chapter 2: The Barn",
    "CHAPTER IV",
    "Chapter Twenty-One",
    "2. The Barn",
    "3 – The Barn",
    "第2章 納屋",
  ])("are not written before %s, which counts as one", (title) => {
    expect(labels("Ebb", title, "Flood")).toEqual(["1", undefined, "3"]);
  });

  it.each(["1984", "12 Angry Men", "Chapters of Life", "I Remember", "第二の海"])(
    "are written before %s",
    (title) => {
      expect(labels(title)).toEqual(["1"]);
    },
  );

  it("are written nowhere when most titles say their own", () => {
    expect(labels("Introduction", "Chapter 1: Ebb", "Chapter 2: Flood")).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it("a heading that is unlisted is in the text and not in the contents", () => {
  const { book, html } = composeText({
    sections: { "chapter:1": "# Ebb\n\n## Pools {.unlisted}\n\n## Mud\n" },
  });
  expect(book.contents[0]?.children.map(({ title }) => title)).toEqual(["Mud"]);
  expect(html()).toContain("Pools");
});

it("examples are counted through the book, and called by their numbers before and after them", () => {
  const { book } = composeText({
    sections: {
      "chapter:1": "# Ebb\n\nSee (@flood) and @salt.\n\n(@) Low.\n(@salt) Salt.\n",
      "chapter:2": "# Flood\n\n(@flood) High.[^1]\n\n[^1]: As (@salt) says.\n",
    },
  });
  const [first, second] = book.sections;
  const shown = (nodes: readonly unknown[]) => toHtml({ type: "root", children: nodes as ElementContent[] });
  expect(shown(first!.bodies[0]!.tree.children)).toContain("See (3) and 2.");
  expect(shown(second!.bodies[0]!.tree.children)).toContain('start="3"');
  expect(shown(second!.notes[0]!.children)).toContain("As (2) says.");
});
