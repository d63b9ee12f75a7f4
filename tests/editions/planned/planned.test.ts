/** Pages that are planned, in five languages and three themes: where lines, notes, heads and folios stand, read from the files. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Pdf, type PdfPage, readPdf, type StructureNode } from "../../support/pdf.js";
import { linkText, type PdfText } from "../../support/pdf-text.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { type Block, LANGUAGES, type Language, plannedManuscript } from "./manuscript.js";

const MARK = /k\d{4}z/g;
const BOX =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>';

const folders = temporaryFolders();

interface Line {
  readonly page: number;
  readonly baseline: number;
  readonly size: number;
  readonly marks: readonly string[];
}

interface Edition {
  readonly pdf: Pdf;
  readonly lines: readonly Line[];
  /** The page on which each mark stands; marks in contents and index apart. */
  readonly pageOf: ReadonlyMap<string, number>;
  readonly body: readonly PdfPage[];
}

const texts = new Map(LANGUAGES.map((language) => [language.code, plannedManuscript(language)]));
const editions = new Map<string, Edition>();
const told: string[] = [];
const unplanned: string[] = [];
let paged: Edition;

beforeAll(async () => {
  for (const language of LANGUAGES) {
    const published = await publish(await folders.make(filesOf(language)), {
      out: await folders.make(),
      jobs: 2,
    });
    told.push(...published.diagnostics.map(({ code, message }) => `${language.code}: ${code}, ${message}`));
    unplanned.push(...published.unplannedIn("print").map((each) => `${language.code}: ${each}`));
    editions.set(language.code, await editionOf(await published.bytesOf("print")));
    if (language.code === "en") paged = await editionOf(await published.bytesOf("paged"));
  }
}, 300_000);

function filesOf({ code, theme, trim }: Language): Record<string, string> {
  const chapters = Object.entries(texts.get(code)!.chapters);
  const other = code === "en" ? `\n  paged: { format: pdf, trim: ${trim}, engine: pagedjs }` : "";
  return {
    ...Object.fromEntries(chapters.map(([name, text]) => [`content/${name}.md`, text])),
    "content/box.svg": BOX,
    "publication.yaml": `title: Pages by plan
language: ${code}
date: 2026
theme: ${theme}
frontmatter: [{ role: toc }]
bodymatter: [${chapters.map(([name]) => `{ file: ${name}.md }`).join(", ")}]
backmatter: [{ role: index }]
editions:
  print: { format: pdf, trim: ${trim} }${other}
`,
  };
}

async function editionOf(bytes: Uint8Array): Promise<Edition> {
  const pdf = await readPdf(bytes);
  const first = pdf.pages.findIndex(({ label }) => label === "1");
  const body = pdf.pages.slice(first);
  const lines = body.flatMap(linesOf);
  const pageOf = new Map(lines.flatMap(({ marks, page }) => marks.map((mark) => [mark, page] as const)));
  return { pdf, lines, pageOf, body };
}

/** Heads and folios: of the page, not of its text, and nearer to its edges than any theme sets text. */
function marginsOf({ texts, height }: PdfPage): PdfText[] {
  return texts.filter(
    ({ text, tagged, baseline }) =>
      !tagged && text.trim() !== "" && (baseline < height * 0.105 || baseline > height * 0.88),
  );
}

/** Texts with marks by the line that they stand in, from the head of the page to its foot. */
function linesOf(page: PdfPage): Line[] {
  const margins = new Set(marginsOf(page));
  const byBaseline: PdfText[][] = [];
  const texts = page.texts.filter((text) => text.text.trim() !== "" && !margins.has(text));
  for (const text of texts.toSorted((one, other) => one.baseline - other.baseline)) {
    const last = byBaseline.at(-1)?.[0];
    if (last && text.baseline - last.baseline < 2) byBaseline.at(-1)!.push(text);
    else byBaseline.push([text]);
  }
  return byBaseline.map((pieces) => ({
    page: page.index,
    baseline: Math.max(...pieces.map(({ baseline }) => baseline)),
    size: Math.max(...pieces.map(({ size }) => size)),
    marks:
      pieces
        .toSorted((one, other) => one.left - other.left)
        .map(({ text }) => text)
        .join("")
        .toLowerCase()
        .match(MARK) ?? [],
  }));
}

