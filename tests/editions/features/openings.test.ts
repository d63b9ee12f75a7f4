/** Openings of chapters: a title never stands alone, whatever the text begins with. */
import { beforeAll, expect, test } from "vitest";
import type { Pdf } from "../../support/pdf.js";
import { filler, findWords, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at));
let pdf: Pdf;

/** By their titles; `first` is in the first lines of each. */
const OPENINGS: Readonly<Record<string, string>> = {
  "Kept list": `::: keep\n${many(50, (at) => `- ${at === 0 ? "first" : "more"} ${filler(12)}`).join("\n")}\n:::`,
  "Kept rows": `<table><tbody class="keep">${many(50, (at) => `<tr><td>${at === 0 ? "first" : at}</td><td>${filler(9)}</td></tr>`).join("")}</tbody></table>`,
  "Kept quotation": `> first ${filler(500)}\n{.keep}`,
  "Kept below two titles": `## A second title\n\n::: keep\nfirst ${filler(60)}\n\n${filler(500)}\n:::`,
};

beforeAll(async () => {
  const names = Object.keys(OPENINGS);
  const book = await publishSmall(folders, {
    description: `theme: technical\nbodymatter:\n${names.map((_, at) => `  - { file: ${at}.md }`).join("\n")}\neditions:\n  print: { format: pdf, trim: a6 }`,
    files: {
      ...Object.fromEntries(
        names.map((name, at) => [`content/${at}.md`, `# ${name}\n\n${OPENINGS[name]}\n`]),
      ),
      "styles/print.css": ".keep { break-inside: avoid }",
    },
  });
  pdf = await book.pdf();
});

test.each(Object.keys(OPENINGS))("%s: label, title and the first words are on one page", (title) => {
  const label = pdf.pages.findIndex((page) => page.texts.some(({ text }) => text.includes(title)));
  const number = Object.keys(OPENINGS).indexOf(title) + 1;
  expect(findWords(pdf, `Chapter ${number}`).page.index).toBe(label);
  expect(pdf.pages[label]!.texts.some(({ text }) => /\bfirst\b/.test(text))).toBe(true);
});
