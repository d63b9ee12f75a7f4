/**
 * A manuscript that is hard to lay out, always the same.
 *
 * Every paragraph, note, row, line of code and list item carries a mark of its own, so that a test
 * can tell a lost one from one that is printed twice.
 */

export const ROWS = 300;
export const CODE_LINES = 200;
export const REFERENCES = 500;
export const LONG_WORD = "Donaudampfschiffahrtselektrizitaetenwerk";
const SECTIONS = 100;
const NOTED = 40;
const ITEMS = 90;

const WORDS =
  "the harbour and its lamps of iron stood against a grey morning while every boat under sail made for open water".split(
    " ",
  );

export interface Manuscript {
  readonly files: Readonly<Record<string, string>>;
  /** Marks of what is printed once, in the order of the manuscript. */
  readonly marks: readonly string[];
}

export function tortureManuscript(): Manuscript {
  const source = markedWords();
  const chapters = {
    "notes.md": notes(source),
    "table.md": table(source),
    "code.md": code(source),
    "lists.md": lists(source),
    "references.md": references(source),
  };
  return {
    files: { "publication.yaml": publication(Object.keys(chapters)), ...chapters },
    marks: source.marks,
  };
}

interface MarkedWords {
  readonly marks: string[];
  /** Some words after a mark that no other text has. */
  words(count: number): string;
}

function markedWords(): MarkedWords {
  const marks: string[] = [];
  // A linear congruential generator (Numerical Recipes): the same numbers on every machine.
  let state = 1;
  const next = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const words = (count: number) => {
    const mark = `m${String(marks.length).padStart(4, "0")}x`;
    marks.push(mark);
    return [mark, ...Array.from({ length: count }, () => WORDS[next(WORDS.length)]!)].join(" ");
  };
  return { marks, words };
}

function publication(files: readonly string[]): string {
  const chapters = files.map((file) => `  - file: ${file}`).join("\n");
  return `title: Torture
language: en
date: 2026
content: .
theme: technical
frontmatter:
  - role: titlepage
  - role: toc
bodymatter:
${chapters}
editions:
  print: { format: pdf, trim: a5 }
`;
}

/** Paragraphs of many lengths with notes of many lengths, so that pages end in every way. */
function notes({ words }: MarkedWords): string {
  const blocks = ["# Notes"];
  for (let index = 0; index < NOTED; index += 1) {
    const start = words(12 + ((index * 17) % 90));
    const marked = "*iron* **lamps** `sails` ".repeat(1 + (index % 7));
    blocks.push(`${start}[^n${index}] ${marked}${WORDS.slice(0, index % 19).join(" ")}.`);
    const note = [`[^n${index}]: ${words(6 + ((index * 29) % 60))}.`];
    if (index % 20 === 7) note.push(`    ${words(70)}.`, `    ${words(50)}.`);
    blocks.push(note.join("\n\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}

function table({ words }: MarkedWords): string {
  const rows = Array.from(
    { length: ROWS },
    (_, index) => `| ${index + 1} | ${words(index % 9)} | ${index % 7} |`,
  );
  return `# A long table

| No. | Words | Rest |
| --: | :---- | :--- |
${rows.join("\n")}

: Three hundred rows {#tbl-long}

## A narrow column

| A | B | C | D | E |
| :- | :- | :- | :- | :- |
| ${words(3)} | ${words(3)} | ${LONG_WORD} | ${words(3)} | ${words(3)} |

: A word of forty letters {#tbl-narrow}
`;
}

function code({ words }: MarkedWords): string {
  const lines = Array.from({ length: CODE_LINES }, (_, index) => {
    const indent = "    ".repeat(index % 4);
    return index % 23 === 5 ? "" : `${indent}call("${words(index % 6)}", ${index});`;
  });
  return `# A long listing

\`\`\`{.js #lst-long caption="Two hundred lines"}
${lines.join("\n")}
\`\`\`
`;
}

/** Three levels of items; some have a second paragraph. */
function lists({ words }: MarkedWords): string {
  const lines: string[] = [];
  for (let index = 0; index < ITEMS; index += 1) {
    const depth = [0, 1, 2, 2, 1, 0][index % 6]!;
    const indent = "   ".repeat(depth);
    lines.push(`${indent}1. ${words(4 + ((index * 13) % 40))}.`, "");
    if (index % 11 === 3) lines.push(`${indent}   ${words(30)}.`, "");
  }
  return `# Nested lists\n\n${lines.join("\n")}`;
}

/** Sections that refer to one another, to the table and to the listing, all by page. */
function references({ words }: MarkedWords): string {
  const blocks = ["# References"];
  let written = 0;
  for (let index = 0; index < SECTIONS; index += 1) {
    blocks.push(`## Section ${words(2)} {#sec-s${index}}`, `${words(10 + (index % 30))}.`);
    const links: string[] = [];
    for (; written < ((index + 1) * REFERENCES) / SECTIONS; written += 1) {
      const target =
        written % 25 === 0
          ? "tbl-long"
          : written % 25 === 1
            ? "lst-long"
            : `sec-s${(written * 37) % SECTIONS}`;
      links.push(`[](#${target}){.page}`);
    }
    blocks.push(`${words(2)}: ${links.join(", ")}.`);
  }
  return `${blocks.join("\n\n")}\n`;
}
