import { describe, expect, it } from "vitest";
import type { Dialect } from "../../../src/model/dialect.js";
import { dialectsOf } from "../../../src/read/find-dialect.js";

/** Of a text beside a note with the name “Moon”. */
function dialectOf(file: string, text: string): Dialect | undefined {
  return dialectsOf(
    new Map([
      ["notes/Moon.md", "# Moon"],
      [file, text],
    ]),
  ).get(file);
}

describe("the dialect of a text that nobody has named", () => {
  it.each([
    "See [[Moon]].",
    "- **a**: ![[moon.png]]",
    "`a` and [[#Ebb]]",
    "```\ncode\n```\n\n[[Moon|it]]",
    "[[Sun]] and [[Moon#Part|it]]",
  ])("is Obsidian's when it has its links: %s", (text) => {
    expect(dialectOf("a.md", text)).toBe("obsidian");
  });

  it.each([
    "Of R: x[[1]] and x[['a']].",
    "`[[Moon]]` is code",
    "```\n[[Moon]]\n```",
    "[[toc]]",
    "[[one](b.md)]",
    "[[a]](b.md)",
    "[[1]] 2 3",
    "if [[ -f x ]]; then",
    "Press [[Ctrl+C]], see [[Sun]]: no text has that name",
  ])("is plain Markdown otherwise: %s", (text) => {
    expect(dialectOf("a.md", text)).toBe("markdown");
  });

  it.each(["```{note}\nx\n```", ":::{figure} a.png\n:::"])(
    "is MyST's when it has a directive: %s",
    (text) => {
      expect(dialectOf("a.md", text)).toBe("myst");
    },
  );

  it.each(["```{python}\nx\n```", "```{r, echo=FALSE}\n```", "::: {note}\n:::"])(
    "is not MyST's for %s",
    (text) => {
      expect(dialectOf("a.md", text)).toBe("markdown");
    },
  );

  it("is Docusaurus's for a file of MDX", () => {
    expect(dialectOf("a.mdx", "x")).toBe("docusaurus");
  });

  it("is that of the texts beside it, when it says nothing itself and they agree", () => {
    const beside = { "Moon.md": "![[a.png]]", "Sun.md": "A star.", "b.mdx": "x" };
    expect(Object.fromEntries(dialectsOf(new Map(Object.entries(beside))))).toEqual({
      "Moon.md": "obsidian",
      "Sun.md": "obsidian",
      "b.mdx": "docusaurus",
    });
    const others = dialectsOf(new Map(Object.entries({ ...beside, "c.md": "```{note}\nSalt.\n```" })));
    expect(others.get("Sun.md")).toBe("markdown");
  });
});
