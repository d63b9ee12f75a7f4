import { describe, expect, it } from "vitest";
import { dialectOf } from "../../../src/read/find-dialect.js";

const TEXTS = ["notes/Moon.md", "a.md"];

describe("the dialect of a text that nobody has named", () => {
  it.each([
    "See [[Moon]].",
    "- **a**: ![[moon.png]]",
    "`a` and [[#Ebb]]",
    "```\ncode\n```\n\n[[Moon|it]]",
    "[[Sun]] and [[Moon#Part|it]]",
  ])("is Obsidian's when it has its links: %s", (text) => {
    expect(dialectOf("a.md", text, TEXTS)).toBe("obsidian");
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
    expect(dialectOf("a.md", text, TEXTS)).toBe("markdown");
  });

  it.each(["```{note}\nx\n```", ":::{figure} a.png\n:::"])(
    "is MyST's when it has a directive: %s",
    (text) => {
      expect(dialectOf("a.md", text, TEXTS)).toBe("myst");
    },
  );

  it.each(["```{python}\nx\n```", "```{r, echo=FALSE}\n```", "::: {note}\n:::"])(
    "is not MyST's for %s",
    (text) => {
      expect(dialectOf("a.md", text, TEXTS)).toBe("markdown");
    },
  );

  it("is Docusaurus's for a file of MDX", () => {
    expect(dialectOf("a.mdx", "x", TEXTS)).toBe("docusaurus");
  });
});
