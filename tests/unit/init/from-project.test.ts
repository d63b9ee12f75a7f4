/** What was understood of a project is written down so that it means the same. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publicationFileFor } from "../../../src/init/from-project.js";
import { describedProject } from "../../../src/load/described-project.js";
import { loadPublication } from "../../../src/load/load.js";
import type { Publication } from "../../../src/model/publication.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

function outline(publication: Publication | undefined) {
  const [edition] = publication?.editions ?? [];
  return {
    dialect: publication?.dialect ?? "markdown",
    theme: edition?.theme,
    title: edition?.metadata.title,
    date: edition?.metadata.date,
    texts: publication?.texts,
    language: edition?.metadata.language,
    people: edition?.metadata.contributors.map(({ name, role }) => ({ name, role })),
    parts: edition?.parts.map(({ title }) => title),
    sections: edition?.sections.map(({ role, files, chapters, part, title }) => ({
      role,
      files,
      chapters,
      part,
      title,
    })),
  };
}

test.each([
  [
    "a project of MkDocs",
    ".",
    {
      "mkdocs.yml":
        "site_name: 'Tides: all'\nsite_author: Ada Roe\ntheme: { language: de }\nnav: [index.md, Low: [a.md, Ebb: b.md]]\n",
      ...Object.fromEntries(["index", "a", "b"].map((name) => [`docs/${name}.md`, `# ${name}\n\nWords.\n`])),
    },
  ],
  [
    "a project of MyST",
    ".",
    {
      "myst.yml":
        "project: { title: Tides, language: en, date: 2024-05-03, math: { R: '\\mathbb{R}' }, toc: [{ file: a.md }, { file: b.md }] }\n",
      "a.md": "# A\n\nWords.\n",
      "b.md": "# B\n\nWords.\n",
    },
  ],
  [
    "a project of Quarto with variables",
    ".",
    {
      "_quarto.yml":
        "project: { type: book }\nlang: en\nedition: 3\nbook: { title: Tides, chapters: [index.qmd, b.qmd] }\n",
      "_variables.yml": "sea: North\n",
      "index.qmd": "# A\n\n{{< var sea >}}\n",
      "b.qmd": "# B\n\n{{< meta edition >}}\n",
    },
  ],
  [
    "a site of Jekyll",
    ".",
    {
      "_config.yml": "title: Tides\nlang: en\nsea: { name: North }\n",
      "a.md": "# A\n\nWords.\n",
      "b.md": "# B\n\nWords.\n",
    },
  ],
  [
    "a book of mdBook with hidden lines",
    ".",
    {
      "book.toml": "[book]\ntitle = 'Tides'\nlanguage = 'en'\n[output.html.code.hidelines]\npython = '~'\n",
      "src/SUMMARY.md": "- [A](a.md)\n- [B](b.md)\n",
      "src/a.md": "# A\n\nWords.\n",
      "src/b.md": "# B\n\nWords.\n",
    },
  ],
  [
    "a text",
    "book.md",
    { "book.md": "---\ntitle: Tides\nlang: en\n---\n\n# Ebb\n\nOut.\n\n# Flood\n\nIn.\n" },
  ],
])("%s", async (_, place, files) => {
  const root = await folders.make(files);
  const silent = () => undefined;
  const before = await loadPublication(join(root, place), silent);
  const project = await describedProject(join(root, place), silent);
  await writeFile(
    join(root, "publication.yaml"),
    publicationFileFor(project!.description, project!.file, "s.json"),
  );
  const told: unknown[] = [];
  const after = await loadPublication(root, (each) => told.push(each));
  expect(after?.file).toBe("publication.yaml");
  expect(outline(after)).toEqual(outline(before));
  const settings = before?.texts === undefined ? [] : [...(before.digests?.keys() ?? [])];
  expect([...(after?.digests?.keys() ?? [])]).toEqual(expect.arrayContaining(settings));
  expect(told).toEqual([]);
});
