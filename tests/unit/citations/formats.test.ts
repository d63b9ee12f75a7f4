import { describe, expect, it } from "vitest";
import { parseBibliography } from "../../../src/citations/read.js";
import { inSentenceCase } from "../../../src/citations/sentence-case.js";

const read = (file: string, text: string) => {
  const faults: string[] = [];
  const items = parseBibliography(file, text, ({ message, location }) => {
    faults.push(`${location?.line}:${location?.column} ${message.replace(/^.*?: /, "")}`);
  });
  return { items, faults, item: items[0]! };
};

describe("BibLaTeX", () => {
  it("lends fields of a whole to its parts, and those that entries share", () => {
    const { items } = read(
      "a.bib",
      `@xdata{mill, publisher = {Mill Press}, location = {York}}
       @collection{weirs, title = {Weirs}, subtitle = {A Reader}, editor = {Ash, Ann}, date = {2020}, xdata = {mill}, shorttitle = {W.}}
       @incollection{locks, title = {Locks}, author = {Birch, Bob}, crossref = {weirs}}
       @mvbook{works, title = {Works}} @inbook{part, title = {Part}, crossref = {works}}
       @book{round, title = {Round}, crossref = {round}}`,
    );
    expect(items.map(({ id }) => id)).toEqual(["weirs", "locks", "works", "part", "round"]);
    expect(items[1]).toMatchObject({
      type: "chapter",
      variables: { title: "Locks", "container-title": "Weirs: A Reader", publisher: "Mill Press" },
      names: { editor: [{ family: "Ash" }] },
      dates: { issued: { "date-parts": [[2020]] } },
    });
    expect(items[1]!.variables["title-short"]).toBeUndefined();
    expect(items[3]!.variables["container-title"]).toBe("Works");
  });

  it.each([
    ["2020-05-03", [[2020, 5, 3]]],
    [
      "2020-05/2020-07",
      [
        [2020, 5],
        [2020, 7],
      ],
    ],
    ["2020/", [[2020], []]],
    ["2020/..", [[2020], []]],
    ["2020-22", [[2020, 22]]],
    ["199X", [[1990], [1999]]],
    ["-0043-03-15", [[-43, 3, 15]]],
    ["2020-05-03T10:00", [[2020, 5, 3]]],
  ])("reads the date %s", (date, parts) => {
    expect(read("a.bib", `@book{a, date = {${date}}}`).item.dates.issued?.["date-parts"]).toEqual(parts);
  });

  it("knows what is uncertain, and leaves what is no date", () => {
    expect(read("a.bib", "@book{a, date = {1850~}}").item.dates.issued).toEqual({
      "date-parts": [[1850]],
      circa: true,
    });
    expect(read("a.bib", "@book{a, year = {in press}}").item.dates.issued).toEqual({ literal: "in press" });
    expect(read("a.bib", "@book{a, year = {1990--95}}").item.dates.issued).toEqual({
      "date-parts": [[1990], [1995]],
    });
  });

  it("has names with keys, and particles that go with the given name", () => {
    const { names } = read(
      "a.bib",
      "@book{a, author = {family=Weber, given=Karl, prefix=von and {Weir Office}}, editor = {van Meer, Anna}, options = {useprefix=false}}",
    ).item;
    expect(names.author).toEqual([
      { "dropping-particle": "von", family: "Weber", given: "Karl" },
      { literal: "Weir Office" },
    ]);
    expect(names.editor).toEqual([{ "dropping-particle": "van", family: "Meer", given: "Anna" }]);
  });

  it("has languages by the names of LaTeX, other keys, archives and addresses", () => {
    const { item } = read(
      "a.bib",
      "@misc{a, ids = {b, c}, langid = {ngerman}, eprint = {2001.00001}, archiveprefix = {arXiv}, howpublished = {Broadsheet}}",
    );
    expect(item).toMatchObject({
      aliases: ["b", "c"],
      variables: { language: "de-DE", URL: "https://arxiv.org/abs/2001.00001", publisher: "Broadsheet" },
    });
    expect(
      read("a.bib", "@misc{a, howpublished = {\\url{https://example.org/a_b}}}").item.variables.URL,
    ).toBe("https://example.org/a_b");
  });

  it("numbers series, reports and issues by the kind of the work", () => {
    const number = (type: string, more = "") =>
      read("a.bib", `@${type}{a, number = {7}${more}}`).item.variables;
    expect(number("article")).toMatchObject({ issue: "7" });
    expect(number("book", ", series = {Mill Papers}")).toMatchObject({ "collection-number": "7" });
    expect(number("report", ", series = {Mill Papers}")).toMatchObject({ number: "7" });
  });
});

