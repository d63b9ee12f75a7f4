/** How a book was made: gathered from where it is said, printed in the book's language, never contradicted. */
import { describe, expect, test } from "vitest";
import { licenceNamed } from "../../../src/model/licences.js";
import type { Statement } from "../../../src/model/provenance.js";
import type { Edition } from "../../../src/model/publication.js";
import { composeText } from "./compose-text.js";

const said = (made: Statement["made"], more: Partial<Statement> = {}): Statement => ({
  made,
  tools: [],
  reviewers: [],
  location: { file: "publication.yaml", line: 7, column: 3 },
  ...more,
});

const declaring = (parts: NonNullable<Edition["provenance"]>["parts"], marks: "none" | "shown" = "none") =>
  ({ provenance: { parts, marks } }) satisfies Partial<Edition>;

const linesOf = (chapter: string, edition: Partial<Edition>, language = "en") =>
  composeText({ sections: { chapter }, edition, language }).book.imprint.map(({ text }) => text);

describe("a book that says nothing", () => {
  test("claims nothing", () => {
    const { book } = composeText({ sections: { chapter: "# One\n\nText." } });
    expect(book.imprint).toEqual([]);
    expect(book.made).toEqual([]);
  });

  test("nor does a word of another tool in its front matter", () => {
    const { book, problems } = composeText({
      sections: { chapter: "---\nprovenance: Museum of Pellan\n---\n\n# One\n" },
    });
    expect([book.made, problems]).toEqual([[], []]);
  });
});

describe("what a copyright page says", () => {
  test("names the part, how it was made, with what, and who answers for it", () => {
    const text = said("assisted", { tools: ["Claude", "Opus"], reviewers: ["Jane Doe"], date: "2026-11-01" });
    expect(linesOf("# One", declaring({ text, images: said("generated", { extent: "some" }) }))).toEqual([
      "Text: made by people with the assistance of generative artificial intelligence (Claude and Opus). Reviewed and answered for by Jane Doe (November 1, 2026).",
      "Images, in part: made by generative artificial intelligence.",
    ]);
  });

  test("ends with who answers for all of it", () => {
    const provenance = {
      parts: { text: said("generated") },
      responsible: ["Jane Doe", "Press"],
      marks: "none",
    } as const;
    expect(linesOf("# One", { provenance })).toEqual([
      "Text: made by generative artificial intelligence.",
      "Editorial responsibility: Jane Doe and Press.",
    ]);
  });

  test.each([
    ["CC-BY-4.0", "en", "You may copy, share and adapt this work if you name its authors."],
    [
      "CC-BY-NC-SA-3.0",
      "en",
      "You may copy, share and adapt this work if you name its authors, do not use it commercially and share what you adapt under the same licence.",
    ],
    [
      "CC-BY-NC-ND-4.0",
      "fr",
      "Vous pouvez copier et partager cette œuvre sans la modifier, à condition d’en nommer les auteurs et de ne pas en faire un usage commercial.",
    ],
    [
      "CC0-1.0",
      "de",
      "Sie dürfen dieses Werk zu jedem Zweck kopieren, weitergeben und bearbeiten, ohne zu fragen.",
    ],
    ["MIT", "en", undefined],
  ])("says what %s lets readers do, in plain words of %s", (id, language, expected) => {
    const terms = { holders: [], licence: licenceNamed(id)! };
    const { book } = composeText({
      sections: { chapter: "# One" },
      language,
      edition: {
        metadata: { title: "T", language, contributors: [], subjects: [], identifier: "urn:x:y", terms },
      },
    });
    const [, may] = book.imprint.filter(({ kind }) => kind === "licence");
    expect(may?.text.replaceAll(/\s/g, " ")).toBe(expected);
  });

  test("names sections of which the same is said together, in the quotation marks of the language", () => {
    const front = (title: string) =>
      `---\nprovenance: { made: generated, tool: Claude }\n---\n\n# ${title}\n`;
    const { book } = composeText({
      sections: { preface: front("Avant"), chapter: front("Un"), appendix: "# Fin" },
      language: "fr",
    });
    expect(book.imprint.map(({ text }) => text.replaceAll(/\s/g, " "))).toEqual([
      "« Avant », « Un » : produit d’une intelligence artificielle générative (Claude).",
    ]);
  });
});

