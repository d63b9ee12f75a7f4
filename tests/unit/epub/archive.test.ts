import { randomBytes } from "node:crypto";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { type ArchiveEntry, writeArchive } from "../../../src/epub/archive.js";

const DATE = new Date("2026-03-01T12:34:56Z");
const entry = (name: string, content: Uint8Array): ArchiveEntry => ({
  name,
  content,
  compression: "deflate",
});
const WORDS = Buffer.from("words ".repeat(500));

describe("an archive", () => {
  it("gives back every file, in order, under its name in any script", async () => {
    const files = [
      entry("b.txt", WORDS),
      entry("a/ö, ز and 書.txt", Buffer.from("ö")),
      entry("empty", Buffer.alloc(0)),
    ];
    const zip = await JSZip.loadAsync(await writeArchive(files, DATE), { checkCRC32: true });
    expect(Object.keys(zip.files)).toEqual(files.map(({ name }) => name));
    for (const { name, content } of files)
      expect(Buffer.compare(await zip.file(name)!.async("nodebuffer"), content), name).toBe(0);
  });

  it("dates its files in UTC, to two seconds", async () => {
    const zip = await JSZip.loadAsync(await writeArchive([entry("a", WORDS)], DATE));
    expect(zip.files.a!.date.toISOString()).toBe("2026-03-01T12:34:56.000Z");
  });

  it("makes files smaller, but for those that nothing makes smaller", async () => {
    const noise = randomBytes(3000);
    expect((await writeArchive([entry("words", WORDS)], DATE)).length).toBeLessThan(200);
    const archive = await writeArchive([entry("noise", noise)], DATE);
    expect(archive.includes(noise)).toBe(true);
  });

  it("is refused when it has more files than an archive can count", async () => {
    const many = Array.from({ length: 65_536 }, (_, index) => entry(`${index}`, Buffer.alloc(0)));
    const stored = many.map((each): ArchiveEntry => ({ ...each, compression: "store" }));
    await expect(writeArchive(stored, DATE)).rejects.toThrow(RangeError);
  });
});