describe("titles of BibTeX in styles for CSL", () => {
  const title = (text: string, more = "") =>
    inSentenceCase(read("a.bib", `@book{a, title = {${text}}${more}}`).item).variables.title;

  it("lose the capitals that BibTeX would take off, but for what is in braces or is a sentence already", () => {
    expect(title("The Old Weirs of {York}: A Life in Water")).toBe(
      'The old weirs of <span class="nocase">York</span>: A life in water',
    );
    expect(title("What the weirs of York and Leeds were for")).toBe(
      "What the weirs of York and Leeds were for",
    );
    expect(title("Das Alte Wehr", ", langid = {german}")).toBe("Das Alte Wehr");
  });
});

const RIS = `TY  - JOUR
AU  - Ash, Ann
AU  - Birch, Bob, Jr.
TI  - Old weirs
  and locks
JO  - Water
VL  - 3
IS  - 2
SP  - 10
EP  - 19
PY  - 2020/05/03/
SN  - 1234-5678
ER  -

2.
NL  - A link of the database
TI  - lost
TY  - BOOK
AU  - Ash, Ann
T1  - Rivers
PB  - Mill
PY  - 2020///
`;

describe("RIS", () => {
  it("is read work by work, with keys of names and years, and a place for what is broken", () => {
    const { items, faults } = read("a.ris", RIS);
    expect(items).toMatchObject([
      {
        id: "Ash2020",
        type: "article-journal",
        variables: {
          title: "Old weirs and locks",
          "container-title": "Water",
          page: "10-19",
          ISSN: "1234-5678",
        },
        names: {
          author: [
            { family: "Ash", given: "Ann" },
            { family: "Birch", given: "Bob", suffix: "Jr." },
          ],
        },
        dates: { issued: { "date-parts": [[2020, 5, 3]] } },
      },
      { id: "Ash2020a", type: "book", variables: { title: "Rivers", publisher: "Mill" } },
    ]);
    expect(faults.map((fault) => fault.slice(0, 20))).toEqual([
      "17:1 a work begins w",
      "18:1 a work has no e",
    ]);
  });
});

it("tells of RIS once what has one cause: lines in no work, or no work at all", () => {
  expect(read("a.ris", "AU  - Ash, Ann\nTI  - Weirs\nER  - \n").faults).toHaveLength(1);
  expect(read("a.ris", "@book{a, title = {Weirs}}\n").faults).toEqual([
    "1:1 it has no line `TY  -`, with which a work begins",
  ]);
  expect(read("a.ris", "\n").faults).toEqual([]);
  const { items, faults } = read("a.ris", "TY  - BOOK\nTI  - Weirs\nTY  - BOOK\nTI  - Locks\nER  - \n");
  expect(items.map(({ variables }) => variables.title)).toEqual(["Weirs", "Locks"]);
  expect(faults).toEqual(["1:1 a work has no end: a line `ER  -` is missing"]);
});

const risOf = (...lines: string[]) =>
  read("a.ris", `TY  - ${lines.join("\n").replaceAll(": ", "  - ")}\nER  -\n`).item;

it("understands what databases write into RIS", () => {
  const article = risOf(
    "JOUR",
    "M3: Article",
    "DO: http://dx.doi.org/10.1000/weir     LK  - more",
    "SN: 09540121 (ISSN)",
    "SP: 43\u201058",
    "Y1: 2020//",
    "Y2: 2020//",
    "LA: English",
  );
  expect(article.variables).toEqual({
    DOI: "http://dx.doi.org/10.1000/weir",
    ISSN: "09540121",
    page: "43-58",
    language: "en-US",
  });
  expect(Object.keys(article.dates)).toEqual(["issued"]);
  expect(risOf("JOUR", "M3: 10.1000/weir", "C7: e12").variables).toEqual({
    DOI: "10.1000/weir",
    page: "e12",
  });
  expect(risOf("THES", "M3: PhD thesis", "C7: e12", "EP: 80").variables).toEqual({
    genre: "PhD thesis",
    page: "80",
  });
});

