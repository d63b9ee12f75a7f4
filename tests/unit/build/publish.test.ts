import { readFile, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishFile } from "../../../src/build/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const LONG_AGO = new Date("2020-01-01T00:00:00Z");

async function published(content: string): Promise<string> {
  const path = join(await folders.make({ "book.pdf": content }), "book.pdf");
  await utimes(path, LONG_AGO, LONG_AGO);
  return path;
}

describe("publishing a file", () => {
  it("leaves one alone that is the same already, and tells what it is", async () => {
    const path = await published("the same");
    const { bytes, sha256, news } = await publishFile(path, Buffer.from("the same"));
    expect(news).toBe("same");
    expect((await stat(path)).mtime).toEqual(LONG_AGO);
    expect({ bytes, sha256 }).toEqual({
      bytes: 8,
      sha256: (await publishFile(`${path}.2`, Buffer.from("the same"))).sha256,
    });
    expect((await publishFile(`${path}.3`, Buffer.from("the same"))).news).toBe("new");
  });

  it("replaces one of the same length and time with other content", async () => {
    const path = await published("the same");
    const { news } = await publishFile(path, Buffer.from("not same"));
    expect(news).toBe("changed");
    expect(await readFile(path, "utf8")).toBe("not same");
  });
});
