import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import JSZip from "jszip";
import { beforeEach, describe, expect, it } from "vitest";
import { keyOf, openStore, type Store } from "../../../../../src/cache/store.js";
import { type ArchivePlace, keepArchive } from "../../../../../src/formats/epub/pack/kept-archive.js";
import { packEpub } from "../../../../../src/formats/epub/pack/pack.js";
import { temporaryFolders } from "../../../../support/temporary-folders.js";

const folders = temporaryFolders();
const DATE = new Date("2026-03-01T00:00:00Z");
const FILES = new Map([
  ["META-INF/container.xml", bytesOf("<container/>")],
  ["EPUB/one.xhtml", bytesOf("<p>Cork floats.</p>".repeat(99))],
  ["EPUB/zwei-größer.xhtml", bytesOf("<p>Steine sinken.</p>".repeat(4999))],
  ["EPUB/empty.css", bytesOf("")],
  ["EPUB/photo.jpg", bytesOf("not to be compressed")],
]);

let folder: string;
let store: Store;
let place: ArchivePlace;
beforeEach(async () => {
  folder = await folders.make();
  store = openStore(folder);
  place = { store, edition: "ebook" };
});

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text);
}

function changed(path: string, content: string): Map<string, Uint8Array> {
  return new Map([...FILES, [path, bytesOf(content)]]);
}

async function damageEntries(): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    content[content.length >> 1]! ^= 1;
    await writeFile(path, content);
  }
}

/** What stands in the archive for a file: compressed and of another content, so it shows whether it was taken. */
async function keepMarked(content: string): Promise<void> {
  const zip = new JSZip();
  for (const path of FILES.keys()) zip.file(path, content, { date: DATE, createFolders: false });
  const bytes = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
  const digests = new Map([...FILES].map(([path, each]) => [path, keyOf(each)]));
  await keepArchive(place, FILES, DATE, { bytes, digests });
}

describe("an archive that begins with the last one", () => {
  it.each([
    ["nothing has changed", FILES],
    ["a document has", changed("EPUB/one.xhtml", "<p>Cork still floats.</p>")],
    ["a document has become empty", changed("EPUB/one.xhtml", "")],
    ["an empty file has not stayed so", changed("EPUB/empty.css", "p { margin: 0 }")],
    ["a photograph has", changed("EPUB/photo.jpg", "another one")],
  ])("has the bytes of a new one when %s", async (_, files) => {
    await packEpub(FILES, DATE, place);
    const again = await packEpub(files, DATE, place);
    expect(Buffer.compare(again, await packEpub(files, DATE))).toBe(0);
    // What was taken over once can be taken over again.
    expect(Buffer.compare(await packEpub(files, DATE, place), again)).toBe(0);
  });

  it("takes over as they are the compressed files whose content is the same", async () => {
    await keepMarked("marked");
    const zip = await JSZip.loadAsync(await packEpub(changed("EPUB/one.xhtml", "new"), DATE, place));
    const read = Object.values(zip.files).map(async (file) => [file.name, await file.async("string")]);
    expect(Object.fromEntries(await Promise.all(read))).toEqual({
      mimetype: "application/epub+zip",
      "META-INF/container.xml": "marked",
      "EPUB/one.xhtml": "new",
      "EPUB/zwei-größer.xhtml": "marked",
      "EPUB/empty.css": "marked",
      "EPUB/photo.jpg": "not to be compressed",
    });
  });

  it("does not begin with one that is damaged", async () => {
    await packEpub(FILES, DATE, place);
    await damageEntries();
    expect(Buffer.compare(await packEpub(FILES, DATE, place), await packEpub(FILES, DATE))).toBe(0);
  });

  it.each([
    ["files", new Map([...FILES].reverse()), DATE, "ebook"],
    ["date", FILES, new Date("2027-01-01T00:00:00Z"), "ebook"],
    ["edition", FILES, DATE, "another"],
  ])("does not begin with that of another %s", async (_, files, date, edition) => {
    await keepMarked("marked");
    const bytes = await packEpub(files, date, { store, edition });
    expect(Buffer.compare(bytes, await packEpub(files, date))).toBe(0);
  });
});
