import { describe, expect, test } from "vitest";
import { diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { takePages } from "../../../../src/formats/epub/page-source.js";
import type { Produced } from "../../../../src/formats/format.js";
import { BrowserFailure, NoBrowserError } from "../../../../src/formats/pdf/paginate/browser/faults.js";
import type { Edition } from "../../../../src/model/publication.js";
import { TemporaryFolderError } from "../../../../src/runtime/temporary/folder.js";

const print = { id: "print", format: "pdf" } as Edition;
const ebook = { id: "ebook", format: "epub", pageSource: "print" } as Edition;
const failed = (...diagnostics: Produced["diagnostics"]): Produced => ({
  bytes: new Uint8Array(),
  diagnostics,
});
const told = async (produce: () => Promise<Produced>) =>
  (await takePages(print, ebook, produce)).diagnostics.map(({ code, severity }) => `${severity} ${code}`);

describe("an ebook whose print edition cannot be made", () => {
  test.each([
    ["a browser that does not start", new BrowserFailure("it does not start")],
    ["a full disk", new TemporaryFolderError("no space left on device")],
  ])("fails with it for %s: a good one is not replaced by one without page numbers", async (_, error) => {
    await expect(told(() => Promise.reject(error))).rejects.toBe(error);
  });

  test("fails with it when browsers die at a section", async () => {
    const produced = failed(diagnostic("browser-failed", "The browser failed each time"));
    expect(await told(async () => produced)).toEqual(["error browser-failed"]);
  });

  test("is made without page numbers when there is no browser at all", async () => {
    expect(await told(() => Promise.reject(new NoBrowserError("none")))).toEqual([
      "warning page-list-missing",
    ]);
  });

  test("is made without page numbers when the text is at fault", async () => {
    const produced = failed(diagnostic("layout-stopped", "A section has no end"));
    expect(await told(async () => produced)).toEqual(["warning page-list-missing"]);
  });
});
