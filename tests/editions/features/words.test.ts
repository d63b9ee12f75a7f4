/** The book's own words and numbers in print and ebook: Japanese, Arabic of Egypt, Hungarian. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { marginsOf, pageText, plain, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

interface Texts {
  readonly first: string;
  readonly second: string;
  readonly words: string;
}

const TEXTS: Readonly<Record<"ja" | "ar" | "hu", Texts>> = {
  ja: { first: "岸辺", second: "第2章 潮", words: "川は静かに流れ、光が水に落ちる。" },
  ar: { first: "الضفة", second: "الفصل ٢: المد", words: "يمر النهر ببطء ويسقط الضوء على الماء." },
  hu: {
    first: "A part",
    second: "2. fejezet: Az ár",
    words: "A folyó lassan folyik, és a fény a vízre hull.",
  },
};

const files = Object.fromEntries(
  Object.entries(TEXTS).flatMap(([language, { first, second, words }]) => [
    [
      `${language}/a.md`,
      `# ${first} {#sec-first}\n\n${words} @fig-one, @sec-second. [](#sec-second){.page}\n\n![${words}](${language}.svg){#fig-one}\n\n${words}[^1]\n\n[^1]: ${words}\n\n- [x] ${words}\n\n1. ${words}\n2. ${words}\n`,
    ],
    [`${language}/b.md`, `# ${second} {#sec-second}\n\n${words}\n`],
    [`${language}/c.md`, `# ${first}\n\n${words}\n`],
    [`${language}/d.md`, `# ${words}\n\n${words}\n`],
    [`${language}/${language}.svg`, '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"/>'],
  ]),
);

const DESCRIPTION = `theme: technical
contributors: [{ name: One }, { name: Two }, { name: Three, role: trl }]
frontmatter: [{ role: titlepage }, { role: toc }]
bodymatter: [{ part: I, sections: [{ file: a.md }, { file: b.md }] }]
backmatter: [{ file: c.md, role: appendix }, { file: d.md, role: appendix }]
language: hu
editions:
${[
  ["ja", "ja"],
  ["ar", "ar-EG"],
  ["hu", "hu"],
]
  .map(
    ([folder, language]) =>
      `  ${folder}: { format: pdf, trim: a6, language: ${language}, content: ${folder} }\n  ${folder}-e: { format: epub, language: ${language}, content: ${folder}, page-source: ${folder} }\n`,
  )
  .join("")}`;

const folders = temporaryFolders();
let book: SmallEditions;
const pdfs = new Map<string, Pdf>();
const epubs = new Map<string, Epub>();

beforeAll(async () => {
  book = await publishSmall(folders, { description: DESCRIPTION, files });
  for (const language of Object.keys(TEXTS)) {
    pdfs.set(language, await book.pdf(language));
    epubs.set(language, await book.epub(`${language}-e`));
  }
});

const printed = (language: string): string =>
  plain(pdfs.get(language)!.pages.map(pageText).join(" ")).replace(/\s/g, "");
const written = (language: string): string => {
  const epub = epubs.get(language)!;
  const documents = epub.names.filter((name) => /\.(?:xhtml|ncx)$/.test(name));
  return plain(documents.map((name) => epub.read(name)).join(" "));
};

test("nothing is to be said of them", () => {
  expect(book.diagnostics).toEqual([]);
});

describe.each([
  ["ja", ["目次", "第1章", "付録A", "翻訳Three", "One、Two", "図1.1", "第2章"]],
  ["hu", ["Tartalom", "1.fejezet", "A.függelék", "Fordította:Three", "OneésTwo", "1.1.ábra.", "2.fejezet"]],
])("in %s", (language, wanted) => {
  test.each(wanted)("a page says %s", (text) => {
    expect(printed(language)).toContain(text);
  });

  test("no page and no document has a word of English", () => {
    const english =
      /Contents|Chapter|Appendix|Figure|Translated|Notes|Landmarks|Start of|Back to|Cover|Done|Part\b|\band\b/;
    expect(printed(language)).not.toMatch(english);
    expect(
      written(language).replace(
        /<style[\s\S]*?<\/style>|\b(?:class|id|href|src|epub:type|role|name|aria-labelledby)="[^"]*"/g,
        "",
      ),
    ).not.toMatch(english);
  });
});

test("a title that has its number is not numbered again, and can be referred to by it", () => {
  expect(printed("ja").match(/第2章潮/g)).toHaveLength(2);
  expect(printed("ja")).not.toContain("第2章第2章");
  expect(printed("hu")).not.toContain("2.fejezet2.fejezet");
});

describe("in the Arabic of Egypt", () => {
  test("the book's own words stand with digits of its own, in labels, captions, references and notes", () => {
    const texts = written("ar");
    for (const text of ["المحتويات", "الفصل ١", "الشكل ١.١", "الملحق أ", "الملحق ب", "بداية النص"])
      expect(texts).toContain(text);
    expect(texts).not.toContain('section-label">الفصل ٢');
  });

  test("pages have no other digits, in contents, folios and notes", () => {
    expect(marginsOf(pdfs.get("ar")!.pages.at(-1)!).join()).toMatch(/^[٠-٩]+$/);
    expect(printed("ar")).not.toMatch(/[0-9]/);
  });

  test("lists count in them as well", () => {
    expect(written("ar")).toContain('<ol style="list-style-type: arabic-indic">');
    expect(written("hu")).not.toContain("list-style-type");
  });

  test("references and numbers are set apart from letters that run the other way", () => {
    expect(written("ar")).toMatch(
      /<a [^>]*class="cross-reference"[^>]*dir="auto"[^>]*>الشكل\s١\.١<|<a [^>]*dir="auto"[^>]*class="cross-reference"[^>]*>الشكل\s١\.١</,
    );
  });
});
