/** Pages of lines that are not equally high: they are planned as they are printed. */
import { beforeAll, expect, test } from "vitest";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const DOT =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="30" height="30"><circle cx="5" cy="5" r="4"/></svg>';

/** What may stand in a line and makes it higher. */
const TALL = [
  "$\\frac{1}{1 + \\frac{x}{y}}$",
  "$\\sum_{i=1}^{n} x_i^2$",
  "$x_i$",
  "$\\hat{f}\\left(\\boldsymbol{x}_{k}\\right)$",
  "$\\int_0^1 \\sqrt{\\frac{a}{b}}$",
  "![dot](dot.svg)",
  "x^2^ and y~1~",
];

const DISPLAY = [
  "$$\n\\frac{a + b}{c} = \\sum_{k=1}^{n} \\frac{1}{k}\n$$",
  "$$\n\\begin{aligned} f(x) &= x^2 \\\\ &= x \\cdot x \\\\ &\\le \\frac{x^3}{2} \\end{aligned}\n$$",
];

const CHAPTERS = {
  formulas: chapter(7, "the sum of all that was found is not more than", " "),
  parted: parted("the sum of all that was found is not more than"),
  // Rooms that people make by hand: no letter stands in them.
  rooms: `# Rooms\n\n${times(60, (at) => {
    const room = ["<br>", "<p><br></p>", "<br>\n<br>", '<div style="height: 30px"></div>', "<p>&nbsp;</p>"][
      at % 5
    ];
    const table = `| a | b |\n|---|---|\n${times(2 + (at % 5), (row) => `| ${row} | x |\n`, "")}`;
    return `${at % 2 ? table : times(20 + at, () => "word", " ")}\n\n${room}\n\n${times(12 + at, () => "more", " ")}:`;
  })}`,
  // What floats has white around it, and may be as wide as the page.
  floating: `# Floating\n\n${times(60, (at) => {
    const wide = at % 3 === 0 ? "width: 100%; " : "";
    const cells = times(2 + (at % 3), (cell) => `<td>cell ${cell}</td>`, "");
    return `${words(20 + ((at * 17) % 90))}\n\n<table style="${wide}float: left"><tr>${cells}</tr></table>\n\n${
      at % 2 ? `## ${words(3)}\n\n` : ""
    }${words(30 + ((at * 7) % 40))}:`;
  })}`,
  // Boxes of websites that only their scripts and styles would fill.
  hollow: `# Hollow\n\n${times(
    80,
    (at) =>
      `<div>\n<div>Part ${at}</div>\n<div><div></div></div>\n<span>${at}</span>\n<div><div></div></div>\n<span>more</span>\n</div>`,
  )}`,
  chinese: chapter(11, "这个 公式 的 意思 是 说 所有 数 之和", ""),
  arabic: chapter(23, "مجموع كل ما وجد هنا ليس أكثر من ذلك", " "),
  // Readings above the letters make lines of their own, of small boxes.
  readings: `# 読み\n\n${times(40, (index) =>
    times(
      3 + (index % 9),
      () =>
        "雨が<ruby>静<rp>(</rp><rt>しず</rt><rp>)</rp></ruby>かに<ruby>屋根<rt>やね</rt></ruby>の上に降り、誰も外を見ない。",
      "",
    ),
  )}`,
};

function times(count: number, each: (index: number) => string, between = "\n\n"): string {
  return Array.from({ length: count }, (_, index) => each(index)).join(between);
}

function words(count: number): string {
  return times(count, () => "word", " ");
}

/** Paragraphs of many lengths with something tall here and there, and formulas on lines of their own. */
function chapter(step: number, text: string, between: string): string {
  const words = text.split(" ");
  const paragraph = (at: number) =>
    times(
      20 + ((at * step) % 60),
      (index) =>
        (index * step + at) % 13 === 0
          ? ` ${TALL[(index + at) % TALL.length]} `
          : words[(index + at) % words.length]!,
      between,
    );
  return `# ${text}\n\n${times(50, (at) => {
    if (at % 5 === 3) return DISPLAY[at % 2]!;
    return at % 7 === 2 ? `- ${paragraph(at)}\n\n  - ${paragraph(at + 1)}` : `${paragraph(at)}.`;
  })}`;
}

/** Paragraphs and items that formulas and lists stand inside of, so that pages begin with a line behind those. */
function parted(text: string): string {
  const words = (count: number) => times(count, (index) => text.split(" ")[index % 10]!, " ");
  return `# ${text}\n\n${times(60, (at) => {
    const pieces = times(
      3,
      (piece) => `${words(8 + ((at * 7 + piece * 11) % 40))}\n${DISPLAY[at % 2]}`,
      "\n",
    );
    if (at % 4 !== 3) return `${pieces}\n${words(9)}.`;
    return `<ul><li>${words(30)}<ul><li>${words(at)}</li></ul>${words(25)}<ul><li>${words(12)}</li></ul>${words(14)}</li></ul>`;
  })}`;
}

const folders = temporaryFolders();
let published: Awaited<ReturnType<typeof publish>>;

beforeAll(async () => {
  const folder = await folders.make({
    ...Object.fromEntries(Object.entries(CHAPTERS).map(([name, text]) => [`content/${name}.md`, text])),
    "content/dot.svg": DOT,
    "publication.yaml": `title: Uneven lines
language: en
date: 2026
theme: technical
bodymatter: [${Object.keys(CHAPTERS)
      .map((name) => `{ file: ${name}.md }`)
      .join(", ")}]
editions:
  technical: { format: pdf, trim: a6 }
  novel: { format: pdf, trim: a5, theme: novel }
  magazine: { format: pdf, trim: a5, theme: magazine }
`,
  });
  published = await publish(folder, { out: await folders.make(), jobs: 2 });
}, 240_000);

test("lines with formulas, small pictures and readings are printed on the pages that were planned", () => {
  expect(published.unplannedIn("technical")).toEqual([]);
  expect(published.unplannedIn("novel")).toEqual([]);
  expect(published.unplannedIn("magazine")).toEqual([]);
});

test("nothing is told", () => {
  expect(published.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});
