/** Projects of mdBook and GitBook become publications as they are. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isPublication, publicationsIn } from "../../../src/load/locate.js";
import type { Publication } from "../../../src/model/publication.js";
import { folderWith, load, shown } from "./publication-folder.js";

const RUST_BOOK = fileURLToPath(new URL("../../../../shared/corpus/rust-book", import.meta.url));

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
        "Write its file, or take it out of the summary",
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
      code: "missing-file",
      location: { file: "src/SUMMARY.md", line: 2, column: 5 },
      hint: "Did you mean `two.md`?",
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
      "3:1 unknown-language: `french` is no language tag | Did you mean `fr`?",
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

describe("a SUMMARY.md", () => {
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

  test.skipIf(!existsSync(RUST_BOOK))(
    "of the benchmark book lists what its publication.yaml lists",
    async () => {
      const summary = await load(join(RUST_BOOK, "SUMMARY.md"));
      const yaml = await load(join(RUST_BOOK, "publication.yaml"));
      expect(shown(summary.diagnostics)).toEqual([]);
      expect(summary.publication?.editions[0]?.metadata.title).toBe("The Rust Programming Language");
      expect(outline(summary.publication)).toEqual(outline(yaml.publication));
    },
  );
});
