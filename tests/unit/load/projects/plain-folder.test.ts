/** Texts in a folder are a book in the order that they say themselves. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publicationsMeantBy } from "../../../../src/load/locate.js";
import { composeFolder } from "../../../support/compose-folder.js";
import { folderWith, load, shown } from "../publication-folder.js";

async function order(files: Readonly<Record<string, string>>) {
  const { publication, diagnostics } = await load(await folderWith(files));
  const [edition] = publication?.editions ?? [];
  const listed = (edition?.sections ?? []).flatMap(({ files: [file], part, role }) => {
    const place = part === undefined ? "" : `${edition?.parts[part]?.title}: `;
    return file === undefined ? [] : [role === "chapter" ? place + file : `(${role}) ${file}`];
  });
  return { listed, metadata: edition?.metadata, diagnostics };
}

const EN =
  "The sea and the wind were with us, and it was not the first time that we had been on this water. ".repeat(
    6,
  );

describe("a folder of texts", () => {
  test("goes by name, numbers as numbers, with folders as parts", async () => {
    const { listed, metadata } = await order({
      "10-flood.md": "# Flood\n",
      "2-ebb.md": `# Ebb\n\n${EN}`,
      "3-rigging/b.md": "# B\n",
      "3-rigging/a.md": "# A\n",
      "LICENSE.md": "# MIT\n",
      "notes.txt": "no text of the book",
    });
    expect(listed).toEqual(["2-ebb.md", "Rigging: 3-rigging/a.md", "Rigging: 3-rigging/b.md", "10-flood.md"]);
    expect(metadata?.language).toBe("en");
  });

  test("goes by what its texts say of their place", async () => {
    const { listed } = await order({
      "a.md": "---\nweight: 3\n---\n# A\n",
      "b.md": "---\nweight: 1\n---\n# B\n",
      "c.md": "# C\n",
    });
    expect(listed).toEqual(["b.md", "a.md", "c.md"]);
  });

  test("goes by the links of its README, and tells what it does not lead to", async () => {
    const { listed, metadata, diagnostics } = await order({
      "README.md": `# Tides\n\n${EN}\n\n- [Flood](flood.md)\n- [Ebb](./ebb.md#low)\n- [web](https://example.org)\n`,
      "ebb.md": "# Ebb\n",
      "flood.md": "# Flood\n",
      "scrap.md": "# Scrap\n",
    });
    expect(listed).toEqual(["(introduction) README.md", "flood.md", "ebb.md"]);
    expect(metadata?.title).toBe("Tides");
    expect(shown(diagnostics)).toEqual([
      "1:1 texts-left-out: `scrap.md` is left out: README.md does not lead there | Link to what belongs to the book in README.md",
    ]);
  });

  test("has the names of its texts, or of links to them, as titles where texts have none", async () => {
    const untitled = "Words first.\n\n## Low\n\nA.\n\n## Lower\n\nB.\n";
    const texts = {
      "the_ebb.md": untitled,
      "the-flood.md": "# Flood\n\nC.\n",
      "chapter-3.md": untitled,
      "storm.md": "Words.\n",
      "04-calm.md": "Words.\n",
    };
    const titles = async (files: Record<string, string>) =>
      Object.fromEntries(
        (await load(await folderWith(files))).publication!.editions[0]!.sections.map(
          ({ files: [file], title }) => [file, title],
        ),
      );
    expect(await titles(texts)).toMatchObject({
      "the_ebb.md": "The ebb",
      "the-flood.md": undefined,
      "chapter-3.md": undefined,
      "storm.md": "Storm",
      "04-calm.md": undefined,
    });
    const README = `Words.\n\n${EN}\n\n## Parts\n\n- [The *Ebb*](the_ebb.md)\n- [C](the-flood.md)\n- [D](storm.md)\n`;
    expect(await titles({ ...texts, "README.md": README })).toMatchObject({ "the_ebb.md": "The Ebb" });
  });

  test("has numbered texts that its README forgets in their places", async () => {
    const { listed, diagnostics } = await order({
      "README.md": `# Tides\n\n${EN}\n\n- [Flood](text/2-flood.md)\n- [Ebb](text/3-ebb.md)\n- [Slack](text/5-slack.md)\n`,
      ...Object.fromEntries(
        ["1-moon", "2-flood", "3-ebb", "5-slack", "10-neap", "draft"].map((name) => [
          `text/${name}.md`,
          `# ${name}\n`,
        ]),
      ),
    });
    expect(listed.slice(1)).toEqual(
      ["1-moon", "2-flood", "3-ebb", "5-slack", "10-neap"].map((name) => `text/${name}.md`),
    );
    expect(shown(diagnostics)).toEqual([expect.stringContaining("`text/draft.md` is left out")]);
  });

  test("has no translations of its texts, which are told", async () => {
    const { listed, diagnostics } = await order({
      "README.md": `# Tides\n\n${EN}\n\n[日本語](README-ja.md), [简体中文](README_CN.md) [Português](README-pt_BR.md)\n`,
      "README-ja.md": "# 潮\n",
      "README_CN.md": "# 潮汐\n",
      "README-pt_BR.md": "# Marés\n",
      "ebb.md": "# Ebb\n",
      "ebb.fr.md": "# Le jusant\n",
      "what.md": "# What\n",
      "what-is.md": "# What is a tide\n",
      "what-to-do.md": "# What to do\n",
      "flood.fr.md": "# Le flot\n",
    });
    expect(listed).toEqual([
      "(introduction) README.md",
      "ebb.md",
      "flood.fr.md",
      "what-is.md",
      "what-to-do.md",
      "what.md",
    ]);
    expect(shown(diagnostics)).toEqual([
      "1:1 translations-left-out: A book is in one language: `ebb.fr.md` and 3 more translations are left out | Build a translation by its name, or list its texts in a publication.yaml: it is a book of its own",
    ]);
  });

  test.each<[string, Record<string, string>, string[], string]>([
    [
      "two, one of them English",
      { "en/a.md": EN, "en/b.md": EN, "zh/a.md": "潮", "zh/b.md": "汐" },
      ["en/a.md", "en/b.md"],
      "`zh` is",
    ],
    [
      "one, beside the texts themselves",
      { "a.md": EN, "b.md": EN, "cn/a.md": "潮", "cn/b.md": "汐" },
      ["a.md", "b.md"],
      "`cn` is",
    ],
    [
      "some with three letters or a script",
      {
        "a.md": EN,
        "b.md": EN,
        ...Object.fromEntries(
          ["de", "fil", "fr", "pt_br", "sp", "zh-hant"].map((name) => [`${name}/a.md`, "A"]),
        ),
      },
      ["a.md", "b.md"],
      "`de` and 5 more folders are",
    ],
  ])("leaves out folders in other languages: %s", async (_, files, expected, left) => {
    const { listed, diagnostics } = await order(files);
    expect(listed.map((each) => each.replace(/^.*: |^\(.*\) /, ""))).toEqual(expected);
    expect(shown(diagnostics).filter((each) => each.includes("translations-left-out"))).toEqual([
      expect.stringContaining(`${left} left out`),
    ]);
  });

  test("keeps folders that are called like a language by chance", async () => {
    const { listed } = await order({ "a.md": EN, "b.md": EN, "cs/net.md": "C#", "ts/types.md": "T" });
    expect(listed).toHaveLength(4);
    const words = ["in", "out", "if"].flatMap((name) => [`${name}/README.md`, `${name}/more.md`]);
    const glossary = await order({
      "README.md": EN,
      "b.md": EN,
      ...Object.fromEntries(words.map((name) => [name, "A"])),
    });
    expect(glossary.listed).toHaveLength(8);
  });

  test("tells of translations once, in however many folders they are", async () => {
    const names = ["one", "two", "three"].flatMap((name) =>
      ["", "-fr", "-ja"].map((tag) => `${name}/README${tag}.md`),
    );
    const { diagnostics } = await order(Object.fromEntries(names.map((name) => [name, EN])));
    expect(shown(diagnostics).filter((each) => each.includes("translations-left-out"))).toEqual([
      expect.stringContaining("`one/README-fr.md` and 5 more translations are left out"),
    ]);
  });

  test("has the headings of its index as parts", async () => {
    const { listed } = await order({
      "index.md": `# Tides\n\n${EN}\n\n## Low\n\n[a](a.md), [b](b.md)\n\n## High\n\n[c](c.md), [d](d.md)\n`,
      ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${name}.md`, `# ${name}\n`])),
    });
    expect(listed.slice(1)).toEqual(["Low: a.md", "Low: b.md", "High: c.md", "High: d.md"]);
  });

  test("is a book of one file when it has one", async () => {
    const { metadata } = await order({ "README.md": `# Tides\n\n## Ebb\n\n${EN}\n\n## Flood\n\nB.\n` });
    expect(metadata?.title).toBe("Tides");
  });

  test("is no publication when others are in it", async () => {
    const { diagnostics } = await order({ "a.md": "# A\n", "book/publication.yaml": "title: x\n" });
    expect(shown(diagnostics)).toEqual([
      expect.stringMatching(/^publication-not-found: .* \| Name one of: `book`$/),
    ]);
  });
});

describe("a folder with others in it", () => {
  const book = "title: x\nlanguage: en\nbodymatter: [a.md]\n";
  const chapters = Object.fromEntries(["1", "2", "3", "4"].map((name) => [`${name}.md`, `# ${name}\n`]));

  test.each([
    ["the only one", { "README.md": "# R\n", "tides/publication.yaml": book }, "tides"],
    [
      "the one at the usual place",
      { "docs/publication.yaml": book, "site/publication.yaml": book, "a.md": "# A\n" },
      "docs",
    ],
    ["none at a usual place", { "one/publication.yaml": book, "two/publication.yaml": book }, undefined],
    ["itself, of its many texts", { ...chapters, "book/publication.yaml": book }, undefined],
  ])("stands for %s", async (_, files, expected) => {
    const folder = await folderWith(files);
    expect(await publicationsMeantBy(folder)).toEqual(expected === undefined ? [] : [join(folder, expected)]);
  });

  test("is a book of its many texts", async () => {
    const { listed } = await order({ ...chapters, "book/publication.yaml": book });
    expect(listed).toEqual(["1.md", "2.md", "3.md", "4.md"]);
  });
});

test("links count from the text, else from the folder of all texts", async () => {
  const made = await composeFolder(
    await folderWith({
      "mkdocs.yml": "site_name: Tides\ntheme: { language: en }\nnav: [low/ebb.md, high/flood.md]\n",
      "docs/low/ebb.md": "# Ebb\n\nSee [flood](high/flood.md#top) and [itself](ebb.md).\n",
      "docs/high/flood.md": "# Flood\n\nWords.\n",
    }),
  );
  expect(made.html).toMatch(/href="#flood">flood.*href="#ebb">itself/s);
  expect(made.diagnostics).toEqual([]);
});
