/** Each thing that can be wrong with a publication file is told at its place, with what to do. */
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publicationHome } from "../../../../src/load/locate.js";
import { processorTime } from "../../../support/processor-time.js";
import { folderWith, HEAD, load, loadYaml, shown } from "../publication-folder.js";

/** What a test's own YAML, which starts on line 6, is answered with. */
async function answers(yaml: string, files?: Readonly<Record<string, string>>): Promise<string[]> {
  return shown((await loadYaml(HEAD + yaml, files)).diagnostics);
}

/** Single faults: the YAML after the head, and the one diagnostic that it is answered with. */
const FAULTS: readonly (readonly [claim: string, yaml: string, diagnostic: string])[] = [
  [
    "an edition's name that Windows keeps for itself",
    "editions:\n  nul: { format: epub }",
    "7:3 bad-name: `nul` cannot be a name here | Choose another name: Windows keeps this one for a device",
  ],
  [
    "an edition's name of a device with an ending",
    "editions:\n  com1.book: { format: epub }",
    "7:3 bad-name: `com1.book` cannot be a name here | Choose another name: Windows keeps this one for a device",
  ],
  [
    "an edition's name that would be lost",
    "editions:\n  print: { format: epub }\n  __proto__: { format: epub }",
    "8:3 bad-name: `__proto__` cannot be a name here | Choose another name",
  ],
  [
    "a misspelt key",
    "subtitel: x",
    "6:1 unknown-key: A publication has no key `subtitel` | Did you mean `subtitle`?",
  ],
  [
    "a misspelt key of an edition",
    "editions:\n  print: { format: pdf, them: novel }",
    "7:25 unknown-key: The edition `print` has no key `them` | Did you mean `theme`?",
  ],
  [
    "a misspelt key of a contributor",
    "contributors:\n  - { nmae: Jane Doe }",
    "7:7 unknown-key: An entry of `contributors` has no key `nmae` | Did you mean `name`?",
  ],
  [
    "a key that stands twice",
    "title: Again",
    "6:1 duplicate-key: `title` is given a second time | Keep one of the two",
  ],
  [
    "a number where text belongs",
    "subtitle: 1984",
    '6:11 wrong-type: `subtitle` must be text, not the number 1984 | Put it in quotes: `subtitle: "1984"`',
  ],
  [
    "an ISBN as a number",
    "identifier: 9780306406157",
    "6:13 wrong-type: `identifier` must be text, not the number 9780306406157 | Write `identifier: urn:isbn:9780306406157`",
  ],
  [
    "neither text nor mapping",
    "subjects: [[]]",
    "6:12 wrong-type: An entry of `subjects` must be text or a mapping (`key: value`), not a list",
  ],
  [
    "a key without a value",
    "rights:",
    "6:1 wrong-type: `rights` has no value | Give it a value or remove the line",
  ],
  ["a blank value", "rights: ' '", "6:9 wrong-type: `rights` is empty | Give it a value or remove the line"],
  [
    "an empty list",
    "backmatter: []",
    "6:13 empty-list: `backmatter` has no entry | Add an entry or remove the key",
  ],
  ["no edition", "editions: {}", "6:11 empty-list: `editions` has no entry | Add an entry or remove the key"],
  ["a contents depth out of range", "toc-depth: 9", "6:12 bad-value: `toc-depth` must be at most 6, not 9"],
  [
    "an unknown engine",
    "engine: paged",
    "6:9 wrong-type: `engine` cannot be `paged` | Write `plan` or `pagedjs`",
  ],
  [
    "a broken contents depth",
    "toc-depth: 2.5",
    "6:12 wrong-type: `toc-depth` must be a whole number, not the number 2.5",
  ],
  [
    "an unknown role",
    "backmatter:\n  - { role: glosary, file: two.md }",
    "7:13 unknown-role: There is no role `glosary` | Did you mean `glossary`?",
  ],
  [
    "a section without a file that no template makes",
    "frontmatter:\n  - role: foreword",
    "7:5 section-without-file: A section with the role `foreword` needs a file | Add `file: …`; only pages like titlepage, copyright-page and toc are made from templates",
  ],
  [
    "`file` and `files` in one section",
    "backmatter:\n  - { role: glossary, file: two.md, files: [three.md] }",
    "7:37 conflicting-keys: A section has `file` or `files`, not both | Remove one of them",
  ],
  [
    "an entry that is neither a name nor a mapping",
    "contributors:\n  - [Jane Doe]",
    "7:5 wrong-type: An entry of `contributors` must be text or a mapping (`key: value`), not a list",
  ],
  [
    "a section of the front matter with neither role nor file",
    "frontmatter:\n  - language: fr",
    "7:5 missing-key: A section of the front matter needs a `role` or a `file` | Add a role like foreword, preface, introduction",
  ],
  [
    "an unknown relator",
    "contributors:\n  - { name: Jo, role: xyz }",
    "7:23 unknown-relator: `xyz` is not a MARC relator code | Use one like aut (author), edt (editor), trl (translator), ill (illustrator)",
  ],
  [
    "a contributor without a name",
    "contributors:\n  - role: aut",
    "7:5 missing-key: `name` is missing from an entry of `contributors` | Add a line like `name: Jane Doe`",
  ],
  [
    "an unknown format",
    "editions:\n  print: { format: pfd }",
    "7:20 unknown-format: There is no format `pfd` | Did you mean `pdf`?",
  ],
  [
    "a list in place of a name",
    "editions:\n  print: { format: [] }",
    "7:20 wrong-type: `format` must be text, not a list",
  ],
  [
    "an edition without a format",
    "editions:\n  print: { theme: novel }",
    "7:3 missing-key: `format` is missing from the edition `print` | Add a line like `format: pdf`",
  ],
  [
    "an edition's name that is no file name",
    "editions:\n  A4/print: { format: pdf }",
    "7:3 bad-name: `A4/print` cannot be a name here | Use lower-case letters, digits and hyphens, a letter first",
  ],
  [
    "an unknown theme",
    "theme: tecnical",
    "6:8 unknown-theme: There is no theme `tecnical` | Did you mean `technical`?",
  ],
  [
    "a theme that is a path",
    "theme: ../../etc",
    "6:8 unknown-theme: There is no theme `../../etc` | Use one of: novel, technical, magazine, scholarly, report, illustrated, screenplay, mood-board, call-sheet",
  ],
  [
    "a theme that no folder makes",
    "theme: housestyle",
    "6:8 unknown-theme: There is no theme `housestyle` | Use one of: novel, technical, magazine, scholarly, report, illustrated, screenplay, mood-board, call-sheet; or make a folder `templates/housestyle` or `styles/housestyle`",
  ],
  [
    "a trim that is nearly a name",
    "trim: a55",
    "6:7 bad-trim: `a55` is not a page size | Did you mean `a5`?",
  ],
  [
    "a bleed that is a page of its own",
    "bleed: 26mm",
    "6:8 bad-bleed: `26mm` is not a bleed | Write a length from 0 to 25 mm: 3mm, 0.125in",
  ],
  [
    "a bleed without a unit",
    "editions:\n  print: { format: pdf, bleed: 3 mm. }",
    "7:32 bad-bleed: `3 mm.` is not a bleed | Write a length from 0 to 25 mm: 3mm, 0.125in",
  ],
  [
    "a bleed for an ebook only",
    "editions:\n  ebook: { format: epub, bleed: 3mm }",
    "7:26 unused-key: `bleed` does nothing in the edition `ebook` | Remove the line: only the pages of a PDF have a size",
  ],
  [
    "a trim for an ebook only",
    "editions:\n  ebook: { format: epub, trim: a5 }",
    "7:26 unused-key: `trim` does nothing in the edition `ebook` | Remove the line: only the pages of a PDF have a size",
  ],
  [
    "a wrong check digit",
    "identifier: urn:isbn:978-0-306-40615-8",
    "6:13 bad-isbn: `urn:isbn:978-0-306-40615-8` is not an ISBN | Compare the digits: the last one, the check digit, would be 7",
  ],
  [
    "an ISBN that is too short",
    "identifier: urn:isbn:97803064",
    "6:13 bad-isbn: `urn:isbn:97803064` is not an ISBN | Write its 13 digits, which start with 978 or 979 (or the 10 of an ISBN before 2007)",
  ],
  [
    "an ISBN without its namespace",
    "identifier: 978-0-306-40615-7",
    "6:13 bad-identifier: `978-0-306-40615-7` is not an identifier | Write `urn:isbn:978-0-306-40615-7`",
  ],
  [
    "a UUID that is none",
    "identifier: urn:uuid:1234",
    "6:13 bad-identifier: `urn:uuid:1234` is not an identifier | Write `urn:isbn:…`, `urn:uuid:…` or a URL, or leave the key out to have a UUID derived",
  ],
  [
    "a file that is not there",
    "backmatter:\n  - { role: glossary, file: tow.md }",
    "7:29 missing-file: There is no file `content/tow.md` | Did you mean `two.md`?",
  ],
  [
    "a path that is not relative to the content folder",
    "backmatter:\n  - { role: glossary, file: content/two.md }",
    "7:29 missing-file: There is no file `content/content/two.md` | Write `two.md`: paths are relative to `content`",
  ],
  [
    "a path with backslashes",
    "backmatter:\n  - { role: glossary, file: 'a\\two.md' }",
    "7:29 missing-file: There is no file `content/a\\two.md` | Separate folders with `/`",
  ],
  [
    "a folder for a file",
    "backmatter:\n  - { role: glossary, file: . }",
    "7:29 missing-file: `.` is a folder | Name a file in it",
  ],
  [
    "a cover that is not there",
    "cover: cover.png",
    "6:8 epub-cover-missing: There is no file `cover.png` | Write the file or correct the path",
  ],
  [
    "a content folder that is not there",
    "content: txt",
    "6:10 missing-file: There is no folder `txt` | Make the folder or correct `content`",
  ],
  [
    "a content folder that is outside",
    "content: ../books",
    "6:10 path-outside: `../books` leads out of the publication's folder | Copy the file into the publication's folder, or allow it: `allow: [../books]` in publication.yaml, `[output.colophon]` in book.toml, or `--allow`",
  ],
  [
    "a file that is outside",
    "backmatter:\n  - { role: glossary, file: ../../secret.md }",
    "7:29 path-outside: `../../secret.md` leads out of the publication's folder | Copy the file into the publication's folder, or allow it: `allow: [../secret.md]` in publication.yaml, `[output.colophon]` in book.toml, or `--allow`",
  ],
  [
    "an absolute path",
    "backmatter:\n  - { role: glossary, file: /etc/passwd }",
    "7:29 path-outside: `/etc/passwd` leads out of the publication's folder | Write the path relative to the publication's folder",
  ],
  [
    "an absolute path of another system",
    "cover: 'C:\\cover.png'",
    "6:8 epub-cover-missing: `C:\\cover.png` leads out of the publication's folder | Write the path relative to the publication's folder",
  ],
  [
    "two sections with one file",
    "backmatter:\n  - { role: glossary, file: ./one.md }",
    "7:29 file-used-twice: `./one.md` is already in use, on line 5; it is published once, there | List each file once",
  ],
  [
    "a variable with an odd name",
    "variables: { Accent: red }",
    "6:14 bad-name: `Accent` cannot be a name here | Use lower-case letters, digits and hyphens, a letter first",
  ],
];

