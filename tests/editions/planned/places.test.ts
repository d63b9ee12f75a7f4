/** What does not stand below the text before it: columns, read from the file of one publication. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Pdf, type PdfPage, readPdf } from "../../support/pdf.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { PLACES, placesManuscript } from "./places.js";

const MARK = /k\d{4}z/g;

interface MarkPlace {
  readonly page: number;
  readonly left: number;
  readonly baseline: number;
}

const folders = temporaryFolders();
const { chapters, marksOf } = placesManuscript();
let pdf: Pdf;
let told: string[];
let unplanned: readonly string[];
const places = new Map<string, MarkPlace[]>();

beforeAll(async () => {
  const files = Object.entries(chapters);
  const folder = await folders.make({
    ...Object.fromEntries(files.map(([name, text]) => [`content/${name}.md`, text])),
    ...PLACES,
    "publication.yaml": `title: In their places
language: en
date: 2026
theme: technical
bodymatter: [${files.map(([name]) => `{ file: ${name}.md }`).join(", ")}]
editions:
  print: { format: pdf, trim: a5 }
`,
  });
  const published = await publish(folder, { out: await folders.make() });
  told = published.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  unplanned = published.unplannedIn("print");
  pdf = await readPdf(await published.bytesOf("print"));
  for (const page of pdf.pages) readMarks(page);
}, 120_000);

/** In the order of the text of the page. */
function readMarks({ index, texts }: PdfPage): void {
  for (const { text, left, right, baseline } of texts) {
    for (const { 0: mark, index: at } of text.matchAll(MARK)) {
      const place = { page: index, left: left + ((right - left) * at) / text.length, baseline };
      places.set(mark, [...(places.get(mark) ?? []), place]);
    }
  }
}

const placeOf = (mark: string): MarkPlace => places.get(mark)![0]!;
const placesIn = (block: string): MarkPlace[] => marksOf(block).map(placeOf);

test("all is planned, and nothing is told", () => {
  expect(unplanned).toEqual([]);
  expect(told).toEqual([]);
});

test("all words are there, each once", () => {
  const all = Object.values(chapters).join("\n").match(MARK)!;
  expect(all.filter((mark) => places.get(mark)?.length !== 1)).toEqual([]);
});

describe.each([
  ["two", 2, "ltr"],
  ["list", 3, "ltr"],
  ["arabic", 2, "rtl"],
] as const)("text in columns, %s", (block, count, direction) => {
  /** The marks of a block by page and column, in their order. */
  const columnsOf = (): MarkPlace[][][] => {
    const all = placesIn(block);
    const pages = [...new Set(all.map(({ page }) => page))];
    return pages.map((page) => {
      const own = all.filter((place) => place.page === page);
      const starts = own.flatMap((place, index) =>
        index === 0 || place.baseline < own[index - 1]!.baseline - 3 ? [index] : [],
      );
      return starts.map((start, index) => own.slice(start, starts[index + 1]));
    });
  };

  test("goes from column to column, and on over pages", () => {
    const pages = columnsOf();
    expect(pages.length).toBeGreaterThan(1);
    for (const columns of pages.slice(0, -1)) {
      expect(columns).toHaveLength(count);
      const lefts = columns.map((column) => Math.min(...column.map(({ left }) => left)));
      const isOrdered = lefts.every((left, index) => {
        if (index === 0) return true;
        return direction === "ltr" ? left > lefts[index - 1]! + 50 : left < lefts[index - 1]! - 50;
      });
      expect(isOrdered).toBe(true);
    }
  });

  test("ends its columns together", () => {
    for (const columns of columnsOf().slice(0, -1)) {
      const feet = columns.map((column) => column.at(-1)!.baseline);
      expect(Math.max(...feet) - Math.min(...feet)).toBeLessThan(4.2 * 18 * 0.75);
    }
  });

  test("has what follows below all of its columns", () => {
    const last = columnsOf().at(-1)!.flat();
    const [after] = placesIn(`after ${block}`);
    if (after!.page === last[0]!.page)
      expect(after!.baseline).toBeGreaterThan(Math.max(...last.map(({ baseline }) => baseline)) + 10);
    else expect(after!.page).toBe(last[0]!.page + 1);
  });
});

describe("in columns", () => {
  test("notes stand at the foot of the page that calls them", () => {
    const calls = marksOf("calls").map(placeOf);
    const notes = marksOf("notes").map(placeOf);
    expect(calls.length).toBeGreaterThan(2);
    expect(notes.map(({ page }) => page)).toEqual(calls.map(({ page }) => page));
    notes.forEach(({ page, baseline }) => {
      const text = placesIn("two").filter((place) => place.page === page);
      expect(baseline).toBeGreaterThan(Math.max(...text.map((place) => place.baseline)));
    });
  });

  test("a link leads to the place of its heading", () => {
    const heading = placeOf(marksOf("target")[0]!);
    const { page, top } = pdf.destinations.get("in-columns")!;
    expect(page).toBe(heading.page);
    expect(Math.abs(top - heading.baseline)).toBeLessThan(20);
  });

  test("a table has its head in each column", () => {
    const all = placesIn("table");
    const heads = pdf.pages.flatMap(({ index, texts }) =>
      texts.flatMap(({ text, left }) => (text.includes("Headone") ? [{ page: index, left }] : [])),
    );
    const columns = new Set(all.map(({ page, left }) => `${page} ${left > 200 ? "right" : "left"}`));
    expect(heads).toHaveLength(columns.size);
    expect(columns.size).toBeGreaterThan(2);
  });
});