describe.each(LANGUAGES.map(({ code, theme }) => [code, theme] as const))(
  "a book in %s, theme %s",
  (code) => {
    const { blocks, calls, chapters } = texts.get(code)!;
    const kindOf = new Map(blocks.flatMap((block) => block.marks.map((mark) => [mark, block] as const)));
    const edition = () => editions.get(code)!;

    /** The lines of a block, by the page that they are on. */
    const linesByPage = (block: Block): Line[][] => {
      const own = edition().lines.filter(({ marks }) => marks.some((mark) => kindOf.get(mark) === block));
      const pages = [...new Set(own.map(({ page }) => page))];
      return pages.map((page) => own.filter((line) => line.page === page));
    };

    test("has all its words, each once", () => {
      const counts = new Map<string, number>();
      for (const { marks } of edition().lines)
        for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
      const all = Object.values(chapters).join("\n").match(MARK)!;
      expect(all.filter((mark) => counts.get(mark) !== 1)).toEqual([]);
    });

    test("has its paragraphs in order", () => {
      const marks = blocks.filter(({ kind }) => kind === "paragraph").flatMap((block) => block.marks);
      const pages = marks.map((mark) => edition().pageOf.get(mark)!);
      const inOrder = Object.values(chapters).map((text) => {
        const own = new Set(text.match(MARK));
        return pages.filter((_, index) => own.has(marks[index]!));
      });
      for (const each of inOrder) expect(each).toEqual(each.toSorted((one, other) => one - other));
    });

    test("has no heading without two lines of its text", () => {
      const alone = blocks.filter((block, index) => {
        if (block.kind !== "heading") return false;
        if (blocks.slice(index).find(({ kind }) => kind !== "heading")?.kind !== "paragraph") return false;
        const page = edition().pageOf.get(block.marks[0]!)!;
        const onPage = edition().lines.filter((line) => line.page === page && isOfText(line));
        const at = onPage.findLastIndex((line) => line.marks.includes(block.marks.at(-1)!));
        return onPage.slice(at + 1).filter((line) => !line.marks.some(isHeading)).length < 2;
      });
      expect(alone).toEqual([]);
    });

    test("has no line of a paragraph alone on its page", () => {
      const paragraphs = blocks.filter(({ kind }) => kind === "paragraph").map(linesByPage);
      const divided = paragraphs.filter((pages) => pages.length > 1);
      expect(divided.length).toBeGreaterThan(9);
      expect(divided.filter((pages) => pages.some((lines) => lines.length < 2))).toEqual([]);
    });

    test("has each note on the page of its call, below its text and above the foot of the page", () => {
      const foot = Math.max(
        ...edition()
          .lines.filter(isOfText)
          .map(({ baseline }) => baseline),
      );
      expect(calls.size).toBeGreaterThan(20);
      for (const [before, note] of calls) {
        const page = edition().pageOf.get(note)!;
        expect([note, page]).toEqual([note, edition().pageOf.get(before)]);
        const lines = edition().lines.filter((line) => line.page === page);
        const at = lines.findIndex(({ marks }) => marks.includes(note));
        expect(lines.slice(at).filter(isOfText)).toEqual([]);
        expect(lines.at(-1)!.baseline).toBeLessThan(foot + 8);
      }
    });

    test("has no line over another", () => {
      const close = edition().lines.filter((line, index) => {
        const next = edition().lines[index + 1];
        if (next?.page !== line.page || line.marks.length === 0 || next.marks.length === 0) return false;
        const isBeside = [line, next].some(({ marks }) =>
          marks.some((mark) => !isIn(mark, ["prose", "notes", "long"])),
        );
        return !isBeside && next.baseline - line.baseline < Math.min(line.size, next.size) * 0.9;
      });
      expect(close).toEqual([]);
    });

    test("has facing pages that end together, where they are of text alone", () => {
      const feet = new Map(
        edition().body.map(({ index }) => [
          index,
          edition()
            .lines.filter(({ page }) => page === index)
            .at(-1)?.baseline ?? 0,
        ]),
      );
      const prose = [...new Set(chapters.prose!.match(MARK)!.map((mark) => edition().pageOf.get(mark)!))];
      const spreads = prose
        .slice(0, -1)
        .filter((page) => page % 2 === 1 && prose.slice(0, -1).includes(page + 1));
      const leading = 18 * 0.75;
      const uneven = spreads.filter(
        (page) => Math.abs(feet.get(page)! - feet.get(page + 1)!) > leading * 1.5,
      );
      expect(spreads.length).toBeGreaterThan(2);
      // Where lines are left to the browser no paragraph gets a line more or fewer.
      expect(uneven.length).toBeLessThanOrEqual(code === "ja" ? 2 : 1);
    });

    test("has a folio on the outer side of each page, which is its label", () => {
      const isRightToLeft = code === "ar";
      const wrong = edition().body.filter((page) => {
        if (!edition().lines.some((line) => line.page === page.index)) return false;
        const folio = marginsOf(page).find(({ text }) => text.trim() === page.label);
        if (folio === undefined) return true;
        const middle = (folio.left + folio.right) / 2 - page.width / 2;
        const isOdd = Number(page.label) % 2 === 1;
        return Math.abs(middle) > 20 && middle > 0 !== (isOdd !== isRightToLeft);
      });
      expect(wrong.map(({ label }) => label)).toEqual([]);
    });

    test("has the head of its long table on each page of it", () => {
      const rows = chapters
        .tables!.split("{#tbl-long}")[0]!
        .split("\n")
        .filter((line) => /^\| .*k\d{4}z/.test(line));
      expect(rows).toHaveLength(60);
      const pages = [
        ...new Set(rows.flatMap((each) => each.match(MARK)!).map((mark) => edition().pageOf.get(mark)!)),
      ];
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) {
        const text = edition()
          .pdf.pages[page]!.texts.map((each) => each.text)
          .join("");
        expect(text).toContain("Headone");
      }
    });

    test("has page references with the labels of the pages that they lead to", () => {
      // At the end of a line a link is two, and each has some of the digits.
      const first = edition().pageOf.get(chapters.references!.match(MARK)![0]!)!;
      const references = edition()
        .pdf.pages.slice(first)
        .flatMap((page) =>
          page.links.flatMap((link) => {
            const folio = linkText(page, link);
            if (link.place === undefined || !/^\d+$/.test(folio)) return [];
            return [{ folio, label: edition().pdf.pages[link.place.page]!.label }];
          }),
        );
      expect(references.length).toBeGreaterThan(9);
      expect(references.filter(({ folio, label }) => !label.endsWith(folio))).toEqual([]);
    });

    function isHeading(mark: string): boolean {
      return kindOf.get(mark)?.kind === "heading";
    }

    function isOfText({ marks }: Line): boolean {
      return marks.length > 0 && marks.some((mark) => kindOf.get(mark)?.kind !== "note");
    }

    function isIn(mark: string, names: readonly string[]): boolean {
      return names.some((name) => chapters[name]!.includes(mark));
    }
  },
);

test("all is planned", () => {
  expect(unplanned).toEqual([]);
});

test("nothing sticks out of the type area, is lost or is told", () => {
  expect(told).toEqual([]);
});

describe("beside pages of Paged.js", () => {
  const typesOf = ({ pdf }: Edition): Map<string, number> => {
    const counts = new Map<string, number>();
    const count = ({ role, children = [] }: StructureNode): void => {
      if (role !== undefined) counts.set(role, (counts.get(role) ?? 0) + 1);
      for (const child of children) count(child);
    };
    for (const { structure } of pdf.pages) count(structure);
    return counts;
  };

  test("planned pages have every type of tag that those have", () => {
    const [planned, other] = [typesOf(editions.get("en")!), typesOf(paged)];
    expect([...other.keys()].filter((type) => !planned.has(type))).toEqual([]);
  });

  test("planned pages have the same words", () => {
    const marksOf = ({ pageOf }: Edition) => [...pageOf.keys()].toSorted();
    expect(marksOf(editions.get("en")!)).toEqual(marksOf(paged));
  });
});
