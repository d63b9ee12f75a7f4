/** Books in Hebrew, Arabic and Persian, in the three themes: whole, and on the right side of everything. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Epub, readEpub } from "../../support/epub.js";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { publish } from "../../support/publish.js";
import { documentOf, findWords, pageText } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

/** Words that fill pages. Each sentence has a number of its own, so that none can go missing. */
const LANGUAGES = {
  he: { theme: "novel", words: "הנהר זורם לאט בין הגבעות והאור נופל על המים" },
  ar: { theme: "technical", words: "يمر النهر ببطء بين التلال ويسقط الضوء على الماء" },
  fa: { theme: "magazine", words: "رود آرام میان تپه‌ها می‌گذرد و نور بر آب می‌افتد" },
} as const;
const SENTENCES = 160;

const chapter = (words: string) => `# ${words.slice(0, 20)} title

${Array.from({ length: SENTENCES }, (_, index) => `${words} s${index}e${index % 8 === 7 ? "\n\n" : ""}`).join(" ")}

\`\`\`
first(second)
\`\`\`

| firstcell | secondcell |
|--|--|
| ${words} | thirdcell |

A note[^n] with \`code(x)\`.

[^n]: ${words} notetext

# ${words.slice(0, 12)} two

${words}
`;

interface Edition {
  readonly pdf: Pdf;
  readonly epub: Epub;
  readonly preferences: unknown;
}

const folders = temporaryFolders();
const editions = new Map<string, Edition>();

beforeAll(async () => {
  for (const [language, { theme, words }] of Object.entries(LANGUAGES)) {
    const folder = await folders.make({
      "publication.yaml": `title: ${words}
language: ${language}
date: 2026
theme: ${theme}
frontmatter: [{ role: toc }]
bodymatter: [{ file: a.md }]
editions: { print: { format: pdf, trim: a5 }, ebook: { format: epub, page-source: print } }
`,
      "content/a.md": chapter(words),
    });
    const { bytesOf, diagnostics } = await publish(folder, { out: await folders.make() });
    expect(diagnostics.filter(({ code }) => code !== "overfull")).toEqual([]);
    const bytes = await bytesOf("print");
    const task = getDocument({ data: bytes.slice(), verbosity: 0 });
    editions.set(language, {
      pdf: await readPdf(bytes),
      epub: await readEpub(await bytesOf("ebook")),
      preferences: await (await task.promise).getViewerPreferences(),
    });
    await task.destroy();
  }
});

describe.each(Object.keys(LANGUAGES))("a book in %s", (language) => {
  const edition = () => editions.get(language)!;
  const first = () => edition().pdf.pages.find(({ label }) => label === "1")!;

  test("has every sentence on its pages, in the order of the pages", () => {
    const text = edition().pdf.pages.map(pageText).join(" ");
    const numbers = [...text.matchAll(/s(\d+)e/gi)].map((match) => Number(match[1]));
    expect([...numbers].sort((a, b) => a - b)).toEqual(
      Array.from({ length: SENTENCES }, (_, index) => index),
    );
    expect(edition().pdf.pages.length).toBeGreaterThan(5);
  });

  test("begins on a left page, whose inner margin is at the right", () => {
    const { texts, width } = first();
    const body = texts.filter(({ tagged, text }) => tagged && text.trim() !== "");
    const left = Math.min(...body.map((text) => text.left));
    const right = Math.max(...body.map((text) => text.right));
    expect(first().index % 2).toBe(0);
    if (language !== "ar") expect(width - right).not.toBeCloseTo(left, 0);
    expect(edition().preferences).toMatchObject({ Direction: "R2L" });
  });

  test("sets code from left to right, and the first column of a table at the right", () => {
    const { pdf } = edition();
    const code = findWords(pdf, "first(second)");
    expect(code.left).toBeLessThan(code.page.width / 2);
    expect(findWords(pdf, "firstcell").left).toBeGreaterThan(findWords(pdf, "secondcell").left);
  });

  test("has the pages of print in its ebook, which is turned from left to right", () => {
    const { epub, pdf } = edition();
    const opf = epub.read(epub.names.find((name) => name.endsWith(".opf"))!);
    expect(opf).toContain('page-progression-direction="rtl"');
    const marks = epub.names.flatMap((name) =>
      name.endsWith(".xhtml") ? (epub.read(name).match(/role="doc-pagebreak"/g) ?? []) : [],
    );
    expect(marks.length).toBeGreaterThan(pdf.pages.length - 4);
    expect(documentOf(epub, "a")).toMatch(/<pre[^>]* dir="ltr"/);
  });
});
