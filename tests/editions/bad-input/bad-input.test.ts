/** A publication with faults: each is told once, with its place and what to do, and nothing is published. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { colophon, diagnosticsOf } from "../../support/command-line.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

const YAML = `title: A Book
language: en
date: 2026-11-22
identifier: urn:uuid:0b613b5d-379b-421e-8712-51b1ed9b5912
bodymatter:
  - file: one.md
  - file: two.md
editions:
  ebook: { format: epub }
  print: { format: pdf }
`;
const FILES = {
  "book/publication.yaml": YAML,
  "book/content/one.md": "# One\n\nThe [second](two.md#end) chapter ends.\n\n![A dot](dot.svg)\n",
  "book/content/two.md": "# Two\n\nText.\n\n## End\n\nLast words.\n",
  "book/content/three.md": "# Three\n",
  "book/content/dot.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>\n',
};

/** What is wrong, the files that make it so, the exit code, and all that is said. */
const FAULTS: readonly {
  readonly claim: string;
  readonly files: Readonly<Record<string, string>>;
  readonly code: number;
  readonly said: readonly string[];
}[] = [
  {
    claim: "a missing file",
    files: { "book/publication.yaml": YAML.replace("two.md", "two.md\n  - file: thre.md") },
    code: 1,
    said: [
      "publication.yaml:8:11 missing-file: There is no file `content/thre.md` | Did you mean `three.md`?",
    ],
  },
  {
    claim: "an unknown role",
    files: { "book/publication.yaml": YAML.replace("- file: two.md", "- { role: chaptre, file: two.md }") },
    code: 2,
    said: ["publication.yaml:7:13 unknown-role: There is no role `chaptre` | Did you mean `chapter`?"],
  },
  {
    claim: "a misspelt key",
    files: { "book/publication.yaml": YAML.replace("language:", "langauge:") },
    code: 2,
    said: [
      "publication.yaml:2:1 unknown-key: A publication has no key `langauge` | Did you mean `language`?",
    ],
  },
  {
    claim: "a link to a file that is no section",
    files: { "book/content/one.md": "# One\n\nSee [there](tow.md).\n" },
    code: 1,
    said: [
      "content/one.md:3:5 broken-link: The link leads to `content/tow.md`, which is not part of this edition | Did you mean `content/two.md`?",
    ],
  },
  {
    claim: "a link to a heading that is not there",
    files: { "book/content/one.md": "# One\n\nText and\nthen [the end](two.md#edn).\n" },
    code: 1,
    said: [
      "content/one.md:4:6 broken-link: The link leads to `#edn`, which is not in content/two.md | Did you mean `#end`?",
    ],
  },
  {
    claim: "an image that is not there",
    files: { "book/content/two.md": "# Two\n\n- A list\n\n  ![A dot](dott.svg)\n\n## End\n" },
    code: 1,
    said: [
      "content/two.md:5:3 missing-image: There is no image `content/dott.svg` | Did you mean `dot.svg`?",
    ],
  },
  {
    claim: "two sections with one file",
    files: { "book/publication.yaml": YAML.replace("two.md", "two.md\n  - file: one.md") },
    code: 1,
    said: [
      "publication.yaml:8:11 file-used-twice: `one.md` is already in use, on line 6 | List each file once",
    ],
  },
  {
    claim: "YAML that does not parse",
    files: { "book/publication.yaml": YAML.replace("{ format: epub }", "{ format: epub") },
    code: 2,
    said: [
      "publication.yaml:10:3 yaml-syntax: A list or mapping in brackets is not closed, or the indentation does not fit | Close it with `]` or `}`, and line up entries that belong together",
    ],
  },
  {
    claim: "an empty publication",
    files: { "book/publication.yaml": YAML.replace(/bodymatter:\n(?: {2}- .*\n)+/, "bodymatter: []\n") },
    code: 1,
    said: [
      "publication.yaml:5:13 empty-publication: The publication has no text: `bodymatter` lists nothing | List its chapters: `bodymatter:` and below it `- file: chapter-1.md`",
    ],
  },
  {
    claim: "a body without a value",
    files: { "book/publication.yaml": YAML.replace(/bodymatter:\n(?: {2}- .*\n)+/, "bodymatter:\n") },
    code: 2,
    said: ["publication.yaml:5:1 wrong-type: `bodymatter` has no value | Give it a value or remove the line"],
  },
  {
    claim: "several of them",
    files: {
      "book/publication.yaml": YAML.replace("date:", "subtitel: x\ndate:").replace(
        "  - file: two.md",
        "  - { role: chaptre, file: two.md }\n  - file: one.md\n  - file: four.md",
      ),
      "book/content/one.md": "# One\n\nSee [there](tow.md).\n\n![A dot](dott.svg)\n",
    },
    code: 2,
    said: [
      "publication.yaml:3:1 unknown-key: A publication has no key `subtitel` | Did you mean `subtitle`?",
      "publication.yaml:8:13 unknown-role: There is no role `chaptre` | Did you mean `chapter`?",
      "publication.yaml:9:11 file-used-twice: `one.md` is already in use, on line 7 | List each file once",
      "publication.yaml:10:11 missing-file: There is no file `content/four.md` | Write the file or correct the path",
      "content/one.md:3:5 broken-link: The link leads to `content/tow.md`, which is not part of this edition | Did you mean `content/two.md`?",
      "content/one.md:5:1 missing-image: There is no image `content/dott.svg` | Did you mean `dot.svg`?",
    ],
  },
];

describe.each(FAULTS)("$claim", ({ files, code, said }) => {
  test("is told once for all editions, with its place and what to do", async () => {
    const project = await folders.make({ ...FILES, ...files });
    const run = await colophon(project, "build", "book", "--json", "--no-cache", "--out", "out");
    expect(diagnosticsOf(run).sort()).toEqual([...said].sort());
    expect(run.code).toBe(code);
    expect(await readdir(project)).toEqual(["book"]);
  });
});

describe("what was published before", () => {
  test("stays as it was when a later build finds a fault", async () => {
    const project = await folders.make(FILES);
    const build = () =>
      colophon(project, "build", "book", "--json", "--no-cache", "--edition", "ebook", "--out", "out");
    const published = join(project, "out", "book", "ebook.epub");
    expect((await build()).code).toBe(0);
    const before = await readFile(published);
    await writeFile(join(project, "book", "content", "one.md"), "# One\n\n[Gone](gone.md)\n");
    expect((await build()).code).toBe(1);
    expect(Buffer.compare(await readFile(published), before)).toBe(0);
    expect(await readdir(join(project, "out", "book"))).toEqual(["ebook.epub"]);
  });

  test("of one publication does not depend on the faults of another", async () => {
    const project = await folders.make({
      ...FILES,
      "other/publication.yaml": YAML.replace("language:", "langauge:"),
      "other/content/one.md": "# One\n",
      "other/content/two.md": "# Two\n",
    });
    const run = await colophon(
      project,
      "build",
      "other",
      "book",
      "-q",
      "--no-cache",
      "-e",
      "ebook",
      "-o",
      "out",
    );
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("other/publication.yaml:2:1");
    expect(await readdir(join(project, "out"))).toEqual(["book", "editions.json", "editions.timings.json"]);
  });
});
