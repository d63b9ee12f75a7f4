/** Blocks that stand out of the text, and small things within it. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { documentOf, filler, findWords, pageText, plain, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const BOXES = ["note", "tip", "important", "warning", "caution", "aside", "epigraph", "pullquote", "mine"];
const ITEMS = Array.from(
  { length: 60 },
  (_, at) => `- pair${at + 1} mate${at + 1}\n  - ${filler(9)}\n    1. ${filler(9)}`,
);
const folders = temporaryFolders();
let pdf: Pdf;
let epub: Epub;

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: "theme: magazine\nbodymatter: [{ file: a.md }]",
    files: {
      "content/a.md": `# Blocks

Plain words. ${filler(40)}

${BOXES.map((name) => `::: ${name}\nIn the ${name}.\n:::\n`).join("\n")}

::: verse
Short line
A very long line of verse that cannot stand in the measure of so small a page at all
Third line

Second stanza
:::

Dropped. ${filler(60)} {.dropcap}

Before the scene.

***

After the scene.

Term
: Meaning

- [x] done
- [ ] open

H~2~O, x^2^, [Small]{.smallcaps}, HTML.

*[HTML]: Hypertext Markup Language

${ITEMS.join("\n")}
`,
    },
  });
  [pdf, epub] = [await book.pdf(), await book.epub()];
});

describe("fenced divs", () => {
  test.each(BOXES)("%s is on the pages, and a div with its class in the ebook", (name) => {
    expect(findWords(pdf, `In the ${name}.`).tagged).toBe(true);
    expect(texts(documentOf(epub, "a"), `//h:div[@class='${name}']`)).toEqual([`In the ${name}.`]);
  });

  test("are told from the text around them", () => {
    const text = findWords(pdf, "Plain words.");
    for (const name of ["note", "warning", "aside"]) {
      expect(findWords(pdf, `In the ${name}.`).left).toBeGreaterThan(text.left + 5);
    }
    expect(findWords(pdf, "In the pullquote.").size).toBeGreaterThan(text.size * 1.3);
  });
});

describe("verse", () => {
  test("keeps its lines, and a line that is too long turns over and hangs", () => {
    const [short, long, third] = ["Short line", "A very long line", "Third line"].map((words) =>
      findWords(pdf, words),
    );
    const turned = long!.page.texts.find(
      ({ baseline, text }) =>
        baseline > long!.baseline + 1 && baseline < third!.baseline - 1 && text.trim() !== "",
    )!;
    expect([long!.left, third!.left]).toEqual([short!.left, short!.left]);
    expect(turned.left).toBeGreaterThan(short!.left + 10);
  });

  test("has an element for each line in the ebook, with a break for reading systems without styles", () => {
    const document = documentOf(epub, "a");
    expect(texts(document, "//h:div[@class='verse']/h:p[1]/h:span[@class='verse-line']")).toHaveLength(3);
    expect(texts(document, "//h:div[@class='verse']/h:p[1]//h:br")).toHaveLength(2);
  });
});

describe("small things", () => {
  test("a dropped initial is larger than its line", () => {
    const { page, baseline } = findWords(pdf, "ropped.");
    const initial = page.texts.find(({ text, size }) => text === "D" && size > 20)!;
    expect(initial.size).toBeGreaterThan(findWords(pdf, "ropped.").size * 2);
    expect(initial.baseline).toBeGreaterThan(baseline);
  });

  test("a scene break stands between the scenes and is a rule in the ebook", () => {
    const [before, after] = [findWords(pdf, "Before the scene."), findWords(pdf, "After the scene.")];
    expect(after.baseline - before.baseline).toBeGreaterThan(before.size * 2);
    expect(texts(documentOf(epub, "a"), "//h:hr")).toHaveLength(1);
  });

  test("definitions, tasks, raised and lowered letters, small capitals, abbreviations keep their meaning", () => {
    const document = documentOf(epub, "a");
    expect(texts(document, "//h:dl/h:dt | //h:dl/h:dd")).toEqual(["Term", "Meaning"]);
    expect(texts(document, "//h:li//h:span[@role='img']")).toEqual(["☒", "☐"]);
    expect([texts(document, "//h:sub"), texts(document, "//h:sup")]).toEqual([["2"], ["2"]]);
    expect(texts(document, "//h:span[@class='smallcaps']")).toEqual(["Small"]);
    expect(texts(document, "//h:abbr/@title")).toEqual(["Hypertext Markup Language"]);
    const text = plain(pdf.pages.map(pageText).join(" "));
    for (const words of ["Term", "Meaning", "done", "open"]) expect(text).toContain(words);
    expect(findWords(pdf, "Meaning").left).toBeGreaterThan(findWords(pdf, "Term").left + 5);
  });
});

describe("items with lists in them", () => {
  test("end their own last line where it ends, also at the end of a page", () => {
    for (let item = 1; item <= ITEMS.length; item += 1) {
      const [pair, mate] = [findWords(pdf, `pair${item}mate`), findWords(pdf, `mate${item}`)];
      expect(mate.right - pair.left).toBeLessThan(pair.page.width / 3);
    }
  });
});
