/** Editions that are made from others: `extends`, `abstract`, `for-each`, and what goes wrong with them. */
import { describe, expect, test } from "vitest";
import { HEAD, loadYaml, shown } from "../publication-folder.js";

const editionsOf = async (yaml: string, files: Readonly<Record<string, string>> = {}) => {
  const { publication, diagnostics } = await loadYaml(HEAD + yaml, files);
  expect(shown(diagnostics)).toEqual([]);
  return publication!.editions;
};

const faultsOf = async (yaml: string, files: Readonly<Record<string, string>> = {}) =>
  shown((await loadYaml(HEAD + yaml, files)).diagnostics);

describe("an edition that extends another", () => {
  test("has all that the other says, with its own keys in place and mappings merged", async () => {
    const editions = await editionsOf(`editions:
  print: { format: pdf, trim: a4, theme: magazine, variables: { size-text: 9pt, level: all } }
  large: { extends: print, trim: a5, variables: { size-text: 14pt } }
`);
    expect(editions.map(({ id, theme, variables }) => ({ id, theme, variables }))).toEqual([
      { id: "print", theme: "magazine", variables: { "size-text": "9pt", level: "all" } },
      { id: "large", theme: "magazine", variables: { "size-text": "14pt", level: "all" } },
    ]);
    expect(editions[1]).toHaveProperty("trim.width", expect.closeTo(419.53, 2));
  });

  test("may extend one that itself extends, listed before or after it", async () => {
    const editions = await editionsOf(`editions:
  c: { extends: b, toc-depth: 4 }
  b: { extends: a, theme: technical }
  a: { format: epub, notes: chapter-endnotes }
`);
    expect(editions[0]).toMatchObject({
      format: "epub",
      theme: "technical",
      notes: "chapter-endnotes",
      tocDepth: 4,
    });
  });

  test("is not warned of keys that only the other has a use for", async () => {
    const editions = await editionsOf(`editions:
  print: { format: pdf, trim: a4 }
  ebook: { extends: print, format: epub }
`);
    expect(editions.map(({ id, format }) => [id, format])).toEqual([
      ["print", "pdf"],
      ["ebook", "epub"],
    ]);
  });

  test("is made when the other is abstract, and the other is not", async () => {
    const editions = await editionsOf(`editions:
  base: { abstract: true, theme: technical }
  print: { extends: base, format: pdf }
`);
    expect(editions.map(({ id, theme }) => [id, theme])).toEqual([["print", "technical"]]);
  });

  test("has faults of what it inherits reported once, where they are written", async () => {
    const faults = await faultsOf(`editions:
  base: { abstract: true, trim: a55 }
  one: { extends: base, format: pdf }
  two: { extends: base, format: pdf }
`);
    expect(faults).toEqual(["7:33 bad-trim: `a55` is not a page size | Did you mean `a5`?"]);
  });

  test("cannot extend itself, in the end either, nor one that is not there", async () => {
    expect(
      await faultsOf(`editions:
  a: { extends: b, format: pdf }
  b: { extends: a, format: pdf }
  c: { extends: c, format: pdf }
  d: { extends: e1, format: pdf }
`),
    ).toEqual([
      "8:17 bad-extends: A circle: a extends b extends a | Remove one `extends`",
      "9:17 bad-extends: `c` extends itself | Remove one `extends`",
      "10:17 bad-extends: There is no edition `e1` to extend | Use one of: a, b, c",
    ]);
  });

  test("is needed when all the others are abstract", async () => {
    expect(await faultsOf("editions:\n  base: { abstract: true, theme: novel }\n")).toEqual([
      "6:1 empty-list: All editions are abstract | Add an edition that extends one of them",
      "7:3 unused-key: No edition extends the abstract edition `base` | Write `extends: base`, or remove it",
    ]);
  });
});

