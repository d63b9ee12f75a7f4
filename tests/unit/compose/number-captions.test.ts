import { describe, expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const FIGURES = "# One\n\n![A](a.png){#fig-a}\n\n![Plain](b.png)\n\n![C](c.png){#fig-c}\n";
const MORE = "# Two\n\n![D](d.png){#fig-d}\n\n| a |\n|---|\n| 1 |\n\n: Depths {#tbl-e}\n";

const labels = (html: string) => [...html.matchAll(/caption-label">([^<]*)</g)].map((match) => match[1]);

describe("captions", () => {
  it("are numbered through the book, each kind for itself", () => {
    const { html } = composeText({ sections: { chapter: FIGURES } });
    expect(labels(html())).toEqual(["Figure\u00A01", "Figure\u00A02"]);
    const second = composeText({ sections: { preface: FIGURES, chapter: MORE } });
    expect(labels(second.html())).toEqual(["Figure\u00A03", "Table\u00A01"]);
  });

  it("are numbered by chapter when the edition says so, and through where there is no chapter number", () => {
    const { html } = composeText({
      sections: { preface: FIGURES, "chapter:one": "# One\n", chapter: MORE },
      edition: { numbering: "chapter" },
    });
    expect(labels(html("preface"))).toEqual(["Figure\u00A01", "Figure\u00A02"]);
    const two = composeText({ sections: { chapter: MORE }, edition: { numbering: "chapter" } });
    expect(labels(two.html())).toEqual(["Figure\u00A01.1", "Table\u00A01.1"]);
  });

  it("speak the language of the book", () => {
    const { html } = composeText({ sections: { chapter: MORE }, language: "de" });
    expect(labels(html())).toEqual(["Abbildung\u00A01", "Tabelle\u00A01"]);
  });

  it("stay as they are without an id, or with the class unnumbered", () => {
    const { html } = composeText({
      sections: { chapter: "![A](a.png){#fig-a .unnumbered}\n\n![B](b.png)\n" },
      images: ["a.png", "b.png"],
    });
    expect(html()).toContain("<figcaption>A</figcaption>");
    expect(html()).toContain("<figcaption>B</figcaption>");
  });
});

describe("lists of captions", () => {
  it("name each figure with its number, its folio in print, and a link", () => {
    const { html } = composeText({ sections: { loi: null, chapter: FIGURES } });
    expect(html("loi")).toContain(
      '<a class="contents-entry" href="#fig-a"><span class="contents-label">Figure\u00A01</span> ' +
        '<span class="contents-title">A</span><span class="contents-folio" data-folio-of="fig-a"></span></a>',
    );
    expect(html("loi")).toContain('href="#chapter--figure-1"');
    expect(html()).toContain('<figure id="chapter--figure-1">');
  });

  it("are left out, with a warning, when there is nothing to list", () => {
    const { book, problems } = composeText({ sections: { lot: null, chapter: FIGURES } });
    expect(book.sections.map(({ role }) => role)).toEqual(["chapter"]);
    expect(book.contents.map(({ section }) => section)).toEqual(["chapter"]);
    expect(problems).toEqual(["publication.yaml:1:1 nothing-to-list"]);
  });
});

it("letters the parts of a figure, with two letters after the twenty-sixth", () => {
  const parts = Array.from({ length: 27 }, (_, index) => `![P](a.png){#fig-p${index}}\n`);
  const { html, problems } = composeText({
    sections: { chapter: `# One\n\nSee @fig-p26.\n\n::: {#fig-all}\n${parts.join("\n")}\nAll\n:::\n` },
    images: ["a.png"],
  });
  expect(problems).toEqual([]);
  const labels = [...html().matchAll(/caption-label">\((\w+)\)/g)].map(([, letter]) => letter);
  expect([labels.length, labels[0], labels[25], labels[26]]).toEqual([27, "a", "z", "aa"]);
  expect(html()).toMatch(/See <a[^>]*>Figure\s1aa<\/a>/);
});