describe("one fault is one diagnostic, at its place", () => {
  test.each(FAULTS)("%s", async (_, yaml, diagnostic) => {
    const files = { "content/three.md": "" };
    expect(await answers(`${yaml}\n`, files)).toEqual([diagnostic]);
  });
});

describe("YAML that does not parse", () => {
  test.each([
    ["a colon in plain text", "title: One: two\n", 1, 8, /in quotes/],
    ["a tab", "title: x\nbodymatter:\n\t- file: one.md\n", 3, 1, /spaces/],
    ["a bracket that is not closed", "title: x\nsubjects: [a, b\nlanguage: en\n", 3, 1, /Close it/],
    ["an open quote", 'title: "x\nlanguage: en\n', 3, 1, /Close the text/],
    ["an apostrophe in single quotes", "title: 'it's'\n", 1, 12, /double a single quote/],
    ["a list on the line of its key", "bodymatter: - file: one.md\n", 1, 13, /line of its own/],
    ["text that starts with @", "title: @home\n", 1, 8, /quotes/],
    ["a second document", "title: x\n---\ntitle: y\n", 2, 1, /one document/],
    ["an alias to nothing", "title: *nothing\n", 1, 1, /Write the values out/],
  ])("%s is told once, with a way out", async (_, yaml, line, column, hint) => {
    const { publication, diagnostics } = await loadYaml(yaml);
    expect(publication).toBeUndefined();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "yaml-syntax",
        location: { file: "publication.yaml", line, column },
        hint: expect.stringMatching(hint),
      }),
    ]);
  });

  test("several errors on several lines are all told", async () => {
    const { diagnostics } = await loadYaml("title: One: two\nsubtitle: @x\n");
    expect(diagnostics.map((each) => each.location?.line)).toEqual([1, 2]);
  });

  test.each([
    [
      "aliases that multiply",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdef".replace(/./g, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
    ],
    ["an alias inside its anchor", "title: &a [*a]\n"],
    ["brackets without end", `title: ${"[".repeat(20_000)}`],
    ["lists in lists without end", "- ".repeat(20_000)],
  ])("%s end in one diagnostic, soon", async (_, yaml) => {
    const before = processorTime();
    const { publication, diagnostics } = await loadYaml(yaml);
    expect(publication).toBeUndefined();
    expect(diagnostics.map((each) => each.code)).toEqual(["yaml-syntax"]);
    expect(processorTime() - before).toBeLessThan(5000);
  });

  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, column) => `${" ".repeat(column)}a:`).join("\n");

  test.each([
    ["lists", "- ".repeat(251)],
    ["mappings", nested(502)],
    ["lists of mappings", `a:\n${"  ".repeat(249)}- b: c\n${"  ".repeat(250)}- d\n`],
  ])("%s that are indented too far are refused, however large the stack is", async (_, yaml) => {
    const { diagnostics } = await loadYaml(yaml);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "A line is indented by more than 500 columns",
    ]);
  });

  test("mappings that are nested less are read", async () => {
    const { diagnostics } = await loadYaml(nested(501));
    expect(diagnostics.map(({ code }) => code)).toContain("unknown-key");
  });

  test("bytes that are not UTF-8 are told at their place", async () => {
    const rest = "language: fr\nbodymatter: [{ file: one.md }]\n";
    const bytes = new Uint8Array([
      ...Buffer.from("title: a\nsubtitle: caf"),
      0xe9,
      0x0a,
      ...Buffer.from(rest),
    ]);
    const folder = await folderWith({ "publication.yaml": bytes, "content/one.md": "" });
    const { publication, diagnostics } = await load(folder);
    expect(publication?.editions[0]?.metadata.subtitle).toBe("café");
    expect(shown(diagnostics)).toEqual([
      "2:14 not-utf8: `publication.yaml` is not UTF-8; it is read as Windows-1252 | Save the file as UTF-8",
    ]);
  });
});