describe("for-each over lists", () => {
  test("makes an edition of every combination, with its variables in the values", async () => {
    const editions = await editionsOf(
      `editions:
  book:
    for-each: { language: [fr, en-GB], trim: [a5, 6in 9in] }
    format: pdf
    language: "{{language}}"
    content: "{{ language }}"
    trim: "{{trim}}"
    title: "Book ({{language}}, {{trim}})"
`,
      { "fr/one.md": "# Un", "en-GB/one.md": "# One" },
    );
    expect(editions.map(({ id, metadata }) => [id, metadata.language, metadata.title])).toEqual([
      ["book-fr-a5", "fr", "Book (fr, a5)"],
      ["book-fr-6in-9in", "fr", "Book (fr, 6in 9in)"],
      ["book-en-gb-a5", "en-GB", "Book (en-GB, a5)"],
      ["book-en-gb-6in-9in", "en-GB", "Book (en-GB, 6in 9in)"],
    ]);
    expect(editions[3]).toMatchObject({
      madeFrom: "book",
      variables: { language: "en-GB", trim: "6in 9in" },
      sections: [{ files: ["en-GB/one.md"] }],
      trim: { width: 432, height: 648 },
    });
  });

  test("gives them the names of a pattern", async () => {
    const editions = await editionsOf(`editions:
  book: { for-each: { size: [9pt, 14pt] }, id: "{{size}}.print", format: pdf, variables: { size-text: "{{size}}" } }
`);
    expect(editions.map(({ id, variables }) => [id, variables["size-text"]])).toEqual([
      ["9pt.print", "9pt"],
      ["14pt.print", "14pt"],
    ]);
  });

  test("is inherited like any key", async () => {
    const editions = await editionsOf(`editions:
  all: { abstract: true, for-each: { depth: [1, 3] }, toc-depth: "{{depth}}" }
  print: { extends: all, format: pdf }
  ebook: { extends: all, format: epub, page-source: "print-{{depth}}" }
`);
    expect(editions.map(({ id, tocDepth }) => [id, tocDepth])).toEqual([
      ["print-1", 1],
      ["print-3", 3],
      ["ebook-1", 1],
      ["ebook-3", 3],
    ]);
    expect(editions[2]).toMatchObject({ pageSource: "print-1" });
  });

  test("reports a name that is made twice, once for all", async () => {
    expect(
      await faultsOf(`editions:
  book: { for-each: { language: [fr, en], trim: [a5, a4] }, id: "b-{{language}}", format: pdf }
`),
    ).toEqual([
      "7:3 duplicate-edition: `book` makes an edition `b-fr` that already exists, and 1 more | " +
        'Give it an `id` with variables that tell the editions apart: `id: "{{language}}-{{trim}}"`',
    ]);
  });

  test("reports the value that is wrong where the list has it", async () => {
    expect(
      await faultsOf(`editions:
  book: { for-each: { trim: [a5, a55] }, format: pdf, trim: "{{trim}}" }
`),
    ).toEqual(["7:34 bad-trim: `a55` is not a page size | Did you mean `a5`?"]);
  });

  test("reports a fault of the description once, however many editions it makes", async () => {
    const faults = await faultsOf(`editions:
  book: { for-each: { trim: [a5, a6, a4] }, trim: "{{trim}}", tilte: X }
`);
    expect(faults).toEqual([
      "7:3 missing-key: `format` is missing from the edition `book-a5` | Add a line like `format: pdf`",
      "7:63 unknown-key: The edition `book-a5` has no key `tilte` | Did you mean `title`?",
    ]);
  });

  test("knows its variables, and says so when one is misspelt", async () => {
    expect(
      await faultsOf(`editions:
  book: { for-each: { language: [fr, en] }, format: pdf, title: "{{langage}} \\\\{{x}}" }
`),
    ).toEqual(["7:65 unknown-variable: There is no variable `langage` | Did you mean `language`?"]);
  });

  test("keeps braces behind a backslash, and braces that are no placeholder", async () => {
    const [edition] = await editionsOf(`editions:
  book: { format: pdf, title: '\\{{x}} {{ A b }} {}' }
`);
    expect(edition!.metadata.title).toBe("{{x}} {{ A b }} {}");
  });

  test("asks for quotes around braces", async () => {
    expect(
      await faultsOf(
        "editions:\n  book:\n    for-each: { trim: [a5] }\n    format: pdf\n    trim: {{trim}}\n",
      ),
    ).toEqual([
      '10:11 wrong-type: The braces have no quotes, so YAML reads them as a mapping | Put it in quotes: `trim: "{{trim}}"`',
    ]);
  });

  test("refuses lists that multiply without end", async () => {
    const list = `[${Array.from({ length: 101 }, (_, index) => index).join(", ")}]`;
    expect(await faultsOf(`editions:\n  b: { format: pdf, for-each: { x: ${list}, y: ${list} } }\n`)).toEqual(
      [
        "7:21 too-many-editions: `for-each` makes 10201 editions; 10000 is the most that one publication has | " +
          "Split the publication, or the lists",
      ],
    );
  });
});

