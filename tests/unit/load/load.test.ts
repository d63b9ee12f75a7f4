/** A right publication file becomes the publication that its author described. */
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RUST_BOOK } from "../../support/needs.js";
import { folderWith, HEAD, load, loadYaml, shown } from "./publication-folder.js";

/** The benchmark book lies beside the project where it is developed, and is no part of it. */

describe("a publication with little said", () => {
  test("has a print and an ebook edition in the default dress", async () => {
    const { publication, diagnostics } = await loadYaml(HEAD);
    expect(shown(diagnostics)).toEqual([]);
    const [print, ebook] = publication?.editions ?? [];
    expect(print).toMatchObject({ id: "print", format: "pdf", theme: "novel", tocDepth: 2, variables: {} });
    expect(print).toHaveProperty("trim.width", expect.closeTo(419.53, 2));
    expect(ebook).toMatchObject({ id: "ebook", format: "epub", theme: "novel" });
    expect(ebook).not.toHaveProperty("trim");
  });

  test("has chapters from its body, with paths relative to the publication's folder", async () => {
    const { publication } = await loadYaml(HEAD);
    expect(publication?.editions[0]?.sections).toEqual([
      {
        role: "chapter",
        matter: "body",
        files: ["content/one.md"],
        location: { file: "publication.yaml", line: 5, column: 5 },
      },
    ]);
  });

  test("gets the same identifier in every build, and another one in another language", async () => {
    const first = (await loadYaml(HEAD)).publication;
    const again = (await loadYaml(HEAD)).publication;
    const french = (await loadYaml(HEAD.replace("language: en", "language: fr"))).publication;
    const identifier = first?.editions[0]?.metadata.identifier;
    expect(identifier).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(again?.editions[0]?.metadata.identifier).toBe(identifier);
    expect(french?.editions[0]?.metadata.identifier).not.toBe(identifier);
  });

  test("is found by its folder or by its file, and named for the folder", async () => {
    const folder = await folderWith({ "my-book/publication.yaml": HEAD, "my-book/content/one.md": "# One" });
    const byFolder = await load(join(folder, "my-book/"));
    const byFile = await load(join(folder, "my-book/publication.yaml"));
    expect(byFolder.publication?.id).toBe("my-book");
    expect(byFile.publication).toEqual(byFolder.publication);
  });
});

describe("metadata", () => {
  const FULL = `title: Le son
subtitle: et la machine
language: fr-fr
contributors:
  - { name: Anne Roy, file-as: "Roy, Anne" }
  - { name: Bo Li, role: trl }
publisher: Presses
date: 2026
rights: © 2026
description: Un rapport
subjects: [{ scheme: thema, code: ATFX }, cinéma]
identifier: urn:isbn:978-0-306-40615-7
series: { name: Cahiers, position: 3 }
toc-depth: 3
bodymatter: [{ file: one.md }]
`;

  const at = (line: number, column: number) => ({ file: "publication.yaml", line, column });

  test("comes out whole, with the language in canonical form and a bare year as text", async () => {
    const { publication, diagnostics } = await loadYaml(FULL);
    expect(shown(diagnostics)).toEqual([]);
    expect(publication?.editions[0]?.metadata).toEqual({
      title: "Le son",
      subtitle: "et la machine",
      language: "fr-FR",
      contributors: [
        { name: "Anne Roy", fileAs: "Roy, Anne", role: "aut", location: at(5, 5) },
        { name: "Bo Li", role: "trl", location: at(6, 26) },
      ],
      publisher: "Presses",
      date: "2026",
      rights: "© 2026",
      description: "Un rapport",
      subjects: [{ term: "ATFX", scheme: "thema", code: "ATFX", location: at(11, 35) }, { term: "cinéma" }],
      identifier: "urn:isbn:978-0-306-40615-7",
      series: { name: "Cahiers", position: 3 },
    });
    expect(publication?.editions[0]?.tocDepth).toBe(3);
  });
});

describe("editions", () => {
  test("say again what differs, and leave the other editions as they are", async () => {
    const { publication, diagnostics } = await loadYaml(
      `${HEAD}theme: technical
trim: 6in 9in
variables: { accent: red, columns: 2 }
editions:
  print: { format: pdf, variables: { accent: blue } }
  english:
    format: pdf
    trim: digest
    theme: magazine
    title: The Book
    language: en-GB
    identifier: urn:isbn:9780306406157
    content: english
    cover: cover.png
    toc-depth: 1
    frontmatter: [{ role: titlepage }]
    bodymatter: [{ file: first.md }]
  ebook: { format: epub }
`,
      { "english/first.md": "# First", "cover.png": "" },
    );
    expect(shown(diagnostics)).toEqual([]);
    const [print, english, ebook] = publication?.editions ?? [];
    expect(print).toMatchObject({
      theme: "technical",
      trim: { width: 432, height: 648 },
      metadata: { title: "A Book" },
    });
    expect(print?.variables).toEqual({ accent: "blue", columns: 2 });
    expect(print).not.toHaveProperty("cover");
    expect(english).toMatchObject({
      theme: "magazine",
      trim: { width: 396, height: 612 },
      metadata: {
        title: "The Book",
        language: "en-GB",
        date: "2026-11-22",
        identifier: "urn:isbn:9780306406157",
      },
      cover: "cover.png",
      tocDepth: 1,
    });
    expect(english?.sections.map((each) => [each.role, ...each.files])).toEqual([
      ["titlepage"],
      ["chapter", "english/first.md"],
    ]);
    expect(ebook).toMatchObject({ format: "epub", metadata: { title: "A Book" } });
    expect(ebook?.variables).toEqual({ accent: "red", columns: 2 });
    expect(ebook?.location).toEqual({ file: "publication.yaml", line: 23, column: 3 });
  });
});

