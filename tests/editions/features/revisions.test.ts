/** Editions after an issue: what is new is marked, pages and numbers that have gone out stand still. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { revise } from "../../../src/build/revise.js";
import { loadPublication } from "../../../src/load/load.js";
import { readEpub } from "../../support/epub.js";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { publish } from "../../support/publish.js";
import { pageText, plain } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const SCENES = [1, 2, 3, 4, 5].map(
  (number) =>
    `INT. ROOM ${number} - DAY #${number}#\n\n${Array.from({ length: 30 }, (_, line) => `!Scene ${number}, line ${line + 1}.`).join("\n")}\n\n`,
);
const DESCRIPTION = `title: Low Water
language: en
date: 2026-11-22
bodymatter: [a.fountain]
editions:
  script: { format: pdf }
  changed: { format: pdf, issues-of: script, script: { pages: changed } }
  book: { format: pdf, theme: novel, trim: a6, bodymatter: [b.md] }
  redline: { format: pdf, theme: novel, trim: a6, bodymatter: [b.md], issues-of: book, changes: marked }
  ebook: { format: epub, theme: novel, bodymatter: [b.md], issues-of: book, changes: marked }
`;
let folder: string;
let before: readonly string[];
let ebook: string;
const pdfs = new Map<string, Pdf>();

const script = (scenes: readonly string[]) => `Title: Low Water\n\n${scenes.join("")}`;
const textsOf = (pdf: Pdf) => pdf.pages.map((page) => plain(pageText(page)));

beforeAll(async () => {
  const out = await folders.make();
  folder = await folders.make({
    "publication.yaml": DESCRIPTION,
    "content/a.fountain": script(SCENES),
    "content/b.md": "# Tides\n\nThe tide comes in at noon.\n\nNobody rings.\n\nThe end.\n",
  });
  await revise(folder, ["script"], { date: "2026-11-23" });
  await revise(folder, ["book"], { date: "2026-11-23" });
  const first = await publish(folder, { out, editions: ["script"] });
  before = textsOf(await readPdf(await first.bytesOf("script")));
  const changed = SCENES.with(2, SCENES[2]!.replace("line 7.", "line seven.")).toSpliced(3, 1);
  await writeFile(join(folder, "content/a.fountain"), script(changed));
  await writeFile(join(folder, "content/b.md"), "# Tides\n\nThe tide comes in at one.\n\nThe end.\n");
  await revise(folder, ["script"], { date: "2026-12-04" });
  const second = await publish(folder, { out });
  for (const name of ["script", "changed", "redline"])
    pdfs.set(name, await readPdf(await second.bytesOf(name)));
  const epub = await readEpub(await second.bytesOf("ebook"));
  ebook = epub.spine.map((path) => epub.read(path)).join("");
});

describe("a script that goes out again", () => {
  test("has the colour, the date and stars on the pages that have changed, and all others as they were", () => {
    const now = textsOf(pdfs.get("script")!);
    const isChanged = now.map((text) => text.includes("Blue Rev. 2026-12-04"));
    expect(isChanged).toContain(true);
    expect(isChanged).toContain(false);
    expect(now.map((text) => text.includes("*"))).toEqual(isChanged);
    now.forEach((text, page) => {
      if (!isChanged[page]) expect(before).toContain(text);
    });
  });

  test("keeps the number of a scene that is gone", () => {
    expect(textsOf(pdfs.get("script")!).join(" ")).toMatch(/4 ?OMITTED/);
  });

  test("has an edition of the changed pages alone", () => {
    const [titles, ...pages] = textsOf(pdfs.get("changed")!);
    expect(titles).toContain("Low Water".toUpperCase());
    expect(pages.every((text) => text.includes("Blue Rev. 2026-12-04"))).toBe(true);
    expect(pages.length).toBeLessThan(before.length - 1);
  });
});

test("a redline has what was taken out and what was put in, in print and in the ebook", () => {
  const printed = textsOf(pdfs.get("redline")!).join(" ");
  for (const words of ["noon.", "one.", "Nobody rings."]) expect(printed).toContain(words);
  expect(ebook).toContain("<del>noon.</del><ins>one.</ins>");
  expect(ebook).toContain("<del>Nobody rings.</del>");
});

test("an issue that was altered is told, with its place, and does not count", async () => {
  const file = join(folder, "issues/script/2.txt");
  await writeFile(file, (await readFile(file, "utf8")).replace("line seven", "line eight"));
  const told: string[] = [];
  const publication = await loadPublication(folder, ({ code, location }) => {
    told.push(`${location?.file}:${location?.line} ${code}`);
  });
  expect(told).toEqual(["issues/script/2.txt:4 issue-altered"]);
  const [edition] = publication!.editions;
  expect(edition!.revision!.issues.map(({ name }) => name)).toEqual(["White"]);
});
