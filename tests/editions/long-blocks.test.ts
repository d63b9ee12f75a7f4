/**
 * Blocks that are longer than a page, or that nothing can break: every word of them is printed once, in each
 * theme. One publication for all: each word that counts is a mark that no other text has.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { letters } from "../support/lost-text.js";
import { type Pdf, readPdf } from "../support/pdf.js";
import { bodyText, marginTexts } from "../support/pdf-text.js";
import { publish } from "../support/publish.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const THEMES = ["novel", "technical", "magazine"];
const folders = temporaryFolders();

let count = 0;
/** Some words, every third of them a mark. */
function words(amount: number): string {
  const fillers = ["quay", "and", "tar", "rope", "under", "slate", "of", "the"];
  return Array.from({ length: amount }, (_, index) => {
    if (index % 3 > 0) return fillers[(index * 7) % fillers.length];
    count += 1;
    return `m${String(count).padStart(5, "0")}x`;
  }).join(" ");
}

const times = (amount: number, text: () => string, between = "\n\n"): string =>
  Array.from({ length: amount }, text).join(between);
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const items = (amount: number): string => `<ul>${times(amount, () => `<li>${words(12)}</li>`, "")}</ul>`;
const lines = (amount: number): string => times(amount, () => words(4), "\n");
const note = (name: string, ...paragraphs: string[]): string => `[^${name}]: ${paragraphs.join("\n\n    ")}`;

const CHAPTERS: Readonly<Record<string, string>> = {
  "disclosure boxes": `<details>\n<summary>Open me</summary>\n\n${times(6, () => words(60))}\n\n- ${words(30)}\n\n\`\`\`\n${lines(40)}\n\`\`\`\n\n<details><summary>And me</summary>\n\n${words(60)}\n\n</details>\n\n</details>`,
  "rows of text": `| A | Headword |\n| -- | -- |\n| ${words(9)} | ${words(500)} |\n| ${words(300)} | ${words(300)} |\n| a | ${words(9)} |`,
  "rows of blocks": `<table>\n<thead><tr><th>A</th><th>B</th></tr></thead><tbody>${row(items(30), `<pre><code>${lines(50)}</code></pre>`)}${row("<img src='tall.svg' alt='Tall'>", words(40))}</tbody></table>`,
  "cells that span rows": `<table><tbody>${times(3, () => `<tr><td rowspan="20">${words(90)}</td><td>${words(6)}</td></tr>${times(19, () => row(words(6)), "")}`, "")}</tbody></table>`,
  "a table in a table": `<table><tbody>${row(words(9), `<table><tbody>${times(40, () => row(words(4), words(4)), "")}</tbody></table>`)}</tbody></table>`,
  "a refrain": times(40, () => `Roll on, roll on<br>\n${words(4)}<br>\nRoll on, roll on`, "<br>\n"),
  "a note over pages": `${words(60)}[^long] ${words(60)}\n\n${words(300)}\n\n${note("long", words(1100))}`,
  "a note at the end": `${words(30)}[^last]\n\n${note("last", words(900), `- ${words(90)}\n    - ${words(90)}`, `\`\`\`\n${times(20, () => `    ${words(4)}`, "\n")}\n    \`\`\``)}`,
  "several long notes": `${words(20)}[^a] ${words(20)}[^b] ${words(20)}[^c] ${words(200)}\n\n${["a", "b", "c"].map((name) => note(name, words(250), words(50))).join("\n\n")}`,
  "notes in everything": `## Heading *of* note[^h]\n\n| A | B |\n| -- | -- |\n${times(20, () => `| ${words(4)} | ${words(4)} |`, "\n")}\n| ${words(3)}[^t] | b |\n${times(9, () => `| ${words(4)} | ${words(4)} |`, "\n")}\n\n: Caption[^c]\n\n- ${words(9)}\n    - ${words(9)}[^l]\n\n${words(200)}\n\n${["h", "t", "c", "l"].map((name) => note(name, words(name === "t" ? 300 : 20))).join("\n\n")}`,
  "notes in notes": `${words(9)}[^outer]\n\n${note("outer", `${words(9)}[^inner] ${words(9)}`)}\n\n${note("inner", `${words(9)}^[${words(9)}]`)}`,
  "what a style clips": `<div class="clipped">\n\n${times(5, () => words(40))}\n\n</div>\n\n<div class="row"><div>${words(200)}</div><div>${words(400)}</div></div>\n\n${words(20)}`,
  "words without an end": `## ${"Constantinopolitan".repeat(6)}\n\n${"Interface.".repeat(20)}\n\n- ${"item".repeat(40)}\n\n${"term".repeat(40)}\n:   ${"definition".repeat(20)}`,
};

