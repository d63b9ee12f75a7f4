/** The typography of five languages, text from right to left, and text in Chinese and Japanese. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { documentOf, filler, findWords, pageText, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const NARROW = "\u202F";
const FIXED = "\u00A0";
/** What is typed, and what is set. */
const LANGUAGES = {
  en: [`He said "yes" -- 'no'...`, "“yes”"],
  fr: [`Il dit "oui" ; non : vrai !`, `«${FIXED}oui${FIXED}»${NARROW}; non${FIXED}: vrai${NARROW}!`],
  de: [`Er sagt "ja" und mehr.`, "„ja“"],
  es: [`Dice "ya" y "no".`, "«ya»"],
  it: [`Dice "ora" e basta.`, "«ora»"],
} as const;

const folders = temporaryFolders();
let pdf: Pdf;
let epub: Epub;
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  const spans = Object.entries(LANGUAGES).map(
    ([tag, [typed]]) => `::: {lang=${tag}}\n${typed} \`"code" ;\`\n:::\n`,
  );
  const book = await publishSmall(folders, {
    description: "theme: technical\nbodymatter: [{ file: a.md }, { file: b.md, language: ar }]",
    files: {
      "content/a.md": `# Languages\n\n${spans.join("\n")}\n[東京の本]{lang=ja} and [中文]{lang=zh}.\n`,
      "content/b.md": `# كتاب\n\nهذا نص عربي. ${filler(3)}\n`,
    },
  });
  [pdf, epub, diagnostics] = [await book.pdf(), await book.epub(), book.diagnostics];
});

describe.each(Object.entries(LANGUAGES))("%s", (_, [, set]) => {
  test("has its quotes, dashes and spaces in the ebook and on the pages, and code is left alone", () => {
    const raw = documentOf(epub, "a").replace(/<[^>]*>/g, "");
    expect(raw).toContain(set);
    expect(findWords(pdf, set).tagged).toBe(true);
    expect(raw.match(/"code" ;|&quot;code&quot; ;/g)).toHaveLength(Object.keys(LANGUAGES).length);
  });
});

describe("text from right to left", () => {
  test("has its direction in the ebook, and begins at the right on the page", () => {
    expect(texts(documentOf(epub, "b"), "/h:html/@dir")).toEqual(["rtl"]);
    const page = pdf.pages.find((each) => /[\u0600-\u06FF]/.test(pageText(each)) && each.label === "3")!;
    const arabic = page.texts.filter(({ text }) => /[\u0600-\u06FF]/.test(text));
    expect(Math.max(...arabic.map(({ right }) => right))).toBeGreaterThan(page.width * 0.8);
  });
});

describe("other scripts", () => {
  test("have a font with their characters, or each character that has none is told", () => {
    const text = pdf.pages.map(pageText).join("");
    for (const words of ["東京の本", "中文"]) expect(text.normalize("NFKC")).toContain(words);
    expect(diagnostics.filter(({ code }) => code !== "missing-glyph")).toEqual([]);
  });
});
