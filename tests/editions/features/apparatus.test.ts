/** A text with notes to nearly every other word, as editions have them: each stands at the foot of the page of its mark. */
import { beforeAll, expect, test } from "vitest";
import type { Pdf } from "../../support/pdf.js";
import { findWords, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const WORDS = "λόγος ἀρχή φύσις ὕδωρ ἄνθρωπος ψυχή ἀγαθός οὐρανός πόλις νόμος θάλασσα ἥλιος".split(" ");
let pdf: Pdf;

/** Numbers without an order, always the same ones. */
let state = 7;
const next = (limit: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * limit);
};
const word = (): string => WORDS[next(WORDS.length)]!;

let notes = 0;
const noted = (): string => {
  if (next(20) >= 9) return word();
  notes += 1;
  return `${word()}^[Var${notes}x *${word()}* 01 — ${word()} 02]`;
};
const TEXT = Array.from({ length: 60 }, () => Array.from({ length: 14 }, noted).join(" ")).join(".\n\n");

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description:
      "language: grc\ntheme: novel\nbodymatter: [{ file: a.md }]\neditions:\n  print: { format: pdf, trim: a5 }",
    files: { "content/a.md": `# Text\n\n${TEXT}.\n` },
  });
  pdf = await book.pdf();
});

test("each begins a line of its own below the text", () => {
  const starts = Array.from({ length: notes }, (_, at) => findWords(pdf, `Var${at + 1}x`));
  // One on left and one on right pages; a number of three figures is wider than what notes hang by.
  const lefts = starts.slice(0, 99).map(({ left }) => Math.round(left));
  expect(new Set(lefts).size).toBe(2);
  expect(new Set(starts.map(({ size }) => size)).size).toBe(1);
});