const STYLES =
  ".clipped { height: 4cm; overflow: hidden }\n.row { display: flex; gap: 1em }\n.row > * { flex: 1 }\n";
const TALL =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 90"><rect width="20" height="90"/></svg>';

const marks = [
  ...Object.values(CHAPTERS)
    .join("\n")
    .matchAll(/m\d{5}x/g),
].map(([mark]) => mark);
const pdfs = new Map<string, Pdf>();
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  const chapters = Object.entries(CHAPTERS);
  const folder = await folders.make({
    "publication.yaml": `title: Long blocks
language: en
date: 2026-01-01
toc-depth: 1
bodymatter: [${chapters.map((_, index) => `{ file: ${index}.md }`).join(", ")}]
editions: { ${THEMES.map((theme) => `${theme}: { format: pdf, trim: a5, theme: ${theme} }`).join(", ")} }
`,
    "styles/print.css": STYLES,
    "content/tall.svg": TALL,
    ...Object.fromEntries(
      chapters.map(([title, text], index) => [`content/${index}.md`, `# On ${title}\n\n${text}\n`]),
    ),
  });
  const published = await publish(folder, { out: await folders.make(), jobs: 2 });
  diagnostics = published.diagnostics;
  for (const theme of THEMES) pdfs.set(theme, await readPdf(await published.bytesOf(theme)));
}, 600_000);

/** The text of all pages without blanks and hyphens. Small capitals may be set with large letters. */
const textOf = (theme: string): string =>
  letters(pdfs.get(theme)!.pages.map(bodyText).join("")).toLowerCase();

describe("blocks longer than a page", () => {
  test("are published without a word about what cannot be read", () => {
    expect(diagnostics.filter(({ code }) => code !== "overfull")).toEqual([]);
  });

  test.each(THEMES)("have every mark once in the theme %s", (theme) => {
    const found = new Map<string, number>();
    for (const [mark] of textOf(theme).matchAll(/m\d{5}x/g)) found.set(mark, (found.get(mark) ?? 0) + 1);
    expect(marks.filter((mark) => found.get(mark) !== 1)).toEqual([]);
  });

  test.each(THEMES)("have every line of a refrain, and all of a word, in the theme %s", (theme) => {
    const text = textOf(theme);
    expect(text.match(/rollon,rollon/g)).toHaveLength(80);
    expect(text).toContain("definition".repeat(20));
  });

  test("repeat the head of their table on each page", () => {
    const pages = pdfs.get("technical")!.pages.map((page) => letters(bodyText(page)));
    const first = pages.findIndex((text) => text.includes("Onrowsoftext"));
    const last = pages.findIndex((text) => text.includes("Onrowsofblocks"));
    expect(last - first).toBeGreaterThan(3);
    expect(pages.slice(first, last).filter((text) => text !== "" && !text.includes("Headword"))).toEqual([]);
  });
});

describe("a running head", () => {
  test("says what the heading says, without the number of its note", () => {
    const heads = pdfs
      .get("technical")!
      .pages.flatMap((page) => marginTexts(page).map(({ text }) => text.trim()));
    expect(heads.join("\n")).toMatch(/Heading\s*of\s*note$/m);
    expect(heads.join("\n")).not.toMatch(/note\s*1/);
  });
});
