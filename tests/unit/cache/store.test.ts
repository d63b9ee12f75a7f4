import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyOf, noStore, openStore } from "../../../src/cache/store.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "colophon-store-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const KEY = keyOf("some", "thing");

async function onlyEntry(): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files).toHaveLength(1);
  return join(files[0]!.parentPath, files[0]!.name);
}

describe("the cache", () => {
  it("gives back what was written, under the same kind and key only", async () => {
    const store = openStore(folder);
    await store.write("run", KEY, Buffer.from("pages"));
    expect(String(await store.read("run", KEY))).toBe("pages");
    expect(await store.read("edition", KEY)).toBeUndefined();
    expect(await store.read("run", keyOf("another"))).toBeUndefined();
  });

  it("never trusts a damaged entry", async () => {
    const store = openStore(folder);
    await store.write("run", KEY, Buffer.from("pages"));
    const file = await onlyEntry();
    const content = await readFile(file);
    content[content.length - 1]! ^= 1;
    await writeFile(file, content);
    expect(await store.read("run", KEY)).toBeUndefined();
    await writeFile(file, "");
    expect(await store.read("run", KEY)).toBeUndefined();
  });

  it("never takes one entry for another, whoever has put it in its place", async () => {
    const store = openStore(folder);
    await store.write("run", KEY, Buffer.from("pages"));
    const file = await onlyEntry();
    const other = keyOf("another");
    await mkdir(join(folder, "run", other.slice(0, 2)), { recursive: true });
    await copyFile(file, join(folder, "run", other.slice(0, 2), other));
    await mkdir(join(folder, "edition", KEY.slice(0, 2)), { recursive: true });
    await copyFile(file, join(folder, "edition", KEY.slice(0, 2), KEY));
    expect(await store.read("run", other)).toBeUndefined();
    expect(await store.read("edition", KEY)).toBeUndefined();
  });

  it("leaves whole entries only, with many writers at once", async () => {
    const store = openStore(folder);
    await Promise.all(Array.from({ length: 20 }, () => store.write("run", KEY, Buffer.alloc(100_000, "x"))));
    await onlyEntry();
    expect((await store.read("run", KEY))?.length).toBe(100_000);
  });

  it("does not fail a build when its folder cannot be written to", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const store = openStore(join(file, "below"));
    await store.write("run", KEY, Buffer.from("pages"));
    expect(await store.read("run", KEY)).toBeUndefined();
  });

  it("can be done without", async () => {
    await noStore.write("run", KEY, Buffer.from("pages"));
    expect(await noStore.read("run", KEY)).toBeUndefined();
  });
});

describe("a key", () => {
  it("tells parts apart by where they end", () => {
    expect(keyOf("ab", "c")).not.toBe(keyOf("a", "bc"));
  });
});
