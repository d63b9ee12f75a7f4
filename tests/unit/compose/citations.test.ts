import { describe, expect, it } from "vitest";
import type { XmlElement } from "../../../src/citations/csl/xml.js";
import { parseBibliography, parseLocaleFile } from "../../../src/citations/read.js";
import type { Section } from "../../../src/model/book.js";
import { composeText, readSection } from "./compose-text.js";

const REFERENCES = `
@book{knuth1984, author = {Donald E. Knuth}, title = {The {TeXbook}}, year = 1984, publisher = {Addison-Wesley}}
@article{doe2020a, author = {Doe, Jane and Roe, Richard}, title = {On weirs}, journal = {Journal of Weirs},
  volume = 3, number = 2, pages = {110--119}, year = 2020}
@article{doe2020b, author = {Doe, Jane and Roe, Richard}, title = {More on weirs}, journal = {Journal of Weirs},
  volume = 4, year = 2020}
@online{site, title = {A site}, url = {www.example.org/weirs}, year = 2010}
@online{mail, title = {A letter}, url = {mailto:ann@example.org}, year = 2010}
@misc{other, title = {An anonymous work}, year = 1999}
@techreport{gauge, author = {Roe, Ann}, title = {Gauges}, institution = {Weir Office}, number = {42}, year = 2001}
@techreport{level, author = {Roe, Ann}, title = {Levels}, institution = {Weir Office}, number = {TR-7},
  type = {Technical report}, year = 2002}
`;

function cite(
  text: string,
  style?: string,
  options: {
    language?: string;
    list?: string | null;
    uncited?: readonly string[];
    locale?: XmlElement | undefined;
  } = {},
) {
  const location = { file: "publication.yaml", line: 9, column: 9 };
  const composed = composeText({
    sections: { chapter: text, bibliography: options.list ?? null },
    ...(options.language ? { language: options.language } : {}),
    edition: {
      bibliography: ["refs.bib"],
      ...(style ? { citationStyle: style } : {}),
      ...(options.locale ? { citationLocales: ["words.xml"] } : {}),
      uncited: (options.uncited ?? []).map((key) => ({ key, location })),
    },
    citations: {
      bibliographies: new Map([["refs.bib", parseBibliography("refs.bib", REFERENCES, () => {})]]),
      styles: new Map(),
      locales: new Map(options.locale ? [["words.xml", options.locale]] : []),
    },
  });
  const chapter = composed.sectionOf("chapter");
  const read = (section: Section) =>
    readSection("print", section)
      .replace(/[\u00A0\u202F]/g, " ")
      .trim();
  return {
    ...composed,
    text: read(chapter),
    notes: chapter.notes.map(({ children }) => read({ ...chapter, bodies: [], generated: children })),
    list: read(composed.sectionOf("bibliography") ?? { ...chapter, bodies: [] }),
  };
}

