/** What the table of contents shows of sections. */
import { expect, it } from "vitest";
import type { ContentsEntry } from "../../../src/model/book.js";
import { composeText, htmlOf } from "./compose-text.js";

const shown = (entries: readonly ContentsEntry[]): string[] =>
  entries.flatMap((entry) => [htmlOf(entry.inline), ...shown(entry.children)]);
const AT = { file: "publication.yaml", line: 1, column: 1 };

it("has the title that the publication gives, and the heading in the text where it gives none", () => {
  const { book, html } = composeText({
    sections: { chapter: "# The *long* title\n" },
    edition: {
      sections: [
        { role: "chapter", matter: "body", files: ["chapter.md"], title: "The short one", location: AT },
      ],
    },
  });
  expect(shown(book.contents)).toEqual(["The short one"]);
  expect(book.sections[0]!.title).toBe("The short one");
  expect(html()).toContain("The <em>long</em> title");
  expect(shown(composeText({ sections: { chapter: "# The *long* title\n" } }).book.contents)).toEqual([
    "The <em>long</em> title",
  ]);
});

it("leaves out the letters of an index that somebody wrote", () => {
  const { book } = composeText({
    sections: {
      chapter: "# One\n\n## A part of it\n",
      index: "# Index\n\n## A\n\nant, 3\n\n## B\n\nbee, 4\n",
    },
  });
  expect(shown(book.contents)).toEqual(["One", "A part of it", "Index"]);
});

it("nests the files of a section as deep as their list has them", () => {
  const { sectionOf } = composeText({
    sections: { chapter: "# One\n", "chapter:b": "# Two\n\n## Below\n", "chapter:c": "# Three\n" },
    edition: {
      sections: [
        {
          role: "chapter",
          matter: "body",
          files: ["chapter.md", "chapter-b.md", "chapter-c.md"],
          levels: [1, 2, 3],
          location: AT,
        },
      ],
    },
  });
  const headings = sectionOf("chapter").bodies.map(({ tree }) =>
    htmlOf(tree.children as never).match(/<h\d/g),
  );
  expect(headings).toEqual([["<h1"], ["<h2", "<h3"], ["<h3"]]);
});

it("knows a part by its title, so that a part before it changes no address", () => {
  const idsOf = (...titles: string[]) => {
    const sections = titles.map((_, part) => ({
      role: "chapter" as const,
      matter: "body" as const,
      files: [`chapter-${part}.md`],
      part,
      location: AT,
    }));
    const parts = titles.map((title) => ({ title, location: AT }));
    const { book } = composeText({ sections: { "chapter:0": "# One\n" }, edition: { parts, sections } });
    return book.sections.filter(({ role }) => role === "part").map(({ id }) => id);
  };
  expect(idsOf("L’été")).toEqual(["part-l-ete"]);
  expect(idsOf("Before", "L’été", "L’été")).toEqual(["part-before", "part-l-ete", "part-l-ete-2"]);
  expect(idsOf("第一部")).toEqual(["part"]);
});
