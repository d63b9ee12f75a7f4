/** Counters of authors' styles: each number is printed once and right, whatever page it comes to stand on. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Pdf } from "../../support/pdf.js";
import { filler, pageText, plain, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const LAWS = 14;
const ENTRIES = 50;
const HEADS = 8;
let book: SmallEditions;
let pdf: Pdf;

const laws = Array.from(
  { length: LAWS },
  (_, at) =>
    `1. Law${at + 1}\n   1. Right${at + 1} ${filler(20)}\n   1. Duty${at + 1}\n      1. Exception${at + 1} ${filler(30)}`,
);
const entries = Array.from({ length: ENTRIES }, (_, at) => `- Entry${at + 1} ${filler(9)}`);
const heads = Array.from(
  { length: HEADS },
  (_, at) =>
    `## Head${at + 1}\n\n### Above${at + 1}\n\n${filler(30)}\n\n> ### Below${at + 1}\n>\n> ${filler(40)}\n\n| a |\n|---|\n| Row${at + 1} |`,
);

beforeAll(async () => {
  book = await publishSmall(folders, {
    description:
      "theme: technical\nbodymatter: [{ file: a.md }]\neditions:\n  print: { format: pdf, trim: a6 }",
    files: {
      "content/a.md": `# Counted\n\n::: law\n${laws.join("\n")}\n:::\n\n::: log\n${entries.join("\n")}\n:::\n\n${heads.join("\n\n")}\n`,
      "styles/print.css": `
.law ol { counter-reset: item; list-style: none }
.law li { counter-increment: item }
.law li::before { content: "§" counters(item, ".") " " }
.log ul { counter-reset: entry 100; list-style: none }
.log li::before { counter-increment: entry -2; content: "No. " counter(entry) ": " }
.section { counter-reset: row }
h2 { counter-increment: head; counter-reset: sub }
h2::before { content: counter(head, upper-roman) ". " }
h3 { counter-increment: sub }
h3::before { content: counter(head) "-" counter(sub) " " }
td { counter-increment: row }
td::before { content: "(" counter(row) ") " }
`,
    },
  });
  pdf = await book.pdf();
});

const printed = () => plain(pdf.pages.map(pageText).join(" "));

test("nothing is told", () => {
  expect(book.diagnostics.map(({ message }) => message)).toEqual([]);
});

describe("numbers", () => {
  test("of lists in lists are made of those around them", () => {
    for (let law = 1; law <= LAWS; law += 1) {
      const expected = [
        `§${law} Law${law}`,
        `§${law}.1 Right${law}`,
        `§${law}.2 Duty${law}`,
        `§${law}.2.1 Exception${law}`,
      ];
      for (const words of expected) expect(printed()).toContain(words);
    }
  });

  test("that are counted before the text of an item go on over pages", () => {
    for (let entry = 1; entry <= ENTRIES; entry += 1) {
      expect(printed()).toContain(`No. ${100 - 2 * entry}: Entry${entry}`);
    }
  });

  test("of headings begin anew below each heading that says so", () => {
    const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
    for (const [at, number] of roman.entries()) {
      expect(printed()).toContain(`${number}. Head${at + 1}`);
      expect(printed()).toContain(`${at + 1}-1 Above${at + 1}`);
      expect(printed()).toContain(`${at + 1}-2 Below${at + 1}`);
    }
  });

  test("of cells go on through all tables of a section", () => {
    for (let row = 1; row <= HEADS; row += 1) expect(printed()).toContain(`(${row}) Row${row}`);
  });
});
