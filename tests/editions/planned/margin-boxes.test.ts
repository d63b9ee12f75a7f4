/** What authors' style sheets write into the margins of planned pages (CSS Generated Content for Paged Media 3). */
import { beforeAll, describe, expect, test } from "vitest";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { publish } from "../../support/publish.js";
import { filler, plain } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const STYLES = `.mark { position: running(mark) }
.shield { position: running(shield) }
.term { string-set: term content(text) }
.next { break-before: page }
.right { break-before: right }
.css-note { float: footnote }
@page text {
  @top-left { content: "first " string(term, first) }
  @top-center { content: "last " string(term, last) }
  @top-right { content: "start " string(term, start) }
  @bottom-left { content: "except " string(term, first-except) "." }
  @bottom-center { content: element(mark) }
  @bottom-right { content: counter(page) " of " counter(pages) }
  @right-top { content: element(shield) }
}
@page text:nth(3) { @left-middle { content: "third" } }
@page text:nth(2n) { @left-middle { content: "even" } }
@page :blank { @top-center { content: "empty page" } }
`;

const ONE = `# One

::: mark
alpha
:::

<div class="shield">shield <img src="box.svg" alt="Box" width="16"></div>

[ant]{.term} ${filler(40)}

::: next
[bee]{.term} ${filler(30)}

${filler(30)} [cat]{.term}
:::

::: next
${filler(40)}[a note by style]{.css-note}
:::

::: next
::: mark
beta
:::

${filler(40)}

[dog]{.term} ${filler(20)}

::: mark
gamma
:::

${filler(9)}
:::

::: next
${filler(20)}
:::

## Two {.right}

${filler(20)}
`;

const folders = temporaryFolders();
let pdf: Pdf;
let told: readonly string[];
let unplanned: readonly string[];

beforeAll(async () => {
  const folder = await folders.make({
    "styles/print.css": STYLES,
    "content/one.md": ONE,
    "content/box.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>',
    "publication.yaml": `title: Margins
language: en
date: 2026
bodymatter: [{ file: one.md }]
editions:
  print: { format: pdf, trim: a5, bleed: 3mm }
`,
  });
  const published = await publish(folder, { out: await folders.make() });
  told = published.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  unplanned = published.unplannedIn("print");
  pdf = await readPdf(await published.bytesOf("print"));
}, 60_000);

/** What stands on each page and is no part of its text. */
const margins = (): string[] =>
  pdf.pages.map(({ texts }) =>
    plain(
      texts
        .filter(({ tagged }) => !tagged)
        .map(({ text }) => text)
        .join(" "),
    ),
  );

test("all is planned, and nothing is told", () => {
  expect(unplanned).toEqual([]);
  expect(told).toEqual([]);
  expect(pdf.pages).toHaveLength(7);
});

// The theme says itself what stands in the middle of a first page.
describe("strings are those", () => {
  test.each([
    ["first", ["ant", "bee", "cat", "dog", "dog", undefined, "dog"]],
    ["last", [undefined, "cat", "cat", "dog", "dog", undefined, "dog"]],
    ["start", [undefined, "bee", "cat", "cat", "dog", undefined, "dog"]],
    ["except", [undefined, undefined, "cat", undefined, "dog", undefined, "dog"]],
  ] as const)("of the page, %s", (keyword, expected) => {
    const shown = margins().map((text) => new RegExp(`${keyword} (ant|bee|cat|dog)`).exec(text)?.[1]);
    expect(shown).toEqual(expected);
  });
});

test("elements run from the page on which they stand, and once on each", () => {
  const running = margins().map((text) => text.match(/alpha|beta|gamma/g));
  expect(running).toEqual([null, ["alpha"], ["alpha"], ["beta"], ["gamma"], null, ["gamma"]]);
});

test("elements that run have their pictures, and are no text of the page", () => {
  const withShield = margins().map((text) => text.includes("shield"));
  expect(withShield).toEqual([true, true, true, true, true, false, true]);
  const tagged = pdf.pages.flatMap(({ texts }) =>
    texts.filter((each) => each.tagged).map(({ text }) => text),
  );
  expect(tagged.join(" ")).not.toMatch(/alpha|beta|gamma|shield/);
});

test("nth pages are counted on the pages of text", () => {
  const nth = margins().map((text) => /third|even/.exec(text)?.[0]);
  expect(nth.slice(0, 5)).toEqual([undefined, "even", "third", "even", undefined]);
  expect(nth[6]).toBeUndefined();
});

test("an empty page has what empty pages have", () => {
  expect(margins().map((text) => text.includes("empty page"))).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((page) => page === 5),
  );
});

test("pages are counted, all of them", () => {
  const counts = margins().map((text) => /\d of \d/.exec(text)?.[0]);
  expect(counts).toEqual(["1 of 7", "2 of 7", "3 of 7", "4 of 7", "5 of 7", undefined, "7 of 7"]);
});

test("a note that a style makes stands at the foot of its page", () => {
  const { texts, height } = pdf.pages[2]!;
  const note = texts.find(({ text }) => text.includes("a note by style"))!;
  expect(note.baseline).toBeGreaterThan(height * 0.75);
  expect(note.tagged).toBe(true);
});
