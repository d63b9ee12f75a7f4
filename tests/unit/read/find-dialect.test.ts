import { describe, expect, it } from "vitest";
import { dialectOf } from "../../../src/read/find-dialect.js";

describe("the dialect of a text that nobody has named", () => {
  it.each(["See [[Moon]].", "- **a**: ![[moon.png]]", "`a` and [[#Ebb]]", "```\ncode\n```\n\n[[Moon|it]]"])(
    "is Obsidian's when it has its links: %s",
    (text) => {
      expect(dialectOf("a.md", text)).toBe("obsidian");
    },
  );

  it.each([
    "Of R: x[[1]] and x[['a']].",
    "`[[Moon]]` is code",
    "```\n[[Moon]]\n```",
    "[[toc]]",
    "[[one](b.md)]",
    "[[a]](b.md)",
    "[[1]] 2 3",
    "if [[ -f x ]]; then",
  ])("is plain Markdown otherwise: %s", (text) => {
    expect(dialectOf("a.md", text)).toBe("markdown");
  });

  it("is Docusaurus's for a file of MDX", () => {
    expect(dialectOf("a.mdx", "x")).toBe("docusaurus");
  });
});
