/**
 * A browser lays out one document after another on one page: what it has laid out before makes no
 * difference, and neither do users' handlers, with which each document has a page of its own.
 */
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Extensions } from "../../src/model/extensions.js";
import { build } from "../support/program.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();

/** More pages than are laid out before the page is emptied. */
const MANY_PAGES = Array.from({ length: 130 }, (_, page) => `::: page\nPage ${page}.\n:::\n`).join("\n");
const NOTES = Array.from(
  { length: 12 },
  (_, note) =>
    `See [the table](#tbl-words) and [the start](one.md).[^${note}]\n\n[^${note}]: The ${note}th.\n`,
).join("\n");
const TABLE = `| a | b |\n|---|---|\n${"| some words | others |\n".repeat(40)}\nTable: Words {#tbl-words}\n`;
/** Set in a font of the theme: one file, of which each edition shows something else. */
const DRAWING = "![A sign](sign.svg)";
const SIGN =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" viewBox="0 0 90 30"><text y="20">Sign</text></svg>';

let folder: string;

beforeAll(async () => {
  folder = await folders.make({
    "publication.yaml": `title: One page for all
language: en
date: 2026-01-01
frontmatter: [{ role: titlepage }, { role: toc }]
bodymatter: [{ file: one.md }, { file: two.md }, { file: three.md }]
editions:
  large: { format: pdf, trim: a4 }
  small: { format: pdf, trim: a6, theme: technical }
  paged: { format: pdf, trim: a5, engine: pagedjs }
`,
    "styles/print.css": ".page { break-before: page }",
    "content/one.md": `# One\n\n${DRAWING}\n\n${MANY_PAGES}`,
    "content/two.md": `# Two\n\n${NOTES}`,
    "content/sign.svg": SIGN,
    "content/three.md": `# Three\n\n${DRAWING}\n\n${TABLE}`,
  });
});

async function publish(editions: readonly string[], extensions: Extensions = {}): Promise<Buffer[]> {
  const out = await folders.make();
  const request = { publications: [folder], out, editions, jobs: 1, cache: "none", extensions } as const;
  const { editions: built } = await build(request);
  expect(built.map(({ status }) => status)).toEqual(editions.map(() => "published"));
  return Promise.all(built.map(({ path }) => readFile(path!)));
}

describe("an edition is the same", () => {
  const alone = new Map<string, Buffer>();
  const areAlone = async (editions: readonly string[], extensions?: Extensions) => {
    const made = await publish(editions, extensions);
    return made.map((pdf, index) => pdf.equals(alone.get(editions[index]!)!));
  };

  beforeAll(async () => {
    for (const edition of ["large", "small", "paged"]) alone.set(edition, (await publish([edition]))[0]!);
  }, 200_000);

  it("when another one was laid out in its browser", async () => {
    expect(await areAlone(["large", "small", "paged"])).toEqual([true, true, true]);
  }, 200_000);

  it("with a page for each document", async () => {
    const pagedHandlers = [{ name: "nothing", source: "" }];
    expect(await areAlone(["paged"], { pagedHandlers })).toEqual([true]);
  }, 200_000);
});