it("leads to the address of a work, with a scheme where the bibliography leaves it out", () => {
  const { html } = cite("X [@site; @mail].", undefined, { list: "# Works\n" });
  expect([...html("bibliography").matchAll(/<a [^>]*href="([^"#]+)"/g)].map(([, href]) => href)).toEqual([
    "mailto:ann@example.org",
    "https://www.example.org/weirs",
  ]);
});

describe("citations by author and date", () => {
  it("stand in parentheses with their locators, and words before and after", () => {
    expect(cite("X [@knuth1984, p. 3].").text).toBe("X (Knuth 1984, p. 3).");
    expect(cite("X [see @knuth1984, chap. 2 and passim; @other].").text).toBe(
      "X (see Knuth 1984, chap. 2 and passim; An anonymous work 1999).",
    );
  });

  it("leave the author to the sentence", () => {
    expect(cite("@knuth1984 says, and @knuth1984 [pp. 3-5] too.").text).toBe(
      "Knuth (1984) says, and Knuth (1984, pp. 3–5) too.",
    );
    expect(cite("Knuth says [-@knuth1984, 7].").text).toBe("Knuth says (1984, p. 7).");
    expect(cite("Knuth says -@knuth1984 so.").text).toBe("Knuth says (1984) so.");
    expect(cite("@knuth1984 [p. 3; also @other] and @doe2020a [*sic*].").text).toBe(
      "Knuth (1984, p. 3; also An anonymous work 1999) and Doe and Roe (2020, sic).",
    );
    expect(cite("@knuth1984 [a link]\n\n[a link]: https://example.org").text).toContain(
      "Knuth (1984) a link",
    );
  });

  it("have locators in braces, or none where the braces are empty", () => {
    expect(cite("[@{knuth1984}, {pp. iv, vi-xi} too]").text).toBe("(Knuth 1984, pp. iv, vi–xi too)");
    expect(cite("[@knuth1984{}, 99 years on]").text).toBe("(Knuth 1984, 99 years on)");
  });

  it("tell works of one author and year apart by letters, in the order of the bibliography", () => {
    const { text, list } = cite("[@doe2020a; @doe2020b; @knuth1984]");
    expect(text).toBe("(Doe and Roe 2020b, 2020a; Knuth 1984)");
    expect(list).toMatch(
      /^Doe, Jane, and Richard Roe\. 2020a\. “More on weirs\.”.*———\. 2020b\. “On weirs\.”/,
    );
  });

  it("speak the language of the book", () => {
    expect(cite("[@doe2020a, p. 111-112]", undefined, { language: "fr" }).text).toMatch(
      /^\(Doe et Roe 2020, p\.\s111–12\)$/,
    );
  });
});

describe("a file with the words of a language", () => {
  const file = (xml: string) => {
    const faults: string[] = [];
    const locale = parseLocaleFile("words.xml", xml, ({ location }) => void faults.push(`${location?.line}`));
    return { locale, faults };
  };

  it("says them in the place of ours, in a book of that language", () => {
    const { locale } = file('<locale xml:lang="pl-PL"><terms><term name="and">oraz</term></terms></locale>');
    const said = (language: string) => cite("[@doe2020a]", undefined, { language, locale }).text;
    expect(said("pl")).toBe("(Doe oraz Roe 2020)");
    expect(said("cs")).toBe("(Doe a Roe 2020)");
  });

  it("that is none is told, with its line", () => {
    expect(file("<style/>")).toEqual({ locale: undefined, faults: ["1"] });
    expect(file("<locale>\n<terms>").faults).toEqual(["2"]);
  });
});

describe("citations by number", () => {
  it("count in the order of citation and join neighbours", () => {
    const { text, list } = cite("[@other] [@knuth1984] [@doe2020a; @other; @knuth1984, p. 2]", "numeric");
    expect(text).toBe("[1] [2] [1, 2, p. 2, 3]");
    expect(cite("[@other; @knuth1984; @doe2020a]", "numeric").text).toBe("[1–3]");
    expect(list).toMatch(/^\[1\]An anonymous work\. 1999\.\[2\]Donald E\. Knuth\. The TeXbook/);
  });
});

describe("citations in notes", () => {
  it("become footnotes: in full, then short, then ibid.", () => {
    const { text, notes, html } = cite(
      "One [@knuth1984, p. 3]. Two [@knuth1984, p. 4]. Three [@other]. Four [@knuth1984].",
      "notes",
    );
    expect(text).toBe("One.1 Two.2 Three.3 Four.4");
    expect(notes).toEqual([
      "Donald E. Knuth, The TeXbook (Addison-Wesley, 1984), p. 3.",
      "Ibid., p. 4.",
      "An anonymous work (1999).",
      "Knuth, The TeXbook.",
    ]);
    expect(html()).toContain('class="note-reference"');
  });

  it("stay in the note that the author wrote", () => {
    const { notes } = cite("Text.[^a]\n\n[^a]: But see [@knuth1984].\n", "notes");
    expect(notes).toEqual(["But see Donald E. Knuth, The TeXbook (Addison-Wesley, 1984)."]);
  });
});

describe("a bibliography", () => {
  it("links each citation to its entry, and the entry back", () => {
    const { html } = cite("X [@knuth1984].");
    expect(html()).toContain(
      '<a class="citation-link" id="chapter--cite-knuth1984" href="#ref-knuth1984" role="doc-biblioref">',
    );
    expect(html("bibliography")).toMatch(
      /^<div class="references"><div class="csl-entry" id="ref-knuth1984">Knuth, Donald E\./,
    );
    expect(html("bibliography")).toContain('href="#chapter--cite-knuth1984" role="doc-backlink"');
  });

  it("follows the text of its own file", () => {
    const { html } = cite("X [@knuth1984].", undefined, { list: "# Sources\n\nRead these:\n" });
    expect(html("bibliography")).toMatch(/^<h1.*Read these:<\/p>\n?<div class="references">/s);
  });
});

describe("a place for the bibliography in a text", () => {
  it("has the list, and the section that has no file goes", () => {
    const text = "X [@knuth1984].\n\n## Sources\n\n::: {#refs}\n:::\n\nThe end.\n";
    const { html, sectionOf, problems } = cite(text);
    expect(html()).toMatch(
      /<div id="refs"><div class="references"><div class="csl-entry" id="ref-knuth1984">/,
    );
    expect(html()).toMatch(/<\/div><\/div>\s*<p>The end/);
    expect(sectionOf("bibliography")).toBeUndefined();
    expect(problems).toEqual([]);
  });
});

describe("keys", () => {
  it("that no bibliography has are errors with their place and the likely key", () => {
    const { problems, diagnostics, text } = cite("One.\n\nX [see @knuth1948; @other] and @nobody.\n");
    expect(problems).toEqual([
      "chapter.md:3:8 unknown-citation",
      "chapter.md:3:32 unknown-citation",
      "publication.yaml:1:1 nothing-to-list",
    ]);
    expect(diagnostics[0]?.hint).toBe("Did you mean `@knuth1984`?");
    expect(text).toContain("X [see @knuth1948; @other] and @nobody.");
  });

  it("are text in an edition without a bibliography, in addresses, in code and after a backslash", () => {
    const plain = composeText({ sections: { chapter: "Ask [@someone, p. 3] or @other." } });
    expect(plain.html().replace("\u00A0", " ")).toBe("<p>Ask [@someone, p. 3] or @other.</p>");
    const { text, problems } = cite("me@other.org, \\@other, `@other`, [@knuth1984]");
    expect(text).toBe("me@other.org, @other, @other, (Knuth 1984)");
    expect(problems).toEqual([]);
  });

  it("leave cross-references alone", () => {
    const { text } = cite("# One\n\n@sec-a and [@knuth1984]\n\n## The weir {#sec-a}\n");
    expect(text).toContain("The weir and (Knuth 1984)");
  });
});

describe("the bibliography", () => {
  it("names the number of a report, after its kind when it has one", () => {
    const { list } = cite("[@gauge; @level]");
    expect(list).toContain("“Gauges.” No. 42. Weir Office.");
    expect(list).toContain("“Levels.” Technical report TR-7. Weir Office.");
  });

  it("lists works that nothing cites when it is asked to: some, or all", () => {
    expect(cite("[@knuth1984]", undefined, { uncited: ["other"] }).list).toMatch(/An anonymous work.*Knuth/s);
    expect(cite("Nothing.", undefined, { uncited: ["*"] }).list.match(/(?:19|20)\d\d/g)).toHaveLength(8);
  });

  it("tells of an uncited work that is not there, with the place that names it", () => {
    expect(cite("x", undefined, { uncited: ["knuth1985"] }).problems).toContain(
      "publication.yaml:9:9 unknown-citation",
    );
  });
});
