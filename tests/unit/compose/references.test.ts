import { describe, expect, it } from "vitest";
import { composeText, readSection } from "./compose-text.js";

describe("cross-references", () => {
  it("name what they lead to by kind and number, which stay on one line", () => {
    const text = "# One {#sec-one}\n\nSee @fig-a, [-@fig-a] and @sec-one.\n\n![A](a.png){#fig-a}\n";
    const { sectionOf, html } = composeText({ sections: { chapter: text } });
    expect(readSection("screen", sectionOf("chapter"))).toContain("See Figure\u00A01, 1 and Chapter\u00A01.");
    expect(html()).toContain('<a class="cross-reference" href="#fig-a">Figure\u00A01</a>');
  });

  it("begin with a small letter where the language wants it, unless a capital is asked for", () => {
    const text = "Voir @fig-a. @Fig-a montre cela.\n\n![A](a.png){#fig-a}\n";
    const { sectionOf } = composeText({ sections: { chapter: text }, language: "fr" });
    expect(readSection("screen", sectionOf("chapter"))).toContain("Voir figure\u00A01. Figure\u00A01 montre");
  });

  it("call an appendix an appendix, and a heading without number by its title", () => {
    const { sectionOf } = composeText({
      sections: {
        chapter: "# One\n\n@sec-a, @sec-data, @sec-b.\n\n## The weir {#sec-a}\n",
        "appendix:a": "# Data {#sec-data}\n",
        "appendix:b": "# More {#sec-b}\n",
      },
    });
    expect(readSection("screen", sectionOf("chapter"))).toContain(
      "The weir, Appendix\u00A0A, Appendix\u00A0B.",
    );
  });

  it("to nothing are errors with their place and the likely name", () => {
    const { problems, diagnostics } = composeText({
      sections: { chapter: "# One\n\nSee @fig-pumq.\n\n![A](a.png){#fig-pump}\n" },
    });
    expect(problems).toEqual(["chapter.md:3:5 unknown-reference"]);
    expect(diagnostics[0]?.hint).toBe("Did you mean `@fig-pump`?");
  });
});

describe("marks that the program writes, beside letters that run from right to left", () => {
  const text = (before: string) =>
    `# One\n\n${before} 123[^n], @fig-a; [](#fig-a){.page}\n\n![A](a.png){#fig-a}\n\n[^n]: Note.\n`;

  it.each(["מספר", "رقم", "شماره"])("have a direction of their own: %s", (before) => {
    const html = composeText({ sections: { chapter: text(before) } }).html();
    for (const name of ["note-reference", "cross-reference", "page-reference"]) {
      expect(html).toMatch(new RegExp(`<a [^>]*class="${name}"[^>]* dir="auto"`));
    }
  });

  it("need none among others", () => {
    expect(composeText({ sections: { chapter: text("Number") } }).html()).not.toContain("dir=");
  });
});

describe("page references", () => {
  const text = "# One\n\nSee [](#sec-b){.page} and [the weir](#sec-b){.page}.\n\n## The weir {#sec-b}\n";

  it("print the folio of the place", () => {
    const { sectionOf } = composeText({ sections: { chapter: text } });
    expect(readSection("print", sectionOf("chapter"))).toContain(
      "See p.\u00A0<sec-b> and the weir (p.\u00A0<sec-b>).",
    );
  });

  it("read as the name of the place in an ebook", () => {
    const { sectionOf } = composeText({ sections: { chapter: text } });
    expect(readSection("screen", sectionOf("chapter"))).toContain("See The weir and the weir.");
  });

  it("reach other files, and say the word for page in the language", () => {
    const { sectionOf } = composeText({
      sections: { chapter: "Siehe [](appendix.md){.page}.", appendix: "# Daten\n" },
      language: "de",
    });
    expect(readSection("print", sectionOf("chapter"))).toContain("Siehe S.\u00A0<appendix>.");
    expect(readSection("screen", sectionOf("chapter"))).toContain("Siehe Daten.");
  });
});

describe("notes", () => {
  const noted = "# One\n\nText[^a].\n\n[^a]: A note.\n";

  it("stay with their section unless the edition says otherwise", () => {
    const { book } = composeText({ sections: { chapter: noted } });
    expect(book.notes).toBe("footnotes");
    expect(book.anchors.get("chapter--note-1")).toBe("chapter");
  });

  it("are gathered in a section of their own, before glossary and index", () => {
    const { book } = composeText({
      sections: { chapter: noted, afterword: "# After\n", glossary: "# Words\n" },
      edition: { notes: "book-endnotes" },
    });
    expect(book.sections.map(({ role }) => role)).toEqual(["chapter", "afterword", "endnotes", "glossary"]);
    expect(book.contents.map(({ title }) => title)).toContain("Notes");
    expect(book.anchors.get("chapter--note-1")).toBe("endnotes");
  });

  it("of a book without notes make no section", () => {
    const { book } = composeText({ sections: { chapter: "Text" }, edition: { notes: "book-endnotes" } });
    expect(book.sections.map(({ role }) => role)).toEqual(["chapter"]);
  });

  it("take a listed section of endnotes out where they are footnotes", () => {
    const { book } = composeText({
      sections: { chapter: noted, endnotes: null },
      edition: { notes: "footnotes" },
    });
    expect(book.sections.map(({ role }) => role)).toEqual(["chapter"]);
  });
});
