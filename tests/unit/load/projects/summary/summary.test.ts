/** Projects of mdBook and GitBook become publications as they are. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isPublication, publicationsIn } from "../../../../../src/load/locate.js";
import type { Publication } from "../../../../../src/model/publication.js";
import { RUST_BOOK } from "../../../../support/needs.js";
import { folderWith, load, shown } from "../../publication-folder.js";

const MDBOOK = {
  "book.toml": `[book]
title = "Knots"
authors = ["Anne Roy <anne@example.org>", "Bo Li"]
description = "How to tie them"
language = "fr-ch"
src = "text"

[output.html]
theme = "x"
`,
  "text/SUMMARY.md": `# Summary

[Avant-propos](foreword.md)
[About](about.md)

- [First](first.md)
  - [Nested \`code\`](nested/README.md)
    - [Deep](./nested/deep.md)

# Bends

- [Second](second%20one.md)
- [Draft]()

---

[Afterword](afterword.md)
[Tables](tables.md)
`,
  "text/foreword.md": "# Avant-propos\n",
  "text/about.md": "# About\n",
  "text/first.md": "# First\n",
  "text/nested/README.md": "# Nested\n",
  "text/nested/deep.md": "# Deep\n",
  "text/second one.md": "# Second\n",
  "text/afterword.md": "# Afterword\n",
  "text/tables.md": "# Tables\n",
};

/** The sections with files, as `matter role: files`. */
function outline(publication: Publication | undefined): string[] {
  const [edition] = publication?.editions ?? [];
  return (edition?.sections ?? []).map(({ matter, role, files, part }) => {
    const place = part === undefined ? "" : ` of part ${edition?.parts[part]?.title}`;
    return `${matter} ${role}${place}: ${files.join(" ")}`.replace(/: $/, "");
  });
}

describe("a folder of mdBook", () => {
  test("has its chapters with their nested ones, its parts, and what stands before and after", async () => {
    const { publication } = await load(await folderWith(MDBOOK));
    expect(outline(publication)).toEqual([
      "front titlepage",
      "front toc",
      "front foreword: text/foreword.md",
      "front preamble: text/about.md",
      "body chapter: text/first.md text/nested/README.md text/nested/deep.md",
      "body chapter of part Bends: text/second one.md",
      "back afterword: text/afterword.md",
      "back appendix: text/tables.md",
    ]);
    const nested = publication?.editions[0]?.sections.find(({ files }) => files.length === 3);
    expect(nested?.levels).toEqual([1, 2, 3]);
  });

  test("has the words of book.toml and the default editions in the theme technical", async () => {
    const { publication } = await load(await folderWith(MDBOOK));
    const [print, ebook] = publication?.editions ?? [];
    expect(print).toMatchObject({ id: "print", format: "pdf", theme: "technical" });
    expect(ebook).toMatchObject({ id: "ebook", format: "epub", theme: "technical", pageSource: "print" });
    expect(print?.metadata).toMatchObject({
      title: "Knots",
      language: "fr-CH",
      description: "How to tie them",
      contributors: [{ name: "Anne Roy" }, { name: "Bo Li" }],
    });
    expect(print?.metadata).not.toHaveProperty("date");
    expect(publication?.settings).toEqual(["book.toml"]);
  });

  test("leaves drafts out and says where they are", async () => {
    const { diagnostics } = await load(await folderWith(MDBOOK));
    expect(shown(diagnostics)).toEqual([
      "13:3 entry-left-out: “Draft” is a draft without a text and is left out | " +
        "Write its file, or remove it from the summary",
    ]);
    expect(diagnostics[0]?.location?.file).toBe("text/SUMMARY.md");
  });

  test("tells of a chapter whose file is not there, in the summary", async () => {
    const folder = await folderWith({
      "book.toml": "",
      "src/SUMMARY.md": "- [One](one.md)\n  - [Two](twoo.md)\n",
      "src/one.md": "# One",
      "src/two.md": "# Two",
    });
    const { diagnostics } = await load(folder);
    expect(diagnostics[0]).toMatchObject({
      code: "entry-left-out",
      location: { file: "src/SUMMARY.md", line: 2, column: 5 },
      message: "“Two” leads to `twoo.md`, which is not there, and is left out",
      hint: "Did you mean `two.md`?",
    });
  });

  test("goes without a chapter whose file is not there, and keeps those below it", async () => {
    const folder = await folderWith({
      "SUMMARY.md": "- [One](one.md)\n- [Gone](gone.md)\n  - [Left](left.md)\n",
      "one.md": "# One",
      "left.md": "# Left",
    });
    const { publication, diagnostics } = await load(folder);
    expect(outline(publication).slice(2)).toEqual(["body chapter: one.md", "body chapter: left.md"]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["entry-left-out", "warning"],
    ]);
  });

  test("has its settings at the top of an old book.toml", async () => {
    const folder = await folderWith({
      "book.toml": 'title = "Knots"\nauthor = "Anne Roy"\n',
      "src/SUMMARY.md": "- [One](one.md)\n",
      "src/one.md": "# One",
    });
    const { publication } = await load(folder);
    expect(publication?.editions[0]?.metadata).toMatchObject({
      title: "Knots",
      contributors: [{ name: "Anne Roy" }],
    });
  });

  test("tells of a book.toml that is no TOML, and of a language that is none, at their places", async () => {
    const text = { "SUMMARY.md": "- [One](one.md)\n", "one.md": "# One" };
    const broken = '[book]\nsrc = "."\ntitle = "x\n';
    expect((await load(await folderWith({ ...text, "book.toml": broken }))).diagnostics[0]).toMatchObject({
      code: "bad-settings",
      location: { file: "book.toml", line: 3 },
    });
    const language = '[book]\nsrc = "."\nlanguage = "french"\n';
    expect(shown((await load(await folderWith({ ...text, "book.toml": language }))).diagnostics)).toEqual([
      "3:1 unknown-language: `french` is not a language tag | Did you mean `fr`?",
    ]);
  });
});