describe("a publication that is not there", () => {
  test("is told with the publications that are", async () => {
    const folder = await folderWith({
      "content/a/publication.yaml": HEAD,
      "content/b/publication.yaml": HEAD,
    });
    const { publication, diagnostics } = await load(folder);
    expect(publication).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({
      code: "publication-not-found",
      hint: "Name one of: `content/a`, `content/b`",
    });
  });

  test("has a name and a folder all the same, for its diagnostics", async () => {
    const folder = await folderWith({ "book/publication.yaml": "title: One: two" });
    const home = { id: "book", root: join(folder, "book") };
    expect(await publicationHome(join(folder, "book"))).toEqual(home);
    expect(await publicationHome(join(folder, "book/publication.yaml"))).toEqual(home);
    expect(await publicationHome("/nowhere/book")).toEqual({ id: "book", root: "/nowhere/book" });
  });

  test("is told when its file has the wrong ending", async () => {
    const folder = await folderWith({ "publication.yml": HEAD });
    expect((await load(folder)).diagnostics[0]?.hint).toBe("Rename `publication.yml` to publication.yaml");
  });

  test("is told when the path leads nowhere", async () => {
    const { diagnostics } = await load("/nowhere/at/all");
    expect(diagnostics.map((each) => each.code)).toEqual(["publication-not-found"]);
  });
});

