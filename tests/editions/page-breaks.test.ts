/**
 * What Paged.js gets wrong at the end of a page, on pages of many heights so that every kind of
 * line comes to stand there. A build fails when a letter is missing or stands twice.
 */
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { BuildResult } from "../../src/model/build.js";
import { readPdf } from "../support/pdf.js";
import { bodyText } from "../support/pdf-text.js";
import { build } from "../support/program.js";
import { publish } from "../support/publish.js";
import { plain } from "../support/small-book.js";
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

describe("no word is lost or printed twice on pages of three heights", () => {
  let result: BuildResult;
  const errors = () =>
    result.diagnostics.flatMap((each) => each.diagnostics).filter(({ severity }) => severity === "error");

  beforeAll(async () => {
    const chapters = Object.entries(CASES).map(([name, text]) => `# ${name}\n\n${text}\n`);
    const folder = await bookOf(
      chapters,
      HEIGHTS.map((height) => `h${height}: { format: pdf, trim: 100mm ${height}mm }`),
    );
    result = await build({ publications: [folder], out: await folders.make(), cache: "none", jobs: 1 });
  });

  it.each(Object.keys(CASES).map((name, index) => [name, index] as const))("%s", (_, index) => {
    expect(errors().filter(({ location }) => location?.file === `content/${index}.md`)).toEqual([]);
  });

  it("in chapters that are all longer than a page", async () => {
    expect(errors()).toEqual([]);
    const { pages } = await readPdf(new Uint8Array(await readFile(result.editions[0]!.path!)));
    const texts = pages.map((page) => plain(bodyText(page))).filter((text) => text !== "");
    const begins = Object.keys(CASES).map((name) => texts.findIndex((text) => text.includes(name)));
    expect(begins).not.toContain(-1);
    for (const [index, page] of begins.entries())
      expect((begins[index + 1] ?? texts.length) - page, Object.keys(CASES)[index]).toBeGreaterThan(1);
  });
});

async function bookOf(chapters: readonly string[], editions: readonly string[]): Promise<string> {
  return folders.make({
    "publication.yaml": `title: Ends of pages
language: en
date: 2026-01-01
theme: technical
toc-depth: 1
bodymatter: [${chapters.map((_, index) => `{ file: ${index}.md }`).join(", ")}]
editions: { ${editions.join(", ")} }
`,
    ...Object.fromEntries(chapters.map((text, index) => [`content/${index}.md`, text])),
  });
}

/** A line more in each chapter, so that what follows comes to stand at every place of a page. */
const LINES = Array.from({ length: 20 }, (_, lines) => lines);
const MORE_LINES = Array.from({ length: 24 }, (_, lines) => lines);
const above = (lines: number) => "A line of its own.\\\n".repeat(lines + 4);

const BELOW_HEADINGS: Readonly<Record<string, (name: string) => string>> = {
  "a listing with a caption": (name) =>
    `\`\`\`{.js caption="About ${name}"}\n${name};\n${"b;\n".repeat(12)}\`\`\`\n`,
  "a list": (name) => `- ${name} ${"and more words ".repeat(12)}\n- second\n`,
  "a quotation": (name) => `> ${name} ${"and more words ".repeat(12)}\n`,
  "a division": (name) => `::: note\n${name} ${"and more words ".repeat(12)}\n:::\n`,
};
// Two and one, or one and two: either would leave a line alone.
const BEFORE_PARAGRAPHS: Readonly<Record<string, string>> = { "": "", " on a page with a note": "[^n]" };

describe("at the end of a page", () => {
  /** The text of each page, without running heads. */
  let texts: readonly string[];
  const pageOf = (words: string) => texts.findIndex((text) => text.includes(words));

  beforeAll(async () => {
    const tables = MORE_LINES.map(
      (lines) =>
        `# Chapter ${lines}\n\n${above(lines)}The last line.\n\n## Heading${lines}t\n\n` +
        `| Head${lines}t | B |\n| -- | -- |\n| first${lines}t | b |\n| second | b |\n\n: Caption${lines}t\n`,
    );
    const headings = Object.values(BELOW_HEADINGS).flatMap((below, kind) =>
      LINES.map(
        (lines) =>
          `# Chapter ${lines}\n\n${above(lines)}The last line.\n\n## Heading${lines}h${kind}\n\n${below(`first${lines}h${kind}`)}`,
      ),
    );
    const paragraphs = Object.values(BEFORE_PARAGRAPHS).flatMap((note, kind) =>
      LINES.map(
        (lines) =>
          `# Chapter ${lines}\n\nThe text begins${note}.\n\n${above(lines)}The line before.\n\n` +
          `First${lines}p${kind}.\\\nAnd a line between.\\\n*Last*${lines}p${kind}.\n\nWhat follows.\n${note && "\n[^n]: A note with some words of its own.\n"}`,
      ),
    );
    const folder = await bookOf(
      [...tables, ...headings, ...paragraphs],
      ["print: { format: pdf, trim: 100mm 140mm }"],
    );
    const { bytesOf } = await publish(folder, { out: await folders.make() });
    texts = (await readPdf(await bytesOf("print"))).pages.map(bodyText);
  });

  it("a table begins with its caption, its head and its first row on one page, below the heading it belongs to", () => {
    for (const lines of MORE_LINES) {
      const page = pageOf(`first${lines}t`);
      expect(page).toBeGreaterThanOrEqual(0);
      for (const word of ["Heading", "Head", "Caption"]) expect(pageOf(`${word}${lines}t`), word).toBe(page);
    }
    // The case came up: some of the tables did not fit below their text.
    const isAlone = (lines: number) => !texts[pageOf(`first${lines}t`)]!.includes("The last line");
    expect(MORE_LINES.some(isAlone)).toBe(true);
  });

  it.each(Object.keys(BELOW_HEADINGS).map((name, kind) => [name, kind] as const))(
    "a heading stays with %s",
    (_, kind) => {
      const first = (lines: number) => pageOf(`first${lines}h${kind}`);
      for (const lines of LINES) {
        expect(first(lines)).toBeGreaterThanOrEqual(0);
        expect(pageOf(`Heading${lines}h${kind}`), `${lines}`).toBe(first(lines));
      }
      // The case came up: some of the headings did not fit below their text.
      expect(LINES.some((lines) => !texts[first(lines)]!.includes("The last line"))).toBe(true);
    },
  );

  it.each(Object.keys(BEFORE_PARAGRAPHS).map((name, kind) => [name, kind] as const))(
    "a paragraph of three lines is never divided%s",
    (_, kind) => {
      const first = (lines: number) => pageOf(`First${lines}p${kind}`);
      for (const lines of LINES) {
        expect(first(lines)).toBeGreaterThanOrEqual(0);
        expect(pageOf(`Last${lines}p${kind}`), `${lines}`).toBe(first(lines));
      }
      // The case came up: some of them stand on the page after the line before them.
      expect(LINES.some((lines) => !texts[first(lines)]!.includes("The line before"))).toBe(true);
    },
  );
});
