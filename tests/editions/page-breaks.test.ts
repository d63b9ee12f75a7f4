/**
 * What Paged.js gets wrong at the end of a page, on pages of many heights so that every kind of
 * line comes to stand there. A build fails when a letter is missing or stands twice.
 */
import { describe, expect, it } from "vitest";
import { readPdf } from "../support/pdf.js";
import { bodyText } from "../support/pdf-text.js";
import { build } from "../support/program.js";
import { publish } from "../support/publish.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();

const CASES: Readonly<Record<string, string>> = {
  "words that come again around code":
    `We use \`1\` and \`2\` and then \`3\` and \`4\`, and so on and so forth. `.repeat(40),
  "one sentence over and over": "The same words come again and again here. ".repeat(90),
  "long words with soft hyphens":
    "Incomprehensibilities notwithstanding, representatives acknowledged responsibilities. ".repeat(40),
  "rows of several lines": `| a | b | c |\n|---|---|---|\n${Array.from(
    { length: 40 },
    (_, row) =>
      `| \`r${row}\` | ${"some words ".repeat(1 + ((row * 7) % 9))} | ${"others ".repeat(1 + ((row * 5) % 11))} |`,
  ).join("\n")}\n`,
  "a listing that is longer than a page, with a caption": `\`\`\`{.js #lst-long caption="Long"}\n${Array.from(
    { length: 70 },
    (_, line) => `const name${line} = "${"x".repeat((line * 13) % 120)}";`,
  ).join("\n")}\n\`\`\`\n`,
  "footnotes near the end": Array.from(
    { length: 30 },
    (_, index) =>
      `A sentence that has a note of its own.[^n${index}]\n\n[^n${index}]: Note ${index}, of ${"some ".repeat(index % 20)}words.\n`,
  ).join("\n"),
  "floats in text": Array.from(
    { length: 24 },
    (_, index) =>
      `::: {.float-${index % 2 ? "left" : "right"}}\nBox ${index} ${"beside ".repeat(4 + ((index * 7) % 30))}\n:::\n\nParagraph ${index}, ${"some more words ".repeat(5 + ((index * 11) % 25))}\n`,
  ).join("\n"),
  "verse with long lines": `::: verse\n${Array.from(
    { length: 90 },
    (_, line) => `Line ${line} ${"of verse ".repeat(1 + ((line * 5) % 12))}${line % 14 === 13 ? "\n" : ""}`,
  ).join("\n")}\n:::\n`,
  "nested lists": Array.from(
    { length: 25 },
    (_, item) => `- item ${item}\n    - ${"below it ".repeat(1 + (item % 9))}\n        1. and further in\n`,
  ).join(""),
};
const HEIGHTS = [130, 137, 145];

describe.each(Object.entries(CASES))("no word is lost or printed twice: %s", (_, text) => {
  it("on pages of three heights", async () => {
    const folder = await folders.make({
      "publication.yaml": `title: Breaks
language: en
date: 2026-01-01
theme: technical
toc-depth: 1
bodymatter: [{ file: a.md }]
editions:
${HEIGHTS.map((height) => `  h${height}: { format: pdf, trim: 100mm ${height}mm }`).join("\n")}
`,
      "content/a.md": `# Breaks\n\n${text}\n`,
    });
    const result = await build({ publications: [folder], out: await folders.make(), cache: "none", jobs: 1 });
    const errors = result.diagnostics
      .flatMap((each) => each.diagnostics)
      .filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
    expect(result.editions.every(({ extent }) => extent! > 1)).toBe(true);
  });
});

/** The text of each page of a book, without running heads, printed on small pages. */
async function printedPages(chapters: readonly string[]): Promise<string[]> {
  const folder = await folders.make({
    "publication.yaml": `title: Ends of pages
language: en
date: 2026-01-01
theme: technical
bodymatter: [${chapters.map((_, index) => `{ file: ${index}.md }`).join(", ")}]
editions: { print: { format: pdf, trim: 100mm 140mm } }
`,
    ...Object.fromEntries(chapters.map((text, index) => [`content/${index}.md`, text])),
  });
  const { bytesOf } = await publish(folder, { out: await folders.make() });
  const { pages } = await readPdf(await bytesOf("print"));
  return pages.map(bodyText);
}

