/** A machine that lacks something: the message says what to do, and what can be published is. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { colophon, diagnosticsOf } from "../../support/command-line.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

const FILES = {
  "book/publication.yaml": `title: A Book
language: en
date: 2026-11-22
identifier: urn:uuid:0b613b5d-379b-421e-8712-51b1ed9b5912
bodymatter:
  - file: one.md
editions:
  paperback: { format: pdf }
  hardback: { format: pdf, trim: 6in 9in }
  ebook: { format: epub }
`,
  "book/content/one.md": "# One\n\nText.\n",
};

const build = (project: string, ...more: string[]) =>
  colophon(project, "build", "book", ...more, "--json", "--no-cache", "--out", "out");

afterEach(() => void vi.unstubAllEnvs());

describe("without a browser", () => {
  test("there is no PDF, the message says how to get one, and the ebook is published all the same", async () => {
    vi.stubEnv("COLOPHON_BROWSER", "/nonexistent");
    const project = await folders.make(FILES);
    const run = await build(project);
    expect(diagnosticsOf(run)).toEqual([
      "no-browser: There is no browser to lay out pages with: COLOPHON_BROWSER is /nonexistent, which is not a program that can be run | Install Chrome or Chromium, or set COLOPHON_BROWSER to the path of one",
    ]);
    expect(run.code).toBe(3);
    expect(await readdir(join(project, "out", "book"))).toEqual(["ebook.epub"]);
  });
});

describe("an output folder that cannot be written to", () => {
  test("is told by its name, and nothing is left behind", async () => {
    const project = await folders.make({ ...FILES, out: "a file where the folder should be" });
    const run = await build(project, "-e", "ebook");
    const file = join(project, "out", "book", "ebook.epub");
    expect(diagnosticsOf(run)).toEqual([
      `cannot-publish: \`${file}\` cannot be written: not a directory | Check that the folder can be written to and has room, or choose another one with --out`,
    ]);
    expect(run.code).toBe(3);
    expect(await readdir(project)).toEqual(["book", "out"]);
  });

  test("keeps no half-written file when a folder has the edition's name", async () => {
    const project = await folders.make({ ...FILES, "out/book/ebook.epub/keep": "" });
    const run = await build(project, "-e", "ebook");
    expect(diagnosticsOf(run)).toEqual([
      expect.stringMatching(/^cannot-publish: .* is a directory|directory/),
    ]);
    expect(run.code).toBe(3);
    expect(await readdir(join(project, "out", "book"))).toEqual(["ebook.epub"]);
  });
});