describe("an empty publication", () => {
  const METADATA = "title: A Book\nlanguage: en\ndate: 2026-11-22\n";
  test.each([
    ["an empty file", "", "1:1"],
    ["a file with comments only", "# soon\n", "1:1"],
    ["no body", METADATA, "1:1"],
    ["a body without sections", `${METADATA}bodymatter: []\n`, "4:13"],
  ])("%s", async (_, yaml, place) => {
    const found = shown((await loadYaml(yaml)).diagnostics);
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${place} empty-publication: .* \\| .+`))]);
  });
});

describe("languages and dates", () => {
  const withValue = (key: string, value: string) =>
    HEAD.replace(new RegExp(`^${key}: .*$`, "m"), `${key}: ${value}`);

  test.each([
    ["french", "Did you mean `fr`?"],
    ["en_US", "Did you mean `en-US`?"],
    ["qq", "Write a tag like `en`, `fr` or `pt-BR`"],
    ["fr-QX", "Did you mean `fr`?"],
  ])("the language %s does not exist", async (tag, hint) => {
    expect(shown((await loadYaml(withValue("language", tag))).diagnostics)).toEqual([
      `2:11 bad-language: \`${tag}\` is not a language tag of BCP 47 | ${hint}`,
    ]);
  });

  test("a language that few have heard of is a warning, for it may be one", async () => {
    const { diagnostics } = await loadYaml(withValue("language", "aak"));
    expect(diagnostics).toMatchObject([
      { code: "unlisted-language", severity: "warning", location: { line: 2, column: 11 } },
    ]);
  });

  test.each(["2026-02-30", "2026-13", "26", "yesterday", "2026-1-1"])(
    "the date %s does not exist",
    async (date) => {
      const { diagnostics } = await loadYaml(withValue("date", date));
      expect(diagnostics).toMatchObject([{ code: "bad-date", location: { line: 3, column: 7 } }]);
    },
  );

  test("title and language must be there, each in a line that can be copied", async () => {
    expect(shown((await loadYaml("bodymatter:\n  - file: one.md\n")).diagnostics)).toEqual([
      "1:1 missing-key: `title` is missing from the publication | Add a line like `title: The Book`",
      "1:1 missing-key: `language` is missing from the publication | Add a line like `language: en`",
    ]);
  });

  test("a misspelt `language` is not also a missing one", async () => {
    expect(shown((await loadYaml(HEAD.replace("language", "langauge"))).diagnostics)).toEqual([
      "2:1 unknown-key: A publication has no key `langauge` | Did you mean `language`?",
    ]);
  });
});

