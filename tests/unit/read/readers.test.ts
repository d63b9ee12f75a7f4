import { describe, expect, it } from "vitest";
import { openFolder } from "../../../src/input/folder.js";
import { projectFiles } from "../../../src/input/project-files.js";
import { openReader } from "../../../src/input/reader.js";
import type { Dialect } from "../../../src/model/dialect.js";
import { READERS, readerOf } from "../../../src/read/readers.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

describe("the readers", () => {
  it("know each ending once", () => {
    const endings = READERS.flatMap((each) => each.endings);
    expect(new Set(endings).size).toBe(endings.length);
    expect(endings.filter((ending) => !/^\.[a-z]+$/.test(ending))).toEqual([]);
  });

  it("read what nobody knows as Markdown", () => {
    expect(readerOf("Tides.MD")).toBe(readerOf("README"));
  });
});

describe("the reader of Markdown", () => {
  const prepared = async (dialect: Dialect) => {
    const root = await folders.make({ "knot.md": "{{#include bend.md}}\n", "bend.md": "A bend.\n" });
    const folder = openFolder(root);
    const files = projectFiles(folder);
    const context = { dialect, settings: {}, folder, files, content: ".", reader: openReader(root) };
    const text = "{{#include bend.md}}\n";
    return readerOf("knot.md").prepare("knot.md", text, { ...context, report: () => undefined });
  };

  it("follows the directives of the tools that have them", async () => {
    expect(await prepared("mdbook")).toMatchObject({ text: "A bend.\n", inputs: ["bend.md"] });
  });

  it("leaves them in texts for any other", async () => {
    expect(await prepared("markdown")).toMatchObject({ text: "{{#include bend.md}}\n", inputs: [] });
  });
});
