/** The page list of an ebook against the printed pages themselves, laid out by a browser. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Epub, readEpub } from "../../support/epub.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
const LETTERS = 16;
const CHAPTERS = [1, 2, 3, 4];

/** No running heads and no folios: a page shows what was written, and nothing else. */
const NOTHING = ["top-left", "top-center", "top-right", "bottom-center"]
  .map((box) => `@${box} { content: none; }`)
  .join(" ");
const BARE = `@page :left { ${NOTHING} }\n@page :right { ${NOTHING} }\n@page :first { ${NOTHING} }\n`;

/** What print shows and the text of the ebook has not: the head of a table again, and numbers of items. */
const ADDED = /^ab(?=r\d)|\d\.(?=[a-z])/g;

interface PrintedPage {
  readonly folio: string;
  /** Its letters without spaces and hyphens. */
  readonly text: string;
}

let pages: readonly PrintedPage[];
let epub: Epub;

/** Different words in every paragraph, so that no two pages begin alike. */
function prose(seed: number): string {
  const syllables = "ba ce di fo gu la me ni po ru sa te vi zo ka".split(" ");
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state;
  };
  const word = () => Array.from({ length: 3 + (next() % 6) }, () => syllables[next() % 15]).join("");
  const words = Array.from({ length: 70 }, (_, index) =>
    index % 11 === 5 ? `*${word()} ${word()}*` : word(),
  );
  return `${words.join(" ")}.`;
}

/** Longer than a page: no page ends in a word that the next one could begin with. */
function longWord(number: number): string {
  return [1, 2, 3].map((part) => prose(number * 400 + part).replace(/[^a-z]/g, "")).join("");
}

function chapter(number: number): string {
  const listing = Array.from({ length: 30 }, (_, line) => `    let v${number}x${line} = ${line * 7919};`);
  const rows = Array.from(
    { length: 25 },
    (_, row) => `| r${number}x${row} | ${prose(row + 900).slice(0, 60)} |`,
  );
  return [
    `# Chapter ${number}`,
    ...Array.from({ length: 9 }, (_, index) => prose(number * 100 + index)),
    `## Listing\n\n\`\`\`rust\nfn main() {\n${listing.join("\n")}\n}\n\`\`\``,
    ...Array.from({ length: 6 }, (_, index) => `${index + 1}. ${prose(number * 200 + index)}[^n${index}]`),
    `| a | b |\n| - | - |\n${rows.join("\n")}`,
    longWord(number),
    ...Array.from(
      { length: 6 },
      (_, index) => `[^n${index}]: Note ${prose(number * 300 + index).slice(0, 80)}`,
    ),
  ].join("\n\n");
}

const DESCRIPTION = `title: Pages
language: en
date: 2026-11-22
theme: technical
frontmatter:
  - role: titlepage
  - role: toc
bodymatter:
${CHAPTERS.map((number) => `  - file: ${number}.md`).join("\n")}
editions:
  print: { format: pdf, trim: 5in 8in }
  ebook: { format: epub }
`;

const plain = (text: string) =>
  text.normalize("NFKC").replace(/[\s\u00AD\u200B\u2060\uFEFF\u2010\u2011-]+/g, "");

async function readPages(bytes: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const labels = (await document.getPageLabels()) ?? [];
  const read = labels.map(async (folio, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return { folio, text: plain(items.map((item) => ("str" in item ? item.str : "")).join("")) };
  });
  return (await Promise.all(read)).filter(({ text }) => text !== "");
}

beforeAll(async () => {
  const folder = await folders.make();
  await mkdir(join(folder, "content"));
  await mkdir(join(folder, "styles"));
  await writeFile(join(folder, "styles", "print.css"), BARE);
  await writeFile(join(folder, "publication.yaml"), DESCRIPTION);
  for (const number of CHAPTERS) await writeFile(join(folder, "content", `${number}.md`), chapter(number));
  const { bytesOf } = await publish(folder, { out: await folders.make() });
  pages = await readPages(await bytesOf("print"));
  epub = await readEpub(await bytesOf("ebook"));
});

const navigation = () => epub.read("EPUB/nav.xhtml");
const LIST = "//h:nav[@epub:type='page-list']//h:a";

/** The letters of a document after the mark of a page. */
function after(href: string): string {
  const [file, id] = href.split("#");
  const document = epub.read(`EPUB/${file}`).replace(/<aside[\s\S]*?<\/aside>/g, "");
  const text = document.slice(document.indexOf(`id="${id}"`)).replace(/^[^>]*>/, "");
  return plain(
    text
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&amp;", "&"),
  );
}

describe("the page list of an ebook", () => {
  it("has an entry for each printed page, in order", () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(texts(navigation(), LIST)).toEqual(pages.map(({ folio }) => folio));
  });

  it("leads to the first words of each printed page", () => {
    const hrefs = texts(navigation(), `${LIST}/@href`);
    const wrong = pages.flatMap(({ folio, text }, index) => {
      const words = after(hrefs[index]!).slice(0, LETTERS);
      const isSame = text.startsWith(words) || text.replace(ADDED, "").startsWith(words.replace(ADDED, ""));
      return isSame ? [] : [`${folio}: ${words} | ${text.slice(0, 60)}`];
    });
    expect(wrong).toEqual([]);
  });

  it("leads into a word that is broken between two pages, to the letter", () => {
    const document = texts(navigation(), `${LIST}/@href`).map((href) => {
      const [file, id] = href.split("#");
      const text = epub.read(`EPUB/${file}`);
      return text.slice(0, text.indexOf(`<span epub:type="pagebreak" role="doc-pagebreak" id="${id}"`));
    });
    expect(document.filter((before) => /[a-z]$/.test(before)).length).toBeGreaterThan(0);
  });
});