describe("parts", () => {
  test("need a title and sections, and have nothing else", async () => {
    const { diagnostics } = await loadYaml(
      `title: A Book
language: en
date: 2026-11-22
bodymatter:
  - part: Part one
  - sections: [{ file: one.md }]
  - { part: Part three, file: two.md, sections: [{ file: three.md }] }
`,
      { "content/three.md": "" },
    );
    expect(shown(diagnostics)).toEqual([
      "5:5 missing-key: The part `Part one` has no `sections` | List the part's sections below `sections:`",
      "6:5 missing-key: `part` is missing beside `sections` | Add the part's title: `part: Part one`",
      "7:25 unknown-key: A part has no key `file` | Put it in an entry of `sections`",
    ]);
  });
});

test("a symbolic link that leaves the folder is refused", async () => {
  const outside = await folderWith({ "secret.md": "secret" });
  const folder = await folderWith({ "publication.yaml": HEAD, "content/two.md": "" });
  await symlink(join(outside, "secret.md"), join(folder, "content/one.md"));
  const [only, ...more] = (await load(folder)).diagnostics;
  expect(more).toEqual([]);
  expect(only).toMatchObject({ code: "path-outside", location: { line: 5, column: 11 } });
  expect(only?.hint).toMatch(/^Copy what the symbolic link leads to .* or allow it: `allow: \[\.\./);
});

test("files beside publication.yaml and no content folder: the way out is `content: .`", async () => {
  const folder = await folderWith({ "publication.yaml": HEAD, "one.md": "# One" });
  const [only, ...more] = (await load(folder)).diagnostics;
  expect(more).toEqual([]);
  expect(only).toMatchObject({ code: "missing-file", hint: expect.stringContaining("`content: .`") });
});

test("faults of all kinds are told in one go, in the order of the file, each once for all editions", async () => {
  const { publication, diagnostics } = await loadYaml(`title: 1984
langauge: fr
date: 2026-11-22
bodymatter:
  - { role: chaptr, file: one.md }
  - { fil: two.md }
  - { file: tow.md }
editions:
  print: { format: pdf, theme: nvel }
  ebook: { format: epub }
`);
  expect(diagnostics.map(({ code, location }) => `${location?.line}:${location?.column} ${code}`)).toEqual([
    "1:8 wrong-type",
    "2:1 unknown-key",
    "5:13 unknown-role",
    "6:7 unknown-key",
    "7:13 missing-file",
    "9:32 unknown-theme",
  ]);
  // The rest is there for the later stages to check.
  expect(publication?.editions[0]?.sections.flatMap((each) => each.files)).toEqual([
    "content/one.md",
    "content/two.md",
  ]);
});
