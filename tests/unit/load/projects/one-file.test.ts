/** A text by itself is a book: what it says at its top, and its headings, are enough. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { composeFolder } from "../../../support/compose-folder.js";
import { folderWith, load, shown } from "../publication-folder.js";

async function book(text: string, name = "tides.md") {
  return composeFolder(join(await folderWith({ [name]: text }), name));
}

/** `role: title`, as they follow each other. */
function sections({ book }: Awaited<ReturnType<typeof composeFolder>>): string[] {
  return book.sections.flatMap(({ role, title, bodies }) =>
    bodies.length === 0 ? [] : [`${role}: ${title}`],
  );
}

describe("a book of one file", () => {
  test("has what its front matter says, and a chapter for each first heading", async () => {
    const matter =
      'title: "Salt: *a* story"\nauthor: [Ada Roe, { name: Bo Li }]\ndate: May 3, 2021\nlang: de\n';
    const made = await book(
      `---\n${matter}---\n\n# Vorwort\n\nA.\n\n# Ebbe\n\nB.\n\n## Tief\n\n# Flut\n\nC.\n\n# Anhang\n\nD.\n`,
    );
    expect(made.book.metadata).toMatchObject({ title: "Salt: a story", language: "de", date: "2021-05-03" });
    expect(made.book.metadata.contributors.map(({ name }) => name)).toEqual(["Ada Roe", "Bo Li"]);
    expect(sections(made)).toEqual([
      "preface: Vorwort",
      "chapter: Ebbe",
      "chapter: Flut",
      "appendix: Anhang",
    ]);
    expect(made.publication.id).toBe("tides");
    expect(made.diagnostics).toEqual([]);
  });

  test("may be several files, of which one goes on with the chapter of another", async () => {
    const made = await composeFolder(
      await folderWith({
        "publication.yaml":
          "title: Tides\nlanguage: en\nbodymatter: [{ files: [a.md, b.md, c.md], chapters: headings }]\n",
        "content/a.md": "Before.\n\n# Ebb\n\nA.[^1]\n\n[^1]: Low.\n",
        "content/b.md": "## Mud\n\nB.\n\n# Flood\n\nC.[^1]\n\n[^1]: High.\n",
        "content/c.md": "D.\n",
      }),
    );
    expect(sections(made)).toEqual(["preamble: Preamble", "chapter: Ebb", "chapter: Flood"]);
    expect(made.book.sections.map(({ bodies }) => bodies.map(({ file }) => file.slice(8)))).toEqual([
      ["a.md"],
      ["a.md", "b.md"],
      ["b.md", "c.md"],
    ]);
    expect(made.book.sections.map(({ notes }) => notes.length)).toEqual([0, 1, 1]);
    expect(made.diagnostics).toEqual([]);
  });

  test("takes its first heading for the title when the chapters stand below it", async () => {
    const made = await book("# Tides\n\n## Ebb\n\nA.\n\n## Flood\n\nB.\n");
    expect(made.book.metadata.title).toBe("Tides");
    expect(sections(made)).toEqual(["chapter: Ebb", "chapter: Flood"]);
  });

  test.each([
    ["# Preface\n\nWhy.\n\n# Ebb\n\nA.\n", "en", "preface: Preface"],
    [
      "# Vorwort\n\nWarum das Wasser nicht bleibt und wohin es geht, wenn der Mond es zu sich ruft, das haben die Leute an der Küste schon immer gewusst, und sie haben es auch ihren Kindern gesagt.\n\n# Ebbe\n\nDas Wasser geht.\n",
      "de",
      "preface: Vorwort",
    ],
    ["# Chapter 1: Ebb\n\nA.\n\n# Chapter 2: Flood\n\nB.\n", "en", "chapter: Chapter 1: Ebb"],
    ["# 第一章 潮\n\n水が引く。\n\n# 第二章 満\n\n水が満ちる。\n", "ja", "chapter: 第一章 潮"],
  ])(
    "has the name of its file where its first heading is one of its chapters: %s",
    async (text, language, first) => {
      const made = await book(text, "all-tides.md");
      expect(made.book.metadata).toMatchObject({ title: "All tides", language });
      expect(sections(made)[0]!.replaceAll("\u00A0", " ")).toBe(first);
    },
  );

  test("keeps what stands between the title and the first chapter", async () => {
    const made = await book("# Tides\n\nFor sailors.\n\n# Ebb\n\nA.\n\n# Flood\n\nB.\n");
    expect(sections(made)).toEqual(["preamble: Tides", "chapter: Ebb", "chapter: Flood"]);
    expect(made.html).toContain("For sailors.");
  });

  test("has each note in the chapter that refers to it, and links from one chapter to another", async () => {
    const made = await book(
      "# Ebb\n\nA.[^1] See [flood](#flood).\n\n# Flood\n\nB.[^2]\n\n[^1]: One.\n[^2]: Two.\n",
    );
    const [ebb, flood] = made.book.sections.filter(({ bodies }) => bodies.length > 0);
    expect([ebb?.notes.length, flood?.notes.length]).toEqual([1, 1]);
    expect(made.html).toContain(`href="#${flood?.id}"`);
    expect(made.diagnostics).toEqual([]);
  });

  test("gives its chapters the ids of their headings", async () => {
    const { book: made } = await book("# Ebb\n\nA.\n\n# Ebb\n\nB.\n");
    expect(made.sections.flatMap(({ id, bodies }) => (bodies.length === 0 ? [] : [id]))).toEqual([
      "ebb",
      "ebb-1",
    ]);
  });

  test("is named after its file when nothing else names it, in the language of its letters", async () => {
    const words = "Der Wind und das Meer sind nicht immer mit den Leuten, die auf dem Schiff sind. ";
    const { publication, diagnostics } = await load(
      join(await folderWith({ "2-high_water.md": words.repeat(8) }), "2-high_water.md"),
    );
    expect(publication?.editions[0]?.metadata).toMatchObject({ title: "High water", language: "de" });
    expect(shown(diagnostics)).toEqual([
      "1:1 language-found: No language is set; the text seems to be in `de` | " +
        "Write `lang: de` at the top of 2-high_water.md, between lines of `---`",
    ]);
    const script = await load(join(await folderWith({ "flut.fountain": words.repeat(8) }), "flut.fountain"));
    expect(shown(script.diagnostics)).toEqual([
      "1:1 language-found: No language is set; the text seems to be in `de` | " +
        "Write `Language: de` on the title page, at the top of flut.fountain",
    ]);
  });

  test("tells of front matter that is no YAML once, and goes without it", async () => {
    const made = await book(
      "---\ntitle: Tides\nauthor: [Ada\nlang: en\n---\n\n# Ebb\n\nA.\n\n# Flood\n\nB.\n",
    );
    expect(made.diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
      ["bad-settings", "tides.md"],
    ]);
    expect(made.book.metadata.title).toBe("Tides");
    expect(made.html).toContain("A.");
  });

  test("goes without a bibliography and a cover that are not there", async () => {
    const made = await book(
      "---\ntitle: Tides\nlang: en\nbibliography: [gone.bib]\ncover-image: sea.png\n---\n\nA.\n",
    );
    expect(shown(made.diagnostics)).toEqual([
      "4:15 setting-left-out: `bibliography` names `gone.bib`, which is not a file of the project, and is left out | Write the file or correct the path",
      "5:14 setting-left-out: `cover` names `sea.png`, which is not a file of the project, and is left out | Write the file or correct the path",
    ]);
  });
});

test("a publication file can say that the headings of a file are its chapters", async () => {
  const yaml = "title: Tides\nlanguage: en\ndate: 2024\nbodymatter: [{ file: all.md, chapters: headings }]\n";
  const made = await composeFolder(
    await folderWith({ "publication.yaml": yaml, "content/all.md": "# Ebb\n\nA.\n\n# Flood\n\nB.\n" }),
  );
  expect(sections(made)).toEqual(["chapter: Ebb", "chapter: Flood"]);
});