describe("places that say how they were made", () => {
  test("are sections, passages and pictures, in reading order", () => {
    const { book, problems } = composeText({
      sections: {
        chapter:
          "---\nprovenance: assisted\n---\n\n# One\n\n::: {#p made=generated tool=Claude}\nText.\n:::\n\n" +
          "Some [words]{made=human}.\n\n![A wave](wave.png){made=generated}\n",
      },
      images: ["text/wave.png", "wave.png"],
    });
    expect(problems).toEqual([]);
    expect(book.made.map(({ kind, name, id, statement }) => [kind, name, id, statement.made])).toEqual([
      ["section", "One", "chapter", "assisted"],
      ["passage", "One", "p", "generated"],
      ["passage", "One", undefined, "human"],
      ["image", "wave.png", undefined, "generated"],
    ]);
  });

  test("are marked where the edition asks for it, and only there", () => {
    const text = "# One\n\n::: {made=generated}\nText.\n:::\n\nSome [words]{made=assisted}.";
    const plain = composeText({ sections: { chapter: text } });
    expect(plain.html()).not.toContain("<small");
    const { html } = composeText({ sections: { chapter: text }, edition: declaring({}, "shown") });
    expect(html()).toContain('<p><small class="made-mark">AI-generated</small></p>');
    expect(html()).toContain('</span> <small class="made-mark">[made with AI assistance]</small>.');
  });
});

describe("contradictions", () => {
  const HUMAN = declaring({ text: said("human"), images: said("human") });
  test.each([
    ["a section", "---\nprovenance: generated\n---\n\n# One\n", HUMAN, 2],
    ["a passage", "# One\n\n::: {made=assisted}\nText.\n:::\n", HUMAN, 3],
    ["a passage of a human section", "---\nprovenance: human\n---\n\n[words]{made=generated}\n", {}, 5],
    ["a picture", "# One\n\n![A wave](wave.png){made=generated}\n", HUMAN, 3],
    [
      "a human passage of a text that is generated entirely",
      "# One\n\n[words]{made=human}\n",
      declaring({ text: said("generated", { extent: "entire" }) }),
      3,
    ],
  ])("%s are told at their place, once", (_, chapter, edition, line) => {
    const { diagnostics } = composeText({ sections: { chapter }, edition, images: ["wave.png"] });
    expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([
      ["provenance-contradiction", line],
    ]);
  });

  test("a text that people made in part may have a generated passage", () => {
    const edition = declaring({ text: said("human", { extent: "some" }) });
    const { problems } = composeText({
      sections: { chapter: "# One\n\n[words]{made=generated}\n" },
      edition,
    });
    expect(problems).toEqual([]);
  });

  test.each([
    ["an extent", "{ made: generated, extent: all }", ["2:40 unknown-provenance"]],
    ["a day that is none", "{ made: human, date: 2026-02-30 }", ["2:34 bad-date"]],
    ["a key", "{ made: human, by: Claude }", ["2:28 unknown-key"]],
    ["how it was made", "\n  tool: Claude\n  made: robot", ["4:9 unknown-provenance"]],
    ["a word", "AI", ["2:13 unknown-provenance"]],
  ])("front matter with %s that is not known", (_, provenance, expected) => {
    const { problems } = composeText({
      sections: { chapter: `---\nprovenance: ${provenance}\n---\n\n# One\n` },
    });
    expect(problems.map((each) => each.replace(/^[^:]*:/, ""))).toEqual(expected);
  });

  test("words that say nothing of making are told", () => {
    const chapter = "---\nprovenance: asisted\n---\n\n# One\n\n[words]{made=machine}\n";
    const { problems } = composeText({ sections: { chapter } });
    expect(problems.map((each) => each.replace(/^[^:]*:/, ""))).toEqual([
      "2:13 unknown-provenance",
      "7:1 unknown-provenance",
    ]);
  });
});
