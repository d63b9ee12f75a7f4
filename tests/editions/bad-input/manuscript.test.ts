/** Faults of the text, one by one and all at once: each is told once, with its place, for both formats. */
import { describe, expect, test } from "vitest";
import { build } from "../../support/program.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

interface Fault {
  readonly claim: string;
  /** Blocks of Markdown after the title. */
  readonly text: string;
  /** `line:column code` in the file, whose first line is the title. */
  readonly told: readonly string[];
  /** Only pages can tell. */
  readonly pages?: true;
}

const FAULTS: readonly Fault[] = [
  { claim: "an unclosed div", text: "::: warning\nHot.", told: ["3:1 unclosed-div"] },
  { claim: "a note without a text", text: "Words.[^gone]", told: ["3:7 note-without-text"] },
  { claim: "a note that nothing refers to", text: "[^n]: Alone.", told: ["3:1 note-not-used"] },
  { claim: "a citation key that is not there", text: "As [@roe2021] says.", told: ["3:5 unknown-citation"] },
  {
    claim: "a range of the index that never closes",
    text: "[Weirs]{.index range=start} and more.",
    told: ["3:1 index-range-open"],
  },
  { claim: "a duplicate id", text: "## A {#x}\n\n## B {#x}", told: ["5:1 duplicate-id"] },
  { claim: "malformed TeX", text: "It is $\\frac{1}{$ so.", told: ["3:17 bad-math"] },
  {
    claim: "malformed TeX on lines of its own",
    text: "$$\nx + \\frac{1}{2}\n= __\n+ y\n$$",
    told: ["3:3 bad-math"],
  },
  { claim: "a language that does not exist", text: "[Wort]{lang=xx}", told: ["3:1 unknown-language"] },
  { claim: "a language that few know", text: "[Wort]{lang=xqz}", told: ["3:1 unlisted-language"] },
  { claim: "a reference to nothing", text: "See @fig-none.", told: ["3:5 unknown-reference"] },
  { claim: "an image that is not there", text: "![A](none.png)", told: ["3:1 missing-image"] },
  { claim: "an image that is none", text: "![A](text.png)", told: ["3:1 image-broken"] },
  {
    claim: "a first line number that is none",
    text: "```{.js .numberLines startFrom=x}\na\n```",
    told: ["3:1 bad-line-number"],
  },
  {
    claim: "widths that are not those of the columns",
    text: '| A | B |\n|---|---|\n| c | d |\n\n: T {tbl-colwidths="[50]"}',
    told: ["3:1 bad-column-widths"],
  },
  {
    claim: "a table that is wider than the page",
    text: `| ${"Head |".repeat(40)}\n|${"---|".repeat(40)}\n|${" word |".repeat(40)}`,
    told: ["overfull"],
    pages: true,
  },
];

async function told(text: string, formats: readonly string[]): Promise<string[]> {
  const folder = await folders.make({
    "publication.yaml": `title: A Book
language: en
date: 2026-11-22
bibliography: works.bib
bodymatter: [{ file: one.md }]
backmatter: [{ role: index }]
editions:
${formats.map((format) => `  of-${format}: { format: ${format} }`).join("\n")}
`,
    "works.bib": "@book{doe2020, title = {Weirs}, author = {Doe, Jane}, year = 2020}\n",
    "content/one.md": `# One\n\n${text}\n\nA [term]{.index}.\n`,
    "content/text.png": "This is no image.\n",
  });
  const result = await build({ publications: [folder], out: await folders.make(), cache: "none", jobs: 1 });
  const diagnostics = result.diagnostics.flatMap((each) => each.diagnostics);
  for (const { location, message } of diagnostics) expect(location, message).toBeDefined();
  const lines = diagnostics.map(({ code, location }) => `${location!.line}:${location!.column} ${code}`);
  return [...new Set(lines)];
}

describe.each(FAULTS.filter(({ pages }) => !pages))("$claim", ({ text, told: expected }) => {
  test("is told once, with its place", async () => {
    expect(await told(text, ["epub"])).toEqual(expected);
  });
});

describe("a table that is wider than the page", () => {
  test("is told with its place, by how much it sticks out", async () => {
    const { text } = FAULTS.find(({ pages }) => pages)!;
    const lines = await told(text, ["pdf"]);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^[35]:\d+ overfull$/);
  });
});

describe("all of them in one text", () => {
  test("are told in one go", async () => {
    const faults = FAULTS.filter(({ pages, claim }) => !pages && claim !== "an unclosed div");
    const text = [...faults.map((fault) => fault.text), "::: note\nThe end."].join("\n\n");
    const codes = (await told(text, ["epub", "pdf"])).map((line) => line.split(" ")[1]);
    expect(codes.toSorted()).toEqual(
      [...faults.flatMap((fault) => fault.told.map((each) => each.split(" ")[1])), "unclosed-div"].toSorted(),
    );
  });
});