describe("a folder of GitBook", () => {
  test("opens with its README and has parts by its headings", async () => {
    const folder = await folderWith({
      "README.md": "# The Sea\n",
      "SUMMARY.md": `# Table of contents

* [Introduction](README.md)

## Tides

* [Ebb](tides/ebb.md)
  * [Neap](tides/neap.md)
  * [Neap, later](tides/neap.md#later)
* [A site](https://example.org)
* [Glossary](glossary.md)
`,
      "tides/ebb.md": "# Ebb",
      "tides/neap.md": "# Neap",
      "glossary.md": "# Glossary",
    });
    const { publication, diagnostics } = await load(folder);
    expect(outline(publication)).toEqual([
      "front titlepage",
      "front toc",
      "front introduction: README.md",
      "body chapter of part Tides: tides/ebb.md tides/neap.md",
      "body chapter of part Tides: glossary.md",
    ]);
    expect(publication?.editions[0]?.metadata.title).toBe("The Sea");
    expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([["entry-left-out", 10]]);
  });

  test("has title, language and folder from book.json or .gitbook.yaml", async () => {
    const texts = { "docs/SUMMARY.md": "* [Eins](one.md)\n", "docs/one.md": "# Eins" };
    const json = '{ "title": "Das Meer", "author": "A. Roy", "language": "de", "root": "./docs" }';
    const old = await load(await folderWith({ ...texts, "book.json": json }));
    expect(shown(old.diagnostics)).toEqual([]);
    expect(old.publication?.editions[0]?.metadata).toMatchObject({
      title: "Das Meer",
      language: "de",
      contributors: [{ name: "A. Roy" }],
    });
    const synced = await load(await folderWith({ ...texts, ".gitbook.yaml": "root: ./docs/\n" }));
    expect(synced.publication?.file).toBe("docs/SUMMARY.md");
  });
});

describe("the title of a book that does not say it", () => {
  test.each([
    ["# Summary", "# The Sea", "The Sea"],
    ["# 目录", "# 海", "海"],
    ["# Table des matières", "---\ntitle: x\n---\n\n## *La* mer", "La mer"],
    ["## خلاصه", "دریا\n====", "دریا"],
    ["# The Shore", "# The Sea", "The Shore"],
  ])("below %s and beside %s is that of the text", async (heading, readme, title) => {
    const folder = await folderWith({
      "SUMMARY.md": `${heading}\n\n- [One](one.md)\n`,
      "README.md": `${readme}\n`,
      "one.md": "# One",
    });
    expect((await load(folder)).publication?.editions[0]?.metadata.title).toBe(title);
  });
});