describe("a table at the end of a page", () => {
  it("begins with its caption, its head and its first row on one page, below the heading it belongs to", async () => {
    const places = Array.from({ length: 24 }, (_, lines) => lines);
    const chapter = (lines: number) =>
      `# Chapter ${lines}\n\n${"A line of its own.\\\n".repeat(lines + 4)}The last line.\n\n## Heading${lines}x\n\n` +
      `| Head${lines}x | B |\n| -- | -- |\n| first${lines}x | b |\n| second | b |\n\n: Caption${lines}x\n`;
    const texts = await printedPages(places.map(chapter));
    const pageOf = (words: string) => texts.flatMap((text, page) => (text.includes(words) ? [page] : []));
    for (const lines of places) {
      const [page] = pageOf(`first${lines}x`);
      for (const word of ["Heading", "Head", "Caption"])
        expect(pageOf(`${word}${lines}x`)[0], word).toBe(page);
    }
    // The case came up: some of the tables did not fit below their text.
    expect(places.some((lines) => !texts[pageOf(`first${lines}x`)[0]!]!.includes("The last line"))).toBe(
      true,
    );
  });
});

describe("a heading at the end of a page", () => {
  const BELOW: Readonly<Record<string, (name: string) => string>> = {
    "a listing with a caption": (name) =>
      `\`\`\`{.js caption="About ${name}"}\n${name};\n${"b;\n".repeat(12)}\`\`\`\n`,
    "a list": (name) => `- ${name} ${"and more words ".repeat(12)}\n- second\n`,
    "a quotation": (name) => `> ${name} ${"and more words ".repeat(12)}\n`,
    "a division": (name) => `::: note\n${name} ${"and more words ".repeat(12)}\n:::\n`,
  };

  it.each(Object.entries(BELOW))("stays with %s", async (_, below) => {
    const places = Array.from({ length: 20 }, (_, lines) => lines);
    const chapter = (lines: number) =>
      `# Chapter ${lines}\n\n${"A line of its own.\\\n".repeat(lines + 4)}The last line.\n\n## Heading${lines}x\n\n${below(`first${lines}x`)}`;
    const texts = await printedPages(places.map(chapter));
    const pageOf = (words: string) => texts.findIndex((text) => text.includes(words));
    for (const lines of places) expect(pageOf(`Heading${lines}x`), `${lines}`).toBe(pageOf(`first${lines}x`));
    // The case came up: some of the headings did not fit below their text.
    expect(places.some((lines) => !texts[pageOf(`first${lines}x`)]!.includes("The last line"))).toBe(true);
  });
});

describe("a paragraph of three lines", () => {
  // Two and one, or one and two: either would leave a line alone.
  const BEFORE: Readonly<Record<string, string>> = { "": "", " on a page with a note": "[^n]" };

  it.each(Object.entries(BEFORE))("is never divided%s", async (_, note) => {
    const places = Array.from({ length: 20 }, (_, lines) => lines);
    const chapter = (lines: number) =>
      `# Chapter ${lines}\n\nThe text begins${note}.\n\n${"A line of its own.\\\n".repeat(lines + 4)}The line before.\n\n` +
      `First${lines}x.\\\nAnd a line between.\\\n*Last*${lines}x.\n\nWhat follows.\n${note && "\n[^n]: A note with some words of its own.\n"}`;
    const texts = await printedPages(places.map(chapter));
    const pageOf = (words: string) => texts.findIndex((text) => text.includes(words));
    for (const lines of places) expect(pageOf(`Last${lines}x`), `${lines}`).toBe(pageOf(`First${lines}x`));
    // The case came up: some of them stand on the page after the line before them.
    expect(places.some((lines) => !texts[pageOf(`First${lines}x`)]!.includes("The line before"))).toBe(true);
  });
});
