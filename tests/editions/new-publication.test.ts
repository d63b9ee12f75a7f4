/** What `colophon init` writes is published as it is. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { BOOK_THEMES } from "../../src/load/editions/themes.js";
import { colophon } from "../support/command-line.js";
import { readPdf } from "../support/pdf.js";
import { publish } from "../support/publish.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();
const NAMED = ["--title", "A Book", "--author", "Ada Example"];

it.each(BOOK_THEMES)(
  "a new publication with the theme %s is published as PDF and EPUB without a warning",
  async (theme) => {
    const cwd = await folders.make();
    await colophon(cwd, "init", "book", ...NAMED, "--theme", theme, "--language", "en-GB");
    const { diagnostics, bytesOf } = await publish(join(cwd, "book"), { out: join(cwd, "out") });
    expect(diagnostics).toEqual([]);
    expect((await bytesOf("print")).length).toBeGreaterThan(10_000);
    expect((await bytesOf("ebook")).length).toBeGreaterThan(10_000);
  },
);

it("a new script is published as PDF and EPUB without a warning, with its own title page and an author or none", async () => {
  const cwd = await folders.make();
  for (const [folder, author] of [
    ["signed", "Ada Example"],
    ["unsigned", ""],
  ] as const) {
    const named = ["--title", "A Film", "--author", author];
    await colophon(cwd, "init", folder, ...named, "--theme", "screenplay", "--language", "en-GB");
    const { diagnostics, bytesOf } = await publish(join(cwd, folder), { out: join(cwd, "out") });
    expect(diagnostics).toEqual([]);
    const [titles] = (await readPdf(await bytesOf("script"))).pages;
    const said = titles!.texts.map(({ text }) => text).join(" ");
    expect(said).toMatch(/a film/i);
    expect(said.includes("Ada Example")).toBe(author !== "");
    expect((await bytesOf("ebook")).length).toBeGreaterThan(10_000);
  }
});

it("a new publication without an author or a publisher is published, too", async () => {
  const cwd = await folders.make();
  await colophon(cwd, "init", "book", "--title", "A Book", "--author", "");
  const { diagnostics } = await publish(join(cwd, "book"), { out: join(cwd, "out") });
  expect(diagnostics).toEqual([]);
});
