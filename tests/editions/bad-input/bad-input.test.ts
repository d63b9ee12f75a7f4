/**
 * A publication with faults: each is told once, with its place and what to do. Nothing is published that could not
 * be read whole, or with `--strict`; what a reader can live with is published with a mark in its place.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { colophon, diagnosticsOf, type Run } from "../../support/command-line.js";
import { readEpub } from "../../support/epub.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

const codesOf = (run: Run) =>
  diagnosticsOf(run)
    .map((each) => / ([a-z0-9-]+): /.exec(each)?.[1])
    .sort();

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
      "content/one.md:4:6 broken-link: The link leads to `#edn`, which is not in `content/two.md` | Did you mean `#end`?",
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
      "publication.yaml:8:11 file-used-twice: `one.md` is already in use, on line 6; it is published once, there | List each file once",
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
      "publication.yaml:9:11 file-used-twice: `one.md` is already in use, on line 7; it is published once, there | List each file once",
      "publication.yaml:10:11 missing-file: There is no file `content/four.md` | Write the file or correct the path",
      "content/one.md:3:5 broken-link: The link leads to `content/tow.md`, which is not part of this edition | Did you mean `content/two.md`?",
      "content/one.md:5:1 missing-image: There is no image `content/dott.svg` | Did you mean `dot.svg`?",
    ],
  },
];

describe.each(FAULTS)("$claim", ({ files, code, said }) => {
  test("is told once for all editions, with its place and what to do", async () => {
    const project = await folders.make({ ...FILES, ...files });
    const run = await colophon(project, "build", "book", "--json", "--strict", "--no-cache", "--out", "out");
    expect(diagnosticsOf(run).sort()).toEqual([...said].sort());
    expect(run.code).toBe(code);
    expect(await readdir(project)).toEqual(["book"]);
  });
});

describe("what a reader can live with", () => {
  const TEXT = `# One

[Gone](gone.md) and [there](two.md#nowhere), [up](../LICENSE).

![A lamp](lamp.png)

![Not a picture](torn.png)

![A map](https://maps.example.org/map) ![build](https://img.shields.io/x.svg)

See @fig-none and $\\nocommand{1}$, {{ name }}, a[^1] [word]{lang=xx-foo}.

| a |
|---|
| b | c |

::: note
A note.
`;
  const NO_DATE = YAML.replace(/date: .*\n/, "");
  const said = [
    "broken-link",
    "broken-link",
    "link-outside",
    "missing-image",
    "image-broken",
    "remote-image",
    "unknown-reference",
    "bad-math",
    "note-without-text",
    "unknown-language",
    "table-cells-lost",
    "unclosed-div",
  ];

  test("is published and marked at its place, in a book without a date too", async () => {
    const project = await folders.make({
      ...FILES,
      "book/publication.yaml": NO_DATE,
      "book/content/one.md": TEXT,
      "book/content/torn.png": "no picture",
    });
    const build = (...options: string[]) =>
      colophon(project, "build", "book", "--json", "-e", "ebook", "--out", "out", ...options);
    const run = await build();
    expect(codesOf(run)).toEqual([...said].sort());
    expect(run.code).toBe(0);
    const epub = await readEpub(new Uint8Array(await readFile(join(project, "out/book/ebook.epub"))));
    const page = epub.read("EPUB/one.xhtml");
    const text = page.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
    expect(page).not.toMatch(/href="(?!styles|https:)/);
    expect(text).toContain("Gone and there, up.");
    expect(page).toContain('<span class="missing-image">A lamp</span>');
    expect(page).toContain('<span class="missing-image">Not a picture</span>');
    expect(page).toContain('<a class="remote-image" href="https://maps.example.org/map">A map</a>');
    expect(text).not.toContain("build");
    expect(page).toContain('<strong class="missing">@fig-none</strong>');
    expect(page).toMatch(/<code class="math-source">\$\\nocommand\{1\}\$<\/code>/);
    expect(text).toContain("{{ name }}, a[^1] word.");
    expect(page).not.toContain("xx-foo");
    expect(page).toMatch(/<td>b<\/td>\s*<td>c<\/td>/);
    expect(text).toContain("A note.");
    // From the cache too, and not at all for who is strict.
    expect(codesOf(await build())).toEqual([...said].sort());
    expect((await build("--strict")).code).toBe(1);
    expect((await build("--level", "links=error")).code).toBe(1);
  });

  test("a file that is added later is seen, though the edition was kept", async () => {
    const project = await folders.make({
      ...FILES,
      "book/content/one.md": "# One\n\n![A lamp](/img/lamp.svg)\n",
    });
    const build = () => colophon(project, "build", "book", "--json", "-e", "ebook", "--out", "out");
    expect(codesOf(await build())).toEqual(["missing-image"]);
    await mkdir(join(project, "book/static/img"), { recursive: true });
    await writeFile(join(project, "book/static/img/lamp.svg"), FILES["book/content/dot.svg"]);
    expect(codesOf(await build())).toEqual([]);
    await mkdir(join(project, "book/content/img"));
    const nearer = FILES["book/content/dot.svg"].replace('r="4"', 'r="3"');
    await writeFile(join(project, "book/content/img/lamp.svg"), nearer);
    await build();
    const epub = await readEpub(new Uint8Array(await readFile(join(project, "out/book/ebook.epub"))));
    expect(epub.read("EPUB/images/lamp.svg")).toContain('r="3"');
  });
});

describe("what would be refused", () => {
  test("is published by who asks for it, with a mark where a file is missing", async () => {
    const project = await folders.make({
      ...FILES,
      "book/publication.yaml": YAML.replace("two.md", "two.md\n  - file: thre.md"),
    });
    const build = (...options: string[]) =>
      colophon(project, "build", "book", "--json", "-e", "ebook", "--out", "out", ...options);
    expect((await build()).code).toBe(1);
    for (const option of [["--publish-anyway"], ["--level", "files=warning"]]) {
      const run = await build(...option);
      expect(codesOf(run)).toEqual(["missing-file"]);
      expect(run.code).toBe(0);
      const epub = await readEpub(new Uint8Array(await readFile(join(project, "out/book/ebook.epub"))));
      expect(epub.read("EPUB/thre.xhtml")).toContain('<strong class="missing">thre.md</strong>');
    }
  });
});

describe("what was published before", () => {
  test("stays as it was when a later build finds a fault", async () => {
    const project = await folders.make(FILES);
    const build = () =>
      colophon(
        project,
        "build",
        "book",
        "--json",
        "--no-cache",
        "--strict",
        "--edition",
        "ebook",
        "--out",
        "out",
      );
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
