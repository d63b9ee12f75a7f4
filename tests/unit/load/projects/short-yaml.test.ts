/** What a publication file may say in a word, where only a mapping says more. */
import { expect, test } from "vitest";
import { loadYaml } from "../publication-folder.js";

const TOP = "title: A Book\nlanguage: en\ndate: 2026-11-22\n";

async function edition(yaml: string, files?: Readonly<Record<string, string>>) {
  const { publication, diagnostics } = await loadYaml(`${TOP}${yaml}\n`, files);
  expect(diagnostics).toEqual([]);
  return publication!.editions[0]!;
}

const sections = async (yaml: string, files?: Readonly<Record<string, string>>) =>
  (await edition(yaml, files)).sections.map(({ role, files }) => [
    role,
    ...files.map((each) => each.slice(8)),
  ]);

test.each([
  [
    "files",
    "bodymatter: [one.md, two.md]",
    [
      ["chapter", "one.md"],
      ["chapter", "two.md"],
    ],
  ],
  ["the only file", "bodymatter: one.md", [["chapter", "one.md"]]],
  ["a mapping that is the only one", "bodymatter: { file: one.md, title: Uno }", [["chapter", "one.md"]]],
  ["files of a part", "bodymatter: [{ part: First, sections: [one.md] }]", [["chapter", "one.md"]]],
  [
    "roles of pages that templates make",
    "frontmatter: [titlepage, toc]\nbodymatter: one.md",
    [["titlepage"], ["toc"], ["chapter", "one.md"]],
  ],
])("%s", async (_, yaml, expected) => {
  expect(await sections(yaml)).toEqual(expected);
});

test("a section of front or back matter is what its file or title says", async () => {
  const files = {
    "content/00-preface.md": "# P\n",
    "content/works_cited.md": "# W\n",
    "content/maps.md": "# M\n",
  };
  const yaml =
    "frontmatter: [00-preface.md]\nbodymatter: one.md\nbackmatter: [works_cited.md, { file: two.md, title: Glossary }, maps.md]";
  expect(await sections(yaml, files)).toEqual([
    ["preface", "00-preface.md"],
    ["chapter", "one.md"],
    ["bibliography", "works_cited.md"],
    ["glossary", "two.md"],
    ["appendix", "maps.md"],
  ]);
});

test.each([
  [
    "a list of names",
    "contributors: [Ada Byron, { name: Jo, role: trl }]",
    [
      ["Ada Byron", "aut"],
      ["Jo", "trl"],
    ],
  ],
  ["one name", "contributors: Ada Byron", [["Ada Byron", "aut"]]],
  ["a relator by its name", "contributors: [{ name: Jo, role: Translator }]", [["Jo", "trl"]]],
])("contributors: %s", async (_, yaml, expected) => {
  const { contributors } = (await edition(`bodymatter: one.md\n${yaml}`)).metadata;
  expect(contributors.map(({ name, role }) => [name, role ?? "aut"])).toEqual(expected);
});
