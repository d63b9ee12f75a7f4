/** What does not stand below the text before it, columns and figures that float, read from the file of one publication. */
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

/** In the order of the text of the page; running heads are none of it. */
function readMarks({ index, texts }: PdfPage): void {
  for (const { text, left, right, baseline, tagged } of texts) {
    if (!tagged) continue;
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

describe("figures that float", () => {
  const captions = Array.from({ length: 16 }, (_, index) => index);
  const captionOf = (index: number): MarkPlace => placesIn(`caption ${index}`)[0]!;
  const isHere = (index: number): boolean => index % 5 === 3 && index < 12;
  const floating = captions.filter((index) => !isHere(index));

  test("stand in order", () => {
    const all = floating.map(captionOf);
    const isInOrder = all.every((place, index) => {
      const before = all[index - 1];
      return before === undefined || place.page > before.page || place.baseline > before.baseline;
    });
    expect(isInOrder).toBe(true);
  });

  test("stand on the page of their place or one of the next two", () => {
    for (const index of captions.slice(0, 12)) {
      const place = placesIn(`before ${index}`).at(-1)!;
      expect(captionOf(index).page - place.page).toBeOneOf(isHere(index) ? [0, 1] : [0, 1, 2]);
    }
  });

  test("stand at the head or the foot, and what is to be here below its paragraph", () => {
    for (const index of captions.slice(0, 12)) {
      const { page, baseline } = captionOf(index);
      const text = pdf.pages[page]!.texts.filter((each) => each.tagged && /k\d{4}z/.test(each.text));
      const others = text.filter((each) => !isCaption(each.text));
      const isBetween =
        others.some((each) => each.baseline < baseline - 5) &&
        others.some((each) => each.baseline > baseline + 5);
      if (!isHere(index)) expect([index, isBetween]).toEqual([index, false]);
      else {
        const above = placesIn(`before ${index}`).at(-1)!;
        if (above.page === page) expect(baseline - above.baseline).toBeLessThan(230);
      }
    }
  });

  test("leave no hole: pages are full but for the last one of a chapter", () => {
    const feet = pdf.pages.map(({ texts }) =>
      Math.max(0, ...texts.filter(({ text }) => /k\d{4}z/.test(text)).map(({ baseline }) => baseline)),
    );
    const first = placesIn("before 0")[0]!.page;
    const last = Math.max(
      ...captions.slice(0, 13).map((index) => captionOf(index).page),
      placesIn("end of floats").at(-1)!.page,
    );
    const foot = Math.max(...feet);
    for (const each of feet.slice(first, last)) expect(each).toBeGreaterThan(foot - 7 * 18 * 0.75);
  });

  test("are where links to them lead", () => {
    for (const index of captions.slice(0, 12)) {
      const { page, top } = pdf.destinations.get(`fig-f${index}`)!;
      const caption = captionOf(index);
      expect([index, page]).toEqual([index, caption.page]);
      expect(caption.baseline - top).toBeGreaterThan(20);
      expect(caption.baseline - top).toBeLessThan(200);
    }
  });

  test("come out before the next chapter, and behind the last line of the book", () => {
    const end = placesIn("before 13").at(-1)!;
    for (const index of [13, 14, 15]) expect(captionOf(index).page).toBeGreaterThanOrEqual(end.page);
    expect(captionOf(12).page).toBeLessThan(placesIn("before 13")[0]!.page);
  });

  const isCaption = (text: string): boolean =>
    [...text.matchAll(MARK)].some(({ 0: mark }) =>
      ["cells", ...captions.map((index) => `caption ${index}`)].some((block) =>
        marksOf(block).includes(mark),
      ),
    );
});
