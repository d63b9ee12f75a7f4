/** Numbers of captions, references to them in the words of the language, lists of figures, tables and listings. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { documentOf, pageText, plain, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><rect width="9" height="6"/></svg>';
const things = (name: string) => `
![Bild ${name}](a.svg){#fig-${name} width=30%}

| A |
|---|
| b |

: Tabelle ${name} {#tbl-${name}}

\`\`\`{.js #lst-${name} caption="Code ${name}"}
x
\`\`\`

$$ a = b $$ {#eq-${name}}
`;

const folders = temporaryFolders();
let byChapter: Pdf;
let through: Pdf;
let epub: Epub;

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: `
language: de
theme: technical
frontmatter: [{ role: toc }, { role: loi }, { role: lot }, { role: lol }]
bodymatter: [{ file: one.md }, { file: two.md }]
editions:
  print: { format: pdf, trim: a6, numbering: chapter }
  through: { format: pdf, trim: a6, numbering: through }
  ebook: { format: epub, page-source: none, numbering: chapter }
`,
    files: {
      "content/a.svg": SVG,
      "content/one.md": `# Eins {#sec-eins}\n\n## Davor\n\n${things("p")}\n`,
      "content/two.md": `# Zwei\n\n## Danach\n\nSiehe @fig-p, @tbl-p, @lst-p, @eq-p, @sec-eins, [-@fig-q] und [](#fig-p){.page}.\n\n${things("q")}\n`,
    },
  });
  [byChapter, through, epub] = [await book.pdf(), await book.pdf("through"), await book.epub()];
});

/** All words, with those that a line divides put together. */
const all = (pdf: Pdf) => plain(pdf.pages.map(pageText).join(" ")).replace(/- (?=\p{Ll})/gu, "");

describe("references", () => {
  test("have the word and the number of what they name, by chapter", () => {
    expect(all(byChapter)).toContain(
      "Siehe Abbildung 1.1, Tabelle 1.1, Programm 1.1, Gleichung 1.1, Kapitel 1, 2.1",
    );
  });

  test("are counted through the book when the edition asks for it", () => {
    expect(all(through)).toContain("Siehe Abbildung 1, Tabelle 1, Programm 1, Gleichung 1, Kapitel 1, 2");
  });

  test("print the folio of the page, and read as a name in the ebook", () => {
    const body = byChapter.pages.filter(({ label }) => /^\d+$/.test(label));
    const { label } = body.find((page) => plain(pageText(page)).includes("Bild p"))!;
    expect(all(byChapter)).toContain(`und S. ${label}.`);
    expect(plain(texts(documentOf(epub, "two"), "//h:body")[0]!)).toContain("2.1 und Abbildung 1.1.");
  });
});

describe("lists", () => {
  test.each([
    ["loi", "Abbildung 1.1", "Bild p"],
    ["lot", "Tabelle 1.1", "Tabelle p"],
    ["lol", "Programm 1.1", "Code p"],
  ])("%s has captions with their folios in print, and links in the ebook", (role, label, caption) => {
    const page = byChapter.pages.find(
      (each) => /^[ivx]+$/.test(each.label) && plain(pageText(each)).includes(caption),
    )!;
    expect(plain(pageText(page))).toMatch(new RegExp(`${label} ?${caption}.* \\d+`));
    expect(page.links.map(({ place }) => /^\d+$/.test(byChapter.pages[place!.page]!.label))).not.toContain(
      false,
    );
    expect(texts(documentOf(epub, role), "//h:li/h:a/@href")).toHaveLength(2);
  });
});
