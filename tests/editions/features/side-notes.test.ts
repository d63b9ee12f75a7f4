/** Notes beside the text: each at its line or a little below it, none on another one, none below its page. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { documentOf, filler, findWords, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
let side: Pdf;
let leftward: Pdf;
let foot: Pdf;
let epub: Epub;
let told: readonly Diagnostic[];

/** Notes of the page on which there are too many, and of all. */
const CROWD = 14;
const COUNT = 60;
/** Of a pixel: letters stand on whole ones. */
const NEARLY = 1;

const BODY = Array.from({ length: COUNT }, (_, at) => {
  const call = `Called${at}x[^${at}] ${filler(at < CROWD ? 12 : 70)}`;
  return at % 9 === 4 && at > CROWD ? `- ${call}\n- ${filler(5)}` : call;
}).join("\n\n");

const NOTES = Array.from(
  { length: COUNT },
  (_, at) => `[^${at}]: Noted${at}x ${filler(at < CROWD ? 40 : 3 + (at % 5) * 9)} End${at}x`,
).join("\n");

/** Paper of millimetres: its height is no number of pixels. */
const TRIM = "trim: 170mm 240mm";

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: `
theme: scholarly
notes: side-notes
bodymatter: [{ file: one.md }, { file: two.md }]
editions:
  side: { format: pdf, ${TRIM} }
  leftward: { format: pdf, ${TRIM}, language: he }
  foot: { format: pdf, ${TRIM}, notes: footnotes }
  ebook: { format: epub, page-source: none }
`,
    files: {
      "content/one.md": `# One\n\n${BODY}\n\n${NOTES}\n`,
      "content/two.md":
        "# Two\n\nWith code.[^code] Without.[^none]\n\n[^code]: Of code:\n\n        one();\n\n[^none]: Plain.\n",
    },
  });
  [side, leftward, foot, epub] = [
    await book.pdf("side"),
    await book.pdf("leftward"),
    await book.pdf("foot"),
    await book.epub(),
  ];
  told = book.diagnostics;
});

/** Each note with the line that calls it, by pages. */
function byPage(pdf: Pdf) {
  const notes = Array.from({ length: COUNT }, (_, at) => ({
    call: findWords(pdf, `Called${at}x`),
    begin: findWords(pdf, `Noted${at}x`),
    end: findWords(pdf, `End${at}x`),
  }));
  const pages = new Map<number, (typeof notes)[number][]>();
  for (const each of notes) {
    const { index } = each.call.page;
    pages.set(index, [...(pages.get(index) ?? []), each]);
  }
  return pages;
}

describe("notes beside the text", () => {
  test("stand on the page of their call, in its outer margin", () => {
    for (const [pdf, isMirrored] of [
      [side, false],
      [leftward, true],
    ] as const)
      for (const [page, notes] of byPage(pdf))
        for (const { call, begin, end } of notes.slice(0, page === 0 ? 4 : undefined)) {
          expect([begin.page.index, end.page.index]).toEqual([page, page]);
          const isLeft = (page % 2 === 1) !== isMirrored;
          expect(begin.left < call.left, `${call.text} on page ${page}`).toBe(isLeft);
          expect(begin.left).toBeGreaterThan(0);
        }
  });

  test("begin on the line of their call where nothing is in their way, on the last page as on the first", () => {
    const pages = [...byPage(side)].filter(([page]) => page >= 2);
    for (const [page, notes] of pages)
      notes.forEach(({ call, begin }, index) => {
        const above = notes[index - 1]?.end.baseline ?? 0;
        const isOnLine = Math.abs(begin.baseline - call.baseline) < NEARLY;
        const isPushed = begin.baseline > call.baseline && begin.baseline - above < 25;
        // The last ones of a page keep above its foot, and raise those above them.
        const isRaised =
          begin.baseline < call.baseline && notes.at(-1)!.end.baseline > call.page.height * 0.75;
        expect([page, index, isOnLine || isPushed || isRaised]).toEqual([page, index, true]);
      });
    expect(pages.length).toBeGreaterThan(5);
  });

  test("stand below one another, and above the foot of their page", () => {
    const bottom = Math.max(...[...byPage(side).values()].flat().map(({ call }) => call.baseline));
    for (const notes of byPage(side).values()) {
      const beside = notes.filter(({ begin, call }) => Math.abs(begin.left - call.left) > 60);
      beside.slice(1).forEach(({ begin }, index) => {
        expect(begin.baseline).toBeGreaterThan(beside[index]!.end.baseline + 8);
      });
      for (const { end } of beside) expect(end.baseline).toBeLessThan(bottom + 30);
    }
  });

  test("stand at the foot when the margin is full or has no place for them, which is told once", () => {
    const code = findWords(side, "Of code:");
    expect(code.baseline).toBeGreaterThan(code.page.height * 0.7);
    expect(findWords(side, "Plain.").baseline).toBeLessThan(code.page.height * 0.4);
    const messages = told.filter((each) => each.code === "note-at-foot");
    expect(messages.map(({ message }) => message.replace(/\d+/, "N"))).toEqual(
      messages.map(() => "N notes have no room beside the text, and stand at the foot of their pages"),
    );
    expect(told.filter((each) => each.code !== "note-at-foot")).toEqual([]);
  });

  test("are footnotes in an ebook", () => {
    expect(texts(documentOf(epub, "one"), "//h:aside[@class='footnote']")).toHaveLength(COUNT);
  });
});

describe("notes at the foot", () => {
  test("end at one height on all pages, on paper that is no whole number of pixels high", () => {
    const pages = byPage(foot);
    const ends = [...pages.values()].slice(0, -1).map((notes) => notes.at(-1)!.end.baseline);
    expect(ends.length).toBeGreaterThan(6);
    for (const end of ends) expect(Math.abs(end - ends[0]!)).toBeLessThan(NEARLY);
  });
});
