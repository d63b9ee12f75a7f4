/** White between blocks of planned pages: below what is broken over pages, behind pictures, where none may grow, and around tables. */
import { beforeAll, expect, test } from "vitest";
import { type PdfPage, readPdf } from "../../support/pdf.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

/** In points. */
const PIXEL = 0.75;

const MARK = /k\d{4}z/g;
const BOX =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="200" height="100"><rect width="40" height="20"/></svg>';

/** What may be broken over pages: its first lines, and what each further one begins with. */
const CONTAINERS = {
  quote: ["> ", "> "],
  list: ["- ", "  "],
  "list in a list": ["- words\n\n  - ", "    "],
  "list in a quote": ["> - ", ">   "],
  "quote in a list": ["1. > ", "   > "],
} as const;

type Kind = keyof typeof CONTAINERS;

interface Gap {
  readonly kind: Kind;
  /** The last mark of the container, and the first one behind it. */
  readonly marks: readonly [string, string];
  /** The first mark of the container. */
  readonly first: string;
}

let count = 0;
const mark = (): string => {
  count += 1;
  return `k${String(count).padStart(4, "0")}z`;
};

const words = (amount: number): string =>
  Array.from({ length: amount }, (_, index) => ["rain", "on", "the", "roofs"][index % 4]!).join(" ");

const gaps: Gap[] = [];

const containers = Array.from({ length: 60 }, (_, at) => {
  const kind = (Object.keys(CONTAINERS) as Kind[])[at % 5]!;
  const [begin, next] = CONTAINERS[kind];
  const [first, last, behind] = [mark(), mark(), mark()];
  gaps.push({ kind, first, marks: [last, behind] });
  const paragraphs = [`${first} ${words(30 + ((at * 17) % 50))}`, `${words(20 + ((at * 7) % 40))} ${last}`];
  return `${begin}${paragraphs.join(`\n${next.trimEnd()}\n${next}`)}\n\n${behind} ${words(12 + ((at * 5) % 30))}.`;
}).join("\n\n");

const pictures = Array.from(
  { length: 40 },
  (_, at) =>
    `${words(20 + ((at * 13) % 60))}.\n\n![${words(4 + (at % 9))}](box.svg)${at % 3 === 0 ? "\n\n- words\n\n  ![](box.svg)" : ""}`,
).join("\n\n");

/** An empty table has margins that are not one with those around it. */
const EMPTY = "<table><thead><tr></tr></thead><tbody></tbody></table>";

const tables = Array.from({ length: 30 }, (_, at) =>
  [`${words(20 + ((at * 11) % 60))}.`, EMPTY, `${words(15 + at)}.`].join("\n\n"),
).join("\n\n");

const folders = temporaryFolders();
let published: Awaited<ReturnType<typeof publish>>;
const places = new Map<string, { readonly page: number; readonly baseline: number }>();

beforeAll(async () => {
  const folder = await folders.make({
    "content/containers.md": `# Containers\n\n${containers}`,
    "content/pictures.md": `# Pictures\n\n${pictures}`,
    "content/tables.md": `# Tables\n\n${tables}`,
    "content/box.svg": BOX,
    "publication.yaml": `title: White
language: en
date: 2026
bodymatter: [{ file: containers.md }, { file: pictures.md }, { file: tables.md }]
editions:
  novel: { format: pdf, trim: a6, theme: novel }
  technical: { format: pdf, trim: a5, theme: technical }
`,
  });
  published = await publish(folder, { out: await folders.make(), jobs: 2 });
  for (const page of (await readPdf(await published.bytesOf("novel"))).pages) readMarks(page);
}, 120_000);

function readMarks({ index: page, texts }: PdfPage): void {
  for (const { text, baseline } of texts)
    for (const [found] of text.matchAll(MARK)) places.set(found, { page, baseline });
}

test("all is planned", () => {
  expect(published.unplannedIn("novel")).toEqual([]);
  expect(published.unplannedIn("technical")).toEqual([]);
});

test("white below what is broken over pages is what it is below the same on one page", () => {
  const found = gaps.flatMap(({ kind, first, marks }) => {
    const [start, last, behind] = [first, ...marks].map((each) => places.get(each));
    // The initial of a chapter is set apart from the rest of its word.
    if (!start || !last || !behind || last.page !== behind.page) return [];
    return [{ kind, isBroken: start.page !== last.page, gap: behind.baseline - last.baseline }];
  });
  for (const kind of Object.keys(CONTAINERS)) {
    const own = found.filter((each) => each.kind === kind);
    const whole = own.find(({ isBroken }) => !isBroken)!;
    const broken = own.filter(({ isBroken }) => isBroken);
    expect(broken, kind).not.toEqual([]);
    // Browsers put lines on whole pixels.
    for (const { gap } of broken) expect(Math.abs(gap - whole.gap), kind).toBeLessThan(PIXEL + 0.1);
  }
});
