/** Code: colours, line numbers, listings that are longer than a page. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { epubcheck } from "../../../src/formats/epub/check/epub.js";
import type { Epub } from "../../support/epub.js";
import { type Painted, paintedOn } from "../../support/painted.js";
import type { Pdf } from "../../support/pdf.js";
import { documentOf, findWords, plain, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const LINES = 90;
const FIRST = 95;
const line = (index: number) => `    let v${index}e = "${"y".repeat((index * 17) % 70)}"; // L${index}`;

const folders = temporaryFolders();
let book: SmallEditions;
let pdf: Pdf;
let epub: Epub;
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  book = await publishSmall(folders, {
    description: `theme: technical
bodymatter: [{ file: a.md }]
editions:
  print: { format: pdf, trim: a6 }
  ebook: { format: epub, page-source: print }
`,
    files: {
      "content/a.md": `# Code

\`\`\`{.rust .numberLines startFrom="${FIRST}"}
${Array.from({ length: LINES }, (_, index) => line(index)).join("\n")}
\`\`\`

\`\`\`{.js #lst-short caption="A listing"}
const plain = 1;
\`\`\`

\`\`\`sql
SELECT height -- <1>
FROM tides /* <1,2> */
\`\`\`

1. Of the water
2. Of the year

\`\`\`js {1}
const high = 1;
const low = 2; // [!code --]
\`\`\`
`,
    },
  });
  [pdf, epub, diagnostics] = [await book.pdf(), await book.epub(), book.diagnostics];
});

/** Lines of the PDF that begin with a number in the gutter: the number, and what stands beside it. */
const numbered = () =>
  pdf.pages.flatMap((page) =>
    page.texts
      .filter(({ text, tagged }) => !tagged && /^\d+$/.test(text.trim()))
      .map((number) => ({
        number: Number(number.text),
        number_: number,
        page,
        code: page.texts
          .filter(({ baseline, left }) => Math.abs(baseline - number.baseline) < 0.5 && left > number.left)
          .map(({ text }) => text)
          .join(""),
      }))
      .filter(({ code }) => code.includes("let")),
  );

describe("line numbers in print", () => {
  test("go on over pages, one for each line of the source however often it wraps", () => {
    const found = numbered();
    expect(found.map(({ number }) => number)).toEqual(
      Array.from({ length: LINES }, (_, index) => FIRST + index),
    );
    for (const { number, code } of found) expect(code).toContain(`let v${number - FIRST}e`);
    expect(new Set(found.map(({ page }) => page.index)).size).toBeGreaterThan(2);
  });

  test("hang in the gutter of the block and end in one line, inside the type area", () => {
    const found = numbered();
    const block = findWords(pdf, "const plain").left;
    for (const { number_ } of found) expect(number_.left).toBeGreaterThan(block - 8);
    // Inner and outer margins differ: left pages begin elsewhere than right ones.
    for (const side of [0, 1]) {
      const ends = found.filter(({ page }) => page.index % 2 === side).map(({ number_ }) => number_.right);
      expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(1);
    }
  });

  test("are no loss of text, and code without the class has none", () => {
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
    const { page, baseline } = findWords(pdf, "const plain");
    expect(
      page.texts.filter(
        (text) => !text.tagged && Math.abs(text.baseline - baseline) < 0.5 && text.text.trim() !== "",
      ),
    ).toEqual([]);
  });
});

describe("line numbers in the ebook", () => {
  test("are no part of the text, which is the code as it was written", () => {
    const document = documentOf(epub, "a");
    const spans = texts(
      document,
      "//h:pre[contains(@class,'numberLines')]//h:span[@class='line']/@data-line",
    );
    expect(spans).toEqual(Array.from({ length: LINES }, (_, index) => String(FIRST + index)));
    const [code] = document.match(/<pre class="numberLines".*?<\/pre>/s)!;
    const text = code.replace(/<[^>]*>/g, "").replaceAll("&quot;", '"');
    expect(text).toBe(`${Array.from({ length: LINES }, (_, index) => line(index)).join("\n")}\n`);
  });

  test("leave it valid, with the places where the printed pages begin among the lines", async () => {
    const places = texts(
      documentOf(epub, "a"),
      "//h:pre[contains(@class,'numberLines')]//*[@epub:type='pagebreak']/@id",
    );
    expect(places.length).toBeGreaterThan(1);
    expect(await epubcheck(await book.bytesOf("ebook"))).toEqual([]);
  });
});

describe("code", () => {
  test("has the marks of its language in both editions, and a listing its caption and number", () => {
    expect(texts(documentOf(epub, "a"), "//h:span[@class='hljs-keyword']")).toContain("const");
    expect(plain(texts(documentOf(epub, "a"), "//h:figcaption")[0]!)).toBe("Listing 1.1 A listing");
    const [caption, code] = [findWords(pdf, "Listing 1.1"), findWords(pdf, "const plain")];
    expect(caption.page.index).toBe(code.page.index);
    expect(caption.baseline).toBeLessThan(code.baseline);
  });

  test("shows lines that stand out: on a ground of their own in print, as marks in the ebook", async () => {
    const document = documentOf(epub, "a");
    const marked = document.match(/<(mark|del) class="line [a-z]+">.*?<\/\1>/gs)!;
    expect(marked.map((each) => plain(each.replace(/<[^>]*>/g, "")))).toEqual([
      "const high = 1;",
      "const low = 2;",
    ]);
    expect(document).not.toContain("data-marked-lines");
    const grounds = await Promise.all(["const plain", "const high", "const low"].map(fillsAt));
    // The last one is struck out.
    expect(grounds).toEqual([1, 2, 3]);
  });
});

describe("annotations of code", () => {
  test("lead in print from a number of their own to what the list says", () => {
    const [first, other] = ["height ①", "tides ① ②"].map((words) => findWords(pdf, words));
    expect(first!.page.links).toHaveLength(3);
    expect(other!.baseline).toBeGreaterThan(first!.baseline);
    expect(findWords(pdf, "Of the year").baseline).toBeGreaterThan(other!.baseline);
  });

  test("are named in the ebook, and lead to the items", () => {
    const links = "//h:pre//h:a[@role='doc-noteref']";
    const document = documentOf(epub, "a");
    expect(texts(document, `${links}/@href`).map((href) => href.slice(1))).toEqual(
      ["1", "1", "2"].map((number) => `annotation-1-${number}`),
    );
    expect(texts(document, `${links}/@aria-label`)).toEqual(["Note 1", "Note 1", "Note 2"]);
    expect(texts(document, "//h:li[@id='annotation-1-2']")).toEqual(["Of the year"]);
  });
});

/** How many grounds and strokes the first letter of some words has. */
async function fillsAt(words: string): Promise<number> {
  const { page, left, baseline } = findWords(pdf, words);
  const [across, foot] = [left + 1, page.height - baseline];
  const painted = await paintedOn(await book.bytesOf("print"), page.index);
  const isBehind = ({ box }: Painted) =>
    box[0] < across && across < box[2] && box[1] < foot + 3 && foot + 1 < box[3];
  return painted.filter((each) => each.what === "fill" && isBehind(each)).length;
}
