/** Lines that are chosen for whole paragraphs, in three languages: where they end, and what an author asks of them. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Pdf, PdfPage } from "../../support/pdf.js";
import { publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const WORDS = {
  en: "the of and a mathematically implementation development in to is as alternatively with morning evening hardware light window",
  de: "der die das und ist mit Gesellschaft Entwicklungen voraussichtlich Zusammenhang zugleich Beobachtungen ein hell Fenster",
  fr: "le la les de un une et fonctionnalités complémentaires particulièrement matin soir fenêtre lumière dans avec progressivement",
} as const;
type Language = keyof typeof WORDS;
const LANGUAGES = Object.keys(WORDS) as Language[];

/** Each paragraph begins with a sign of its own. */
const SIGN = /^[A-Z]\d+q/;
const PARAGRAPHS = 14;
/** Those behind which something floats. */
const FLOATING = /^[A-Z]8\d+q/;
const FLOATS = [4, 7, 9];
const folders = temporaryFolders();
let pdf: Pdf;

const sentence = (language: Language, seed: number, length: number): string => {
  const words = WORDS[language].split(" ");
  return Array.from(
    { length },
    (_, index) => words[(index * index * 7 + index * seed + seed) % words.length],
  ).join(" ");
};

const textOf = (language: Language): string => {
  const sign = language[0]!.toUpperCase();
  const all = Array.from({ length: PARAGRAPHS }, (_, index) => {
    const own = `${sign}${index}q ${sentence(language, 3 + 2 * index, 90 + index)}.`;
    const floating = `::: {.float}\n\n${sign}8${index}q ${sentence(language, 9, 40)}.\n\n:::`;
    return FLOATS.includes(index) ? `${own}\n\n${floating}` : own;
  });
  const asked = `${sentence(language, 5, 100)}.`;
  return [
    "# Words",
    "A line.",
    ...all,
    `${sign}91q ${asked}`,
    `${sign}92q ${asked} {looseness=1}`,
    `${sign}93q ${asked} {.ragged}`,
  ].join("\n\n");
};

interface Line {
  text: string;
  right: number;
  readonly baseline: number;
  readonly page: number;
}

const linesOn = ({ texts, index: page }: PdfPage): Line[] => {
  const lines: Line[] = [];
  for (const { text, right, baseline } of texts.filter((each) => each.tagged && each.text.trim() !== "")) {
    const last = lines.at(-1);
    if (last && Math.abs(last.baseline - baseline) < 1) {
      last.text += text;
      last.right = Math.max(last.right, right);
    } else lines.push({ text, right, baseline, page });
  }
  return lines;
};

/** The lines of each paragraph by its sign. */
const paragraphs = new Map<string, Line[]>();

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: `
bodymatter: [${LANGUAGES.map((language) => `{ file: ${language}.md, language: ${language} }`).join(", ")}]
editions: { print: { format: pdf, trim: a5, theme: novel } }
`,
    files: Object.fromEntries(LANGUAGES.map((language) => [`content/${language}.md`, textOf(language)])),
  });
  expect(book.diagnostics).toEqual([]);
  pdf = await book.pdf();
  let [sign, inText, page] = ["", "", 0];
  for (const line of pdf.pages.flatMap(linesOn)) {
    sign = SIGN.exec(line.text)?.[0] ?? (line.page === page ? sign : inText);
    // What floats comes last on its page.
    if (!FLOATING.test(sign)) inText = sign;
    page = line.page;
    paragraphs.set(sign, [...(paragraphs.get(sign) ?? []), line]);
  }
}, 120_000);

describe.each(LANGUAGES)("in %s", (language) => {
  const sign = language[0]!.toUpperCase();
  const linesOf = (index: number): Line[] => paragraphs.get(`${sign}${index}q`)!;
  const chosen = () =>
    [...Array(PARAGRAPHS).keys(), ...FLOATS.map((index) => 80 + index)].map((index) => linesOf(index));

  test("all lines but the last are as wide as the text, and hyphens hang out of it", () => {
    const inner = chosen().flatMap((lines) => lines.slice(0, -1));
    for (const side of [0, 1]) {
      const own = inner.filter(({ page }) => page % 2 === side);
      const whole = own.filter(({ text }) => !text.endsWith("-")).map(({ right }) => right);
      const edge = Math.max(...whole);
      expect(edge - Math.min(...whole)).toBeLessThan(0.4);
      const hyphens = own.filter(({ text }) => text.endsWith("-"));
      expect(hyphens.filter(({ right }) => right < edge + 0.4)).toEqual([]);
    }
  });

  test("no more than two lines in a row end in hyphens", () => {
    const ends = chosen().map((lines) => lines.map(({ text }) => (text.endsWith("-") ? "-" : " ")).join(""));
    expect(ends.filter((each) => each.includes("---"))).toEqual([]);
  });

  test("no last line is a piece of a word", () => {
    const pieces = chosen().filter(
      (lines) => lines.at(-2)?.text.endsWith("-") && !lines.at(-1)!.text.includes(" "),
    );
    expect(pieces).toEqual([]);
  });

  test("a ragged one has neither hyphens nor an even edge", () => {
    const inner = linesOf(93).slice(0, -1);
    expect(inner.filter(({ text }) => text.endsWith("-"))).toEqual([]);
    const edges = inner.map(({ right }) => right);
    expect(Math.max(...edges) - Math.min(...edges)).toBeGreaterThan(3);
  });
});

test.each(["E", "D"])("a paragraph has a line more when its author asks for it: %s", (sign) => {
  const [own, asked] = [paragraphs.get(`${sign}91q`)!, paragraphs.get(`${sign}92q`)!];
  expect(asked.length).toBe(own.length + 1);
  expect(asked.map(({ text }) => text).join("")).not.toContain("{");
});
