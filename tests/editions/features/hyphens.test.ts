/** Words that are divided at the end of a line: in two faces and two languages, in text, lists, quotations and tables. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Pdf, PdfPage } from "../../support/pdf.js";
import { bodyText } from "../../support/pdf-text.js";
import { publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

/** Without a hyphen of their own: each one that is printed was put in. */
const WORDS = {
  en: `the of and a mathematically implementation development responsibilities reduce previous specific
    generated rejects rejecting property obstacle something information in to is as alternatively **drivers**
    *traits* \`unit\` additional hardware components representatives application peripheral`,
  de: `der die das und Gesellschaft Verantwortung Entwicklungen ist voraussichtlich Wissenschaft hat mit
    Zusammenhang ihre gegenwärtig *Möglichkeit* **Verfahren** \`wert\` Beobachtungen sie zugleich ein es Reihe`,
} as const;
type Language = keyof typeof WORDS;

const THEMES = ["technical", "novel"] as const;
const LEAST_HYPHENS = 100;
/** Each line that ends inside of a word comes to be just as wide as there is room for, or a trifle wider or narrower. */
const WIDTHS = Array.from({ length: 50 }, (_, step) => 15 + step * 0.015);
/** In points: more than a blank between words. */
const CELLS_APART = 6;
const folders = temporaryFolders();
const pdfs = new Map<string, Pdf>();

/** Always the same numbers, which look like chance. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

function blocksOf(language: Language): string[] {
  const [next, known] = [numbers(language.charCodeAt(0)), WORDS[language].split(/\s+/)];
  const sentence = (length: number) =>
    Array.from({ length }, () => known[Math.floor(next() * known.length)]).join(" ");
  const narrow = sentence(45);
  const others = Array.from({ length: 20 }, (_, index) => {
    const text = sentence(20 + Math.floor(next() * 50));
    if (index % 10 === 3) return `- ${text}\n- ${sentence(12)}`;
    if (index % 10 === 6) return `> ${text}`;
    if (index % 10 === 9) return `| | |\n| - | - |\n| ${sentence(25)} | ${sentence(35)} |`;
    return text;
  });
  return [...others, ...WIDTHS.map((_, index) => `::: {.width-${index}}\n${narrow}\n:::`)];
}

const words = (block: string): string => block.replace(/^:::.*$/gm, "").replace(/[^\p{L}]/gu, "");

const BLOCKS = { en: blocksOf("en"), de: blocksOf("de") };

function linesOf({ texts }: PdfPage): string[] {
  const lines: { text: string; right: number; baseline: number }[] = [];
  for (const { text, left, right, baseline } of texts.filter((each) => each.text.trim() !== "")) {
    const last = lines.at(-1);
    // Cells stand side by side, with white between them.
    if (last && Math.abs(last.baseline - baseline) < 1 && Math.abs(left - last.right) < CELLS_APART) {
      last.text += text;
      last.right = right;
    } else lines.push({ text, right, baseline });
  }
  return lines.map(({ text }) => text);
}

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: `
bodymatter: [{ file: en.md }, { file: de.md, language: de }]
editions:
${THEMES.map((theme) => `  ${theme}: { format: pdf, trim: a5, theme: ${theme}, variables: { hyphens: manual } }`).join("\n")}
`,
    files: {
      "content/en.md": `# Words\n\nA line.\n\n${BLOCKS.en.join("\n\n")}\n`,
      "content/de.md": `# Words\n\nA line.\n\n${BLOCKS.de.join("\n\n")}\n`,
      "styles/print.css": WIDTHS.map((width, index) => `.width-${index} { width: ${width}em }`).join("\n"),
    },
  });
  expect(book.diagnostics).toEqual([]);
  for (const theme of THEMES) pdfs.set(theme, await book.pdf(theme));
});

describe.each(THEMES)("in theme %s", (theme) => {
  test("each hyphen that was put in is the last sign of its line", () => {
    const lines = pdfs.get(theme)!.pages.flatMap(linesOf);
    expect(lines.filter((line) => /\p{L}-\p{L}/u.test(line))).toEqual([]);
    expect(lines.filter((line) => line.endsWith("-")).length).toBeGreaterThan(LEAST_HYPHENS);
  });

  test("words are whole for who looks for them: no soft hyphen is left", () => {
    expect(pdfs.get(theme)!.pages.map(bodyText).join("")).not.toContain("\u00AD");
  });

  test("all words are printed, in their order", () => {
    const printed = words(pdfs.get(theme)!.pages.map(bodyText).join(""));
    const blocks = Object.values(BLOCKS).flat();
    expect(blocks.filter((block) => !printed.includes(words(block)))).toEqual([]);
  });
});