describe("the language of a book that does not say it", () => {
  const PERSIAN = "این کتاب درباره‌ی دریا است و هر فصل آن از کشتی‌ها و بندرها می‌گوید.";

  test("is that of its letters, told with how to say it", async () => {
    const folder = await folderWith({
      "book.toml": "[book]\n",
      "src/SUMMARY.md": "- [دریا](one.md)\n",
      "src/one.md": `# دریا\n\n${PERSIAN}\n`,
    });
    const { publication, diagnostics } = await load(folder);
    expect(publication?.editions[0]?.metadata.language).toBe("fa");
    expect(shown(diagnostics)).toEqual([
      "1:1 language-found: No language is set; the text seems to be in `fa` | " +
        'Write `language = "fa"` below `[book]` in book.toml',
    ]);
    expect(diagnostics[0]?.severity).toBe("info");
  });

  test("is said more exactly by the name of its folder, when the letters are not against it", async () => {
    const book = async (name: string, text: string) => {
      const folder = await folderWith({
        [`${name}/SUMMARY.md`]: "- [1](one.md)\n",
        [`${name}/one.md`]: text,
      });
      return (await load(join(folder, name))).publication?.editions[0]?.metadata.language;
    };
    expect(await book("fa-ir", PERSIAN)).toBe("fa-IR");
    expect(await book("ko", "# 1")).toBe("ko");
    expect(await book("de", PERSIAN)).toBe("fa");
    expect(await book("texts", "# 1")).toBe("en");
  });
});

describe("a SUMMARY.md", () => {
  test("may have blanks in its addresses, and call pages by their addresses", async () => {
    const folder = await folderWith({
      "SUMMARY.md": "* [Tides](/the sea/ebb and flow (1).md)\n* [Ships](ships/)\n* [Ropes](ropes.html)\n",
      "the sea/ebb and flow (1).md": "# Tides",
      "ships/README.md": "# Ships",
      "ropes.md": "# Ropes",
    });
    const { publication, diagnostics } = await load(folder);
    expect(outline(publication).slice(2)).toEqual([
      "body chapter: the sea/ebb and flow (1).md",
      "body chapter: ships/README.md",
      "body chapter: ropes.md",
    ]);
    expect(shown(diagnostics)).toEqual([]);
  });

  test("that lists a file twice has it once, and says so", async () => {
    const folder = await folderWith({
      "SUMMARY.md": "* [All](x.md)\n* [One](one.md)\n  * [First](one.md)\n  * [Two](two.md)\n",
      ...{ "x.md": "# All", "one.md": "# One", "two.md": "# Two" },
    });
    const { publication, diagnostics } = await load(folder);
    expect(outline(publication).slice(2)).toEqual(["body chapter: x.md", "body chapter: one.md two.md"]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["file-used-twice", "warning"],
    ]);
  });

  test("comes after a publication.yaml, and makes its folder one of a project's publications", async () => {
    const folder = await folderWith({
      "a/publication.yaml": "title: A",
      "a/SUMMARY.md": "- [One](one.md)",
      "b/src/SUMMARY.md": "- [One](one.md)",
      "c/notes.md": "",
    });
    expect(await publicationsIn(folder)).toEqual([join(folder, "a"), join(folder, "b")]);
    expect(await isPublication(join(folder, "c"))).toBe(false);
    expect((await load(join(folder, "a"))).diagnostics[0]?.location?.file).toBe("publication.yaml");
  });

  test("without numbered chapters has its links as chapters", async () => {
    const folder = await folderWith({
      "SUMMARY.md": "[One](one.md)\n[Two](two.md)\n",
      "one.md": "",
      "two.md": "",
    });
    expect(outline((await load(folder)).publication).slice(2)).toEqual([
      "body chapter: one.md",
      "body chapter: two.md",
    ]);
  });

  test("never leads out of the folder", async () => {
    const folder = await folderWith({ "book/SUMMARY.md": "- [One](../one.md)\n", "one.md": "# One" });
    expect((await load(join(folder, "book"))).diagnostics[0]).toMatchObject({
      code: "path-outside",
      location: { file: "SUMMARY.md", line: 1, column: 3 },
    });
  });

  test.each([
    ["* [Français](fr/)", true],
    ["- [English](en) - [Français](./fr/README.md)", true],
    ["* [English](en)", false],
    ["fr", false],
  ])("of one of several languages may use what lies beside them: %s", async (languages, isAllowed) => {
    const folder = await folderWith({
      "LANGS.md": languages,
      "fr/SUMMARY.md": "[Un](un.md)",
      "fr/un.md": "# Un",
    });
    const { publication, diagnostics } = await load(join(folder, "fr"));
    expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(publication?.allow?.length ?? 0).toBe(isAllowed ? 1 : 0);
  });

  test("of the benchmark book lists what its publication.yaml lists", { tags: "rust-book" }, async () => {
    const summary = await load(join(RUST_BOOK, "SUMMARY.md"));
    const yaml = await load(join(RUST_BOOK, "publication.yaml"));
    expect(shown(summary.diagnostics)).toEqual([]);
    expect(summary.publication?.editions[0]?.metadata.title).toBe("The Rust Programming Language");
    expect(outline(summary.publication)).toEqual(outline(yaml.publication));
  });
});