describe("sections", () => {
  test("stand in reading order, with the part that they belong to", async () => {
    const { publication, diagnostics } = await loadYaml(
      `title: A Book
language: en
date: 2026-11-22
frontmatter:
  - role: toc
bodymatter:
  - { role: prologue, file: one.md }
  - part: Part one
    sections:
      - { file: two.md, title: The second }
  - part: Part two
    sections:
      - files: [a.md, b.md]
backmatter:
  - role: index
`,
      { "content/a.md": "", "content/b.md": "" },
    );
    expect(shown(diagnostics)).toEqual([]);
    const edition = publication?.editions[0];
    expect(edition?.parts.map((each) => each.title)).toEqual(["Part one", "Part two"]);
    expect(edition?.sections.map(({ location: _, ...each }) => each)).toEqual([
      { role: "toc", matter: "front", files: [] },
      { role: "prologue", matter: "body", files: ["content/one.md"] },
      { role: "chapter", matter: "body", files: ["content/two.md"], title: "The second", part: 0 },
      { role: "chapter", matter: "body", files: ["content/a.md", "content/b.md"], levels: [1, 2], part: 1 },
      { role: "index", matter: "back", files: [] },
    ]);
  });

  test("may be reached over a symbolic link that stays inside", async () => {
    const folder = await folderWith({
      "publication.yaml": HEAD,
      "chapters/real.md": "# One",
      "content/x.md": "",
    });
    await symlink("../chapters/real.md", join(folder, "content/one.md"));
    const { publication, diagnostics } = await load(folder);
    expect(shown(diagnostics)).toEqual([]);
    expect(publication?.editions[0]?.sections[0]?.files).toEqual(["content/one.md"]);
  });
});

test("a publication's own theme folder is a theme", async () => {
  const { publication, diagnostics } = await loadYaml(`${HEAD}theme: house\n`, {
    "styles/house/print.css": "",
  });
  expect(shown(diagnostics)).toEqual([]);
  expect(publication?.editions[0]?.theme).toBe("house");
});

test("values may be shared with anchors and aliases", async () => {
  const { publication, diagnostics } = await loadYaml(`${HEAD}rights: &who Jane Doe\npublisher: *who\n`);
  expect(shown(diagnostics)).toEqual([]);
  expect(publication?.editions[0]?.metadata).toMatchObject({ rights: "Jane Doe", publisher: "Jane Doe" });
});

test("the language of Norwegians is a language and not the word no", async () => {
  const { publication } = await loadYaml(HEAD.replace("language: en", "language: no"));
  expect(publication?.editions[0]?.metadata.language).toBe("no");
});

test("the benchmark book loads without a complaint", { tags: "rust-book" }, async () => {
  const { publication, diagnostics } = await load(RUST_BOOK);
  expect(shown(diagnostics)).toEqual([]);
  expect(publication?.editions.map((each) => each.id)).toEqual(["print", "ebook"]);
  const sections = publication?.editions[0]?.sections ?? [];
  expect(sections.map((each) => each.role).filter((role) => role === "chapter")).toHaveLength(21);
  expect(sections.flatMap((each) => each.files)).toHaveLength(111);
  expect(publication?.editions[0]).toMatchObject({ theme: "technical", trim: { width: 432, height: 648 } });
});

describe("macros of formulas", () => {
  test("are those of the publication file", async () => {
    const macros = "macros: { R: '\\mathbb{R}', '\\norm': '\\lVert #1 \\rVert' }\n";
    const { publication, diagnostics } = await loadYaml(`${HEAD}${macros}`);
    expect(shown(diagnostics)).toEqual([]);
    expect(publication?.texts?.macros).toEqual({ "\\R": "\\mathbb{R}", "\\norm": "\\lVert #1 \\rVert" });
  });

  test("are those of projects of MyST and Jupyter Book", async () => {
    const text = { "one.md": "# One\n" };
    const myst =
      "project:\n  math:\n    R: '\\mathbb{R}'\n    '\\N': { macro: '\\mathbb{N}' }\n  toc: [{ file: one.md }]\n";
    const config =
      "sphinx: { config: { mathjax3_config: { tex: { macros: { norm: ['\\|#1\\|', 1] } } } } }\n";
    const books = [
      await load(await folderWith({ ...text, "myst.yml": myst })),
      await load(await folderWith({ ...text, "_toc.yml": "root: one\n", "_config.yml": config })),
    ];
    expect(books.map(({ publication }) => publication?.texts?.macros)).toEqual([
      { "\\R": "\\mathbb{R}", "\\N": "\\mathbb{N}" },
      { "\\norm": "\\|#1\\|" },
    ]);
  });
});

describe("the dialect of the texts", () => {
  test("is what the publication file says", async () => {
    const { publication } = await loadYaml(`${HEAD}syntax: gitbook\n`);
    expect(publication?.dialect).toBe("gitbook");
  });

  test("is found from the settings of a project", async () => {
    const summary = { "SUMMARY.md": "- [One](one.md)\n", "one.md": "# One\n" };
    const mdBook = await load(await folderWith({ ...summary, "book.toml": '[book]\nsrc = "."\n' }));
    const gitBook = await load(await folderWith(summary));
    expect([mdBook.publication?.dialect, gitBook.publication?.dialect]).toEqual(["mdbook", "gitbook"]);
  });
});
