/** What nobody has foreseen in one publication is told, and takes nothing from the others. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { build } from "../../../src/build/build.js";
import { exitCode } from "../../../src/cli/exit-codes.js";
import { unforeseen } from "../../../src/diagnostics/unforeseen.js";
import { MAKERS } from "../../../src/formats/registry.js";
import { folderWith } from "../load/publication-folder.js";

function deep(levels: number): number {
  return deep(levels + 1) + 1;
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("an exception", () => {
  test.each([
    ["a stack that is full", thrownBy(() => deep(0)), "too-complex"],
    ["a string that is too long", thrownBy(() => "x".repeat(2 ** 28).repeat(8)), "too-complex"],
    ["an array that is too long", thrownBy(() => new Array(-1)), "too-complex"],
    ["a full disk", Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" }), "machine-failed"],
    ["a mistake of ours", new TypeError("x is not a function"), "program-fault"],
    ["a string", "thrown", "program-fault"],
  ])("for %s is of its kind", (_, error, code) => {
    const place = { file: "a.md", line: 3, column: 1 };
    expect(unforeseen(error, "this cannot be read", place)).toMatchObject({ code, location: place });
  });
});

test("that one publication brings out leaves the results and the manifest of all others", async () => {
  const { epub } = MAKERS;
  const { open } = epub;
  const spy = vi.spyOn(epub, "open").mockImplementation((opening) => {
    const opened = open(opening);
    return {
      ...opened,
      async make(book, context) {
        if (book.metadata.title === "Bad") throw new TypeError("not foreseen");
        return opened.make(book, context);
      },
    };
  });
  onTestFinished(() => spy.mockRestore());
  const out = await mkdtemp(join(tmpdir(), "colophon-out-"));
  onTestFinished(() => rm(out, { recursive: true, force: true }));
  const publication = (title: string) => `
title: ${title}
language: en
contributors:
  - { name: A, role: aut }
identifier: urn:uuid:0b613b5d-379b-421e-8712-51b1ed9b5912
date: 2026-01-01
content: content
bodymatter:
  - file: a.md
editions:
  ebook: { format: epub, page-source: none }
`;
  const folders = await Promise.all(
    ["Good", "Bad", "Fine"].map((title) =>
      folderWith({ "publication.yaml": publication(title), "content/a.md": "# A\n\nText.\n" }),
    ),
  );
  const result = await build({ publications: folders, out, cache: "none", jobs: 1 });
  expect(result.editions.map(({ status }) => status)).toEqual(["published", "failed", "published"]);
  const told = result.diagnostics.flatMap(({ diagnostics }) => diagnostics);
  expect(told.filter(({ severity }) => severity === "error")).toMatchObject([{ code: "program-fault" }]);
  expect(exitCode(result)).toBe(70);
  const manifest = JSON.parse(await readFile(join(out, "editions.json"), "utf8"));
  expect(manifest.editions).toHaveLength(3);
});