it.each([
  ["Deutsch", "de-DE"],
  ["ger", "de"],
  ["en_GB", "en-GB"],
  ["EN", "en"],
  ["pt-BR", "pt-BR"],
  ["English and Latin", "English and Latin"],
  ["n/a", "n/a"],
])("knows the language %s", (written, tag) => {
  const csl = JSON.stringify([{ id: "a", language: written }]);
  expect(read("a.json", csl).item.variables.language).toBe(tag);
  expect(read("a.bib", `@book{a, language = {${written}}}`).item.variables.language).toBe(tag);
});

it("reads the files of BibTeX as one, and the fields of JabRef", () => {
  const strings = new Map<string, string>();
  const tell = () => expect.unreachable();
  expect(parseBibliography("strings.bib", "@string{JW = {Journal of Weirs}}", tell, strings)).toEqual([]);
  const text = "@article{a, __markedentry = {[ann]}, journal = jw, month = mar, year = 2020}";
  expect(parseBibliography("works.bib", text, tell, strings)).toMatchObject([
    {
      variables: { "container-title": "Journal of Weirs" },
      dates: { issued: { "date-parts": [[2020, 3]] } },
    },
  ]);
});

it("cites what Zotero exports by its citation key, too", () => {
  const id = "http://zotero.org/users/1/items/AB";
  const { item } = read("a.json", JSON.stringify([{ id, "citation-key": "ash2020" }]));
  expect([item.id, item.aliases]).toEqual([id, ["ash2020"]]);
});

it.each([
  ["a.bib", '<rdf:RDF xmlns:rdf="x"></rdf:RDF>', "it has the form of another format"],
  ["a.bib", "PMID- 309\nTI  - Weirs\n", "it has the form of another format"],
  ["a.json", '{"config":{"id":"x"},"items":[{"itemType":"book"}]}', "it is what Zotero writes for itself"],
  ["a.ris", "PMID- 309\nLR  - 2021\n", "it has no line `TY  -`, with which a work begins"],
])("tells once that %s has another form: %s", (file, text, fault) => {
  expect(read(file, text)).toMatchObject({ items: [], faults: [`1:1 ${fault}`] });
});

it("gives every work of RIS a key of its own, however many have one author and year", () => {
  const { items } = read("a.ris", "TY  - BOOK\nAU  - Ash, Ann\nPY  - 2020\nER  - \n".repeat(29));
  expect(items.map(({ id }) => id).slice(-3)).toEqual(["Ash2020z", "Ash2020aa", "Ash2020ab"]);
});

describe("CSL-JSON", () => {
  it("loses only the item that is broken, with its place", () => {
    const { items, faults } = read(
      "a.json",
      '[\n  {"id": "a", "title": "A, [b] {c}"},\n  {"id": "b", "title": },\n  {"title": "C"},\n  {"id": "d"}\n]',
    );
    expect(items.map(({ id }) => id)).toEqual(["a", "d"]);
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["3:3", "4:3"]);
  });
});

describe("what is no name and no date in CSL-JSON", () => {
  it("is passed over", () => {
    const { item } = read(
      "a.json",
      '[{"id": "a", "author": [null, 3, {}, "Weir Office", {"family": 7}], "issued": {"date-parts": [2020, 5]}, ' +
        '"accessed": {"date-parts": [["x"]]}}]',
    );
    expect(item.names.author).toEqual([{ literal: "Weir Office" }, { family: "7" }]);
    expect(item.dates).toMatchObject({
      issued: { "date-parts": [[2020, 5]] },
      accessed: { "date-parts": [] },
    });
  });
});

describe("YAML", () => {
  it("holds works as Pandoc has them", () => {
    const text =
      "references:\n- id: a\n  type: book\n  author:\n  - family: van Meer\n    given: Anna\n  issued:\n    year: 2020\n    month: 5\n" +
      "- id: b\n  issued: 2020-05/2021-06\n- title: C\n";
    const { items, faults } = read("a.yaml", text);
    expect(items).toMatchObject([
      { id: "a", names: { author: [{ family: "Meer" }] }, dates: { issued: { "date-parts": [[2020, 5]] } } },
      {
        id: "b",
        dates: {
          issued: {
            "date-parts": [
              [2020, 5],
              [2021, 6],
            ],
          },
        },
      },
    ]);
    expect(faults).toEqual(["12:3 item 3 has no `id`"]);
    expect(read("a.yaml", "a: [").faults).toHaveLength(1);
  });
});
