/** Books that a command of Pandoc makes are read as the command says, wherever the project has it. */
import { expect, test } from "vitest";
import { folderWith, load, shown } from "../publication-folder.js";

async function book(files: Readonly<Record<string, string>>) {
  const { publication, diagnostics } = await load(await folderWith(files));
  const edition = publication?.editions[0];
  const order = (edition?.sections ?? []).flatMap(({ role, files }) =>
    files.length === 0 ? [] : [(role === "chapter" ? "" : `(${role}) `) + files.join(" ")],
  );
  const { title, language, contributors } = edition?.metadata ?? {};
  return {
    order,
    title,
    language,
    people: contributors?.map(({ name }) => name),
    edition,
    told: shown(diagnostics),
  };
}

const A_TO_C = { "a.md": "# A\n\nWords.\n", "b.md": "# B\n\nWords.\n", "c.md": "# C\n\nWords.\n" };

test.each([
  ["files on a line", { Makefile: "book.pdf: c.md a.md\n\tpandoc -s c.md a.md b.md -o $@\n" }],
  [
    "a variable over several lines",
    {
      Makefile:
        "SRC = c.md \\\n      a.md \\\n      b.md\n# no more\nbook.pdf: $(SRC)\n\t$(PANDOC) --toc $^ -o $@\nPANDOC ?= pandoc\n",
    },
  ],
  [
    "names that are made of names",
    {
      makefile:
        "N := c a\nN += b\nSRC = $(addsuffix .md,$(N))\nall:\n\t@cd . && pandoc $(SRC:.md=.md) -N --output=x.epub\n",
    },
  ],
  [
    "a list in a file",
    { Makefile: "x:\n\tpandoc $$(cat list.txt) -o x.epub\n", "list.txt": "c.md\na.md\nb.md\n" },
  ],
  [
    "a list in a shell",
    {
      Makefile: "S = $(shell cat list.txt)\nx:\n\tpandoc $(S) -o x.epub\n",
      "list.txt": "c.md\na.md\nb.md\n",
    },
  ],
  [
    "a script",
    {
      "build.sh":
        '#!/bin/sh\nFILES="c.md a.md"\nfor x in 1; do\n  pandoc $FILES "b.md" --pdf-engine xelatex -o "$OUT.pdf" || exit 1\ndone\n',
    },
  ],
  [
    "an array",
    {
      "scripts/make.sh": `cd "$(dirname "$0")/.."\nall=(c.md # the first\n a.md\n b.md)\npandoc -f markdown "\${all[@]}" -o x.pdf\n`,
    },
  ],
  ["what goes through a pipe", { Makefile: "x:\n\tcat c.md a.md b.md | sed s/x/y/ | pandoc -o x.pdf\n" }],
  [
    "what was put together before",
    { "make.sh": "awk 'FNR==1{print \"\"}{print}' c.md a.md b.md > all.md\npandoc all.md -o all.epub\n" },
  ],
  ["a defaults file", { "book.yaml": "input-files: [c.md, a.md, b.md]\noutput-file: x.pdf\n" }],
  [
    "a command that names a defaults file",
    { "run.sh": "pandoc -d opts c.md a.md b.md\n", "opts.yaml": "to: epub\n" },
  ],
  [
    "a README that says what to type",
    { "README.md": "# Tool\n\n```\n$ pandoc c.md a.md b.md -o x.pdf\n```\n" },
  ],
  ["a command that runs as another user", { Makefile: "x:\n\tsudo pandoc c.md a.md b.md -o x.pdf\n" }],
  ["a script of npm", { "package.json": '{ "scripts": { "pdf": "pandoc c.md a.md b.md -o x.pdf" } }' }],
  ["the fuller of two commands", { Makefile: "x:\n\tpandoc a.md -o a.pdf\n\tpandoc {c,a,b}.md -o x.html\n" }],
])("the order is that of %s", async (_, files) => {
  const { order, told } = await book({ ...A_TO_C, ...files });
  expect(order).toEqual(["c.md", "a.md", "b.md"]);
  expect(told.filter((each) => !each.includes("language"))).toEqual([]);
});

test("a pattern names files by number, and those of other commands are left out", async () => {
  const texts = Object.fromEntries([1, 2, 10].map((n) => [`text/ch${n}.md`, `# ${n}\n`]));
  const { order } = await book({
    ...texts,
    "notes.md": "# N\n",
    Makefile: "x:\n\tpandoc text/*.md -o x.pdf\n",
  });
  expect(order).toEqual(["text/ch1.md", "text/ch2.md", "text/ch10.md"]);
});

test("facts come from the command, from files of metadata and from the top of the text", async () => {
  const { title, language, people, edition, told } = await book({
    ...A_TO_C,
    "meta/title.txt": "% Tides\n% Ada Roe; Bo Li\n% 3 May 2024\n",
    "meta/more.yaml": "lang: fr\nbibliography: meta/works.bib\n",
    "meta/works.bib": "",
    "cover.png": "",
    Makefile:
      "x:\n\tpandoc -M subtitle='High and low' meta/title.txt a.md b.md --metadata-file=meta/more.yaml -o x.pdf\n" +
      "y:\n\tpandoc meta/title.txt a.md b.md --epub-cover-image cover.png -o y.epub\n",
  });
  expect({ title, language, people }).toEqual({
    title: "Tides",
    language: "fr",
    people: ["Ada Roe", "Bo Li"],
  });
  expect(edition?.metadata).toMatchObject({ subtitle: "High and low", date: "2024-05-03" });
  expect(edition?.bibliography).toEqual(["meta/works.bib"]);
  expect(told).toEqual([]);
});

test("a file goes on with the chapter before it, and one may hold several", async () => {
  const { order, edition } = await book({
    "1.md": "# One\n\nWords.\n",
    "1b.md": "## More\n\nWords.\n",
    "2.md": "# Two\n\n# Three\n",
    Makefile: "x:\n\tpandoc 1.md 1b.md 2.md -o x.pdf\n",
  });
  expect(order).toEqual(["1.md 1b.md", "2.md"]);
  expect(edition?.sections.map(({ chapters }) => chapters).filter(Boolean)).toEqual(["headings"]);
});

test("what stands before the chapters and after them has its role", async () => {
  const { order } = await book({
    "0.md": "# Preface\n",
    "1.md": "# Introduction\n",
    "2.md": "# References\n",
    Makefile: "x:\n\tpandoc 0.md 1.md 2.md -o x.pdf\n",
  });
  expect(order).toEqual(["(preface) 0.md", "1.md", "(bibliography) 2.md"]);
});

test.each([
  ["only a README is converted", "x:\n\tpandoc README.md -o README.pdf\n"],
  ["the files are not there", "x:\n\tpandoc x.md y.md -o z.pdf\n"],
  ["a rule is for any file", "%.pdf: %.md\n\tpandoc $< -o $@\n"],
  [
    "a command only speaks of it",
    "x:\n\techo pandoc a.md b.md\n\tpip install pandoc a.md\n\tsudo apt-get install pandoc b.md c.md\n",
  ],
])("there is no such book where %s", async (_, makefile) => {
  const { order } = await book({ ...A_TO_C, "README.md": "# Read\n\nWords.\n", Makefile: makefile });
  expect(order).toHaveLength(4);
});
