/** What stands before a chapter's heading, and headings that hold a picture. */
import { describe, expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const order = (html: string, ...words: string[]) => words.map((word) => html.indexOf(word));
const chapter = (text: string) => composeText({ sections: { chapter: text }, images: ["tick.png"] });

describe("what stands before the heading of a chapter", () => {
  it.each([
    ["words", "Welcome, reader.\n\n# Gardens\n\nText.\n", "Welcome"],
    ["a link back", "[Contents](#gardens)\n\n***\n\n# Gardens\n\nText.\n", "Contents"],
    ["a picture beside it", '<div align="center"><p>A logo</p>\n<h1>Gardens</h1></div>\n\nText.\n', "A logo"],
    ["a heading of a lower level", "Hello.\n\n## Gardens\n\nText.\n", "Hello"],
  ])("%s comes after it", (_, text, before) => {
    const { html, book } = chapter(text);
    const [heading, words, rest] = order(html(), "<h1", before, "Text.");
    expect(heading).toBeLessThan(words!);
    expect(words).toBeLessThan(rest!);
    expect(book.sections[0]?.title).toBe("Gardens");
  });

  it.each([
    ["a quotation", "> All is well.\n\n# Gardens\n\nText.\n"],
    ["a line in italics", "*All is well.*\n\n# Gardens\n\nText.\n"],
  ])("%s is an epigraph", (_, text) => {
    expect(chapter(text).html()).toMatch(/<\/h1>\s*<div class="epigraph">[\s\S]*All is well[\s\S]*<\/div>/);
  });

  it.each([
    ["a command of LaTeX", "\\newpage\n\n# Gardens\n\nText.\n"],
    ["a style", '<div style="page-break-after: always"></div>\n\n# Gardens\n\nText.\n'],
    ["two of them", "\\newpage\n\n\\clearpage\n\n# Gardens\n\nText.\n"],
  ])("an end of a page does not part the title from its text: %s", (_, text) => {
    expect(chapter(text).html()).not.toMatch(/page-break|break-after/);
  });

  it("an end of a page within the text stays", () => {
    expect(chapter("# Gardens\n\nText.\n\n\\newpage\n\nMore.\n").html()).toContain("page-break");
  });

  it("where it is the first of several of a lower level, the chapter has no title, and all stays in its place", () => {
    const { html, book } = chapter("Hello.\n\n## Tools\n\nText.\n\n## Beds\n\nMore.\n");
    const places = order(html(), "Hello.", "Tools</h2>", "Beds</h2>");
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(book.sections[0]?.title).toBe("Chapter");
  });

  it("with a title that the publication gives leaves a lower heading where it is", () => {
    const location = { file: "publication.yaml", line: 1, column: 1 };
    const sections = [
      { role: "chapter", matter: "body", files: ["chapter.md"], title: "Gardens", location },
    ] as const;
    const { html } = composeText({
      sections: { chapter: "Hello.\n\n## Tools\n\nText.\n" },
      edition: { sections },
    });
    const places = order(html(), "Gardens</h1>", "Hello.", "Tools</h2>");
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});

describe("a picture in a heading", () => {
  it("stays in it, and the contents have its words", () => {
    const { html, book } = chapter("# One\n\n## ![tick](tick.png) Approved\n\n## ![done](tick.png)\n");
    expect(html()).toMatch(/<h2[^>]*><img src="tick.png" alt="tick"> Approved<\/h2>/);
    const inline = book.contents[0]!.children.map((each) => each.inline);
    expect(inline).toEqual(
      [[{ type: "text", value: "Approved" }], [{ type: "text", value: "done" }]].map((nodes) => [
        expect.objectContaining(nodes[0]!),
      ]),
    );
    expect(book.contents[0]!.children.map(({ title }) => title)).toEqual(["Approved", "done"]);
  });
});

describe("a chapter that is listed and has no text", () => {
  it("has its title on its page", () => {
    const location = { file: "SUMMARY.md", line: 1, column: 1 };
    const sections = [
      { role: "chapter", matter: "body", files: ["chapter.md"], title: "Gardens", location },
    ] as const;
    expect(composeText({ sections: { chapter: " \n" }, edition: { sections } }).html()).toContain(
      "Gardens</h1>",
    );
  });
});

describe("titles that files repeat", () => {
  const names = ["Ford", "Mill", "Bridge", "Inn", "Road", "Gate"];
  const book = (before: (index: number) => string) => {
    const texts = names.map((name, index) => [`chapter:${index}`, `${before(index)}### ${name}\n\nText.\n`]);
    return composeText({ sections: Object.fromEntries(texts) }).book.sections.map(({ role, title }) => [
      role,
      title,
    ]);
  };

  it("are left out when they are the book's", () => {
    expect(book(() => "# A book\n\n")).toEqual(names.map((name) => ["chapter", name]));
  });

  it.each(["###", "##", "#"])("are left out when the chapter's has the same level: %s", (level) => {
    const texts = names.map((name, index) => [`chapter:${index}`, `${level} A Book\n${level} ${name}\n`]);
    const { sections } = composeText({ sections: Object.fromEntries(texts) }).book;
    expect(sections.map(({ title }) => title)).toEqual(names);
  });

  it("are those of parts when chapters in a row share them", () => {
    const sections = book((index) => `# A Book\n\n## Book ${index < 3 ? "One" : "Two"}\n\n`);
    expect(sections.map(([, title]) => title)).toEqual([
      ...["Book One", "Ford", "Mill", "Bridge", "Book Two", "Inn", "Road", "Gate"],
    ]);
    expect(sections[0]).toEqual(["part", "Book One"]);
  });

  it("are one title when they share several, which are not the book's", () => {
    expect(book(() => "# The Vale\n\n## Book One\n\n")).toEqual([
      ["part", "The Vale: Book One"],
      ...names.map((name) => ["chapter", name]),
    ]);
  });

  it("stay when a few files alone have them, or words follow them", () => {
    expect(book((index) => (index < 2 ? "# Water\n\n" : ""))[0]).toEqual(["chapter", "Water"]);
    expect(book(() => "# A Book\n\nHello.\n\n")[0]).toEqual(["chapter", "A Book"]);
  });
});