describe("for-each over rows", () => {
  const CSV =
    'key,language,title,isbn\r\nred,fr,"Un ""rouge"", vif",978-3-16-148410-0\r\nblue,en,Blue,978-0-306-40615-7\r\n';
  const YAML = `editions:
  card:
    for-each: { data: rows.csv }
    format: epub
    language: "{{language}}"
    title: "{{title}}"
    identifier: "urn:isbn:{{isbn}}"
`;

  test("makes an edition of each row of a CSV file, named by its first column", async () => {
    const editions = await editionsOf(YAML, { "rows.csv": CSV });
    expect(editions.map(({ id, metadata }) => [id, metadata.title, metadata.identifier])).toEqual([
      ["card-red", 'Un "rouge", vif', "urn:isbn:978-3-16-148410-0"],
      ["card-blue", "Blue", "urn:isbn:978-0-306-40615-7"],
    ]);
  });

  test.each([
    ["rows.yaml", "- { key: red, number: 1 }\n- { key: blue, number: 2 }\n"],
    ["rows.json", '[{ "key": "red", "number": 1 }, { "key": "blue", "number": 2 }]'],
    ["rows.csv", "key,number\nred,1\n\nblue,2"],
  ])("reads %s, and multiplies rows by lists", async (file, text) => {
    const editions = await editionsOf(
      `editions:
  card:
    for-each: { data: ${file}, format: [pdf, epub] }
    format: "{{format}}"
    series: { name: Cards, position: "{{number}}" }
    page-source: none
`,
      { [file]: text },
    );
    expect(editions.map(({ id, metadata }) => [id, metadata.series?.position])).toEqual([
      ["card-red-pdf", 1],
      ["card-red-epub", 1],
      ["card-blue-pdf", 2],
      ["card-blue-epub", 2],
    ]);
  });

  test("takes rows that are written in place", async () => {
    const editions = await editionsOf(`editions:
  book:
    for-each: [{ trim: a5, size: 10pt }, { trim: a4, size: 14pt }]
    format: pdf
    trim: "{{trim}}"
    variables: { size-text: "{{size}}", size: 1pt }
`);
    expect(editions.map(({ id, variables }) => [id, variables])).toEqual([
      ["book-a5", { "size-text": "10pt", size: "10pt", trim: "a5" }],
      ["book-a4", { "size-text": "14pt", size: "14pt", trim: "a4" }],
    ]);
  });

  test("reports a wrong value in the row that has it", async () => {
    const { diagnostics } = await loadYaml(HEAD + YAML, { "rows.csv": CSV.replace(",en,", ",e_,") });
    expect(diagnostics.map(({ code, location }) => [code, location])).toEqual([
      ["bad-language", { file: "rows.csv", line: 3, column: 6 }],
    ]);
  });

  test.each([
    ["no rows", "key,title\n", "1:1 bad-data: `rows.csv` has no rows | Add a row for each edition"],
    ["nothing at all", "", "1:1 bad-data: `rows.csv` has no rows | Add a row for each edition"],
    [
      "a row too short",
      "key,title\na,b\nc\n",
      "3:1 bad-data: This row has 1 fields, the header has 2 | Write every field; put one that holds a comma in quotes",
    ],
    [
      "an open quote",
      'key,title\na,"b\n',
      '2:3 bad-data: A quote is not closed, or not alone | Put the whole field in quotes and write each quote in it twice: `"5"" disk"`',
    ],
    [
      "a name that is no name",
      "key,Full Title\na,b\n",
      "1:5 bad-data: `Full Title` cannot be the name of a variable | Use lower-case letters, digits and hyphens, a letter first",
    ],
    ["a column twice", "key,key\na,b\n", "1:5 bad-data: Two columns are called `key` | Rename one of them"],
    [
      "semicolons",
      "key;title\na;b\n",
      "1:1 bad-data: The fields are not separated by commas | Save it with commas between the fields (RFC 4180)",
    ],
  ])("refuses a file with %s", async (_, csv, words) => {
    const yaml = "editions:\n  card: { for-each: { data: rows.csv }, format: epub }\n";
    expect(await faultsOf(yaml, { "rows.csv": csv })).toEqual([words]);
  });

  test("refuses a file outside of the publication, one that is not there, and one of another kind", async () => {
    const yaml = (file: string) => `editions:\n  card: { for-each: { data: ${file} }, format: epub }\n`;
    expect(await faultsOf(yaml("../rows.csv"))).toEqual([expect.stringContaining("7:29 path-outside")]);
    expect(await faultsOf(yaml("rows.csv"))).toEqual([expect.stringContaining("7:29 missing-file")]);
    expect(await faultsOf(yaml("content/one.md"))).toEqual([expect.stringContaining("7:29 bad-data")]);
  });
});

describe("sections for some editions", () => {
  const EDITIONS = `editions:
  paper: { format: pdf }
  web: { format: epub, audience: [student] }
`;
  const body = (extra: string) => `${EDITIONS}backmatter:\n${extra}`;

  test("are listed where edition, format or audience is named", async () => {
    const editions = await editionsOf(
      body(`  - { role: appendix, file: two.md, only: print }
  - { role: afterword, file: three.md, not: paper }
`),
      { "content/three.md": "# Three" },
    );
    expect(
      editions.map(({ id, sections, leftOut }) => [id, sections.map(({ role }) => role), leftOut]),
    ).toEqual([
      ["paper", ["chapter", "appendix"], ["content/three.md"]],
      ["web", ["chapter", "afterword"], ["content/two.md"]],
    ]);
  });

  test("are warned of when a word names nothing", async () => {
    expect(await faultsOf(body("  - { role: appendix, file: two.md, only: [paper, studant] }\n"))).toEqual([
      "10:51 unknown-condition: `studant` is not an edition, format or audience | " +
        "Did you mean `student`? Use one of: pdf, print, epub, ebook, text, paper, web, student",
    ]);
  });
});
