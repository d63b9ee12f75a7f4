import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { limited } from "../../../src/cache/automatic.js";
import { cacheFiles } from "../../../src/cache/contents.js";
import { isDue } from "../../../src/cache/programs.js";
import { prune, total } from "../../../src/cache/prune.js";
import { cacheLimit, DEFAULT_CACHE_SIZE, parseAge, parseSize } from "../../../src/cache/sizes.js";
import { keyOf, openStore } from "../../../src/cache/store.js";
import { writeBehind } from "../../../src/cache/write-behind.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const KB = new Uint8Array(1000 - 32);
const DAY = 86_400;
const NOW = Date.UTC(2026, 0, 31);

/** A cache with an entry of 1000 bytes for each name, last used so many days ago. */
async function cacheWith(ages: Readonly<Record<string, number>>, kind: "run" | "history" = "run") {
  const folder = await folders.make();
  const store = openStore(folder);
  for (const [name, days] of Object.entries(ages)) {
    await store.write(kind, keyOf(name), KB);
    await usedAgo(folder, kind, name, days);
  }
  return folder;
}

async function usedAgo(folder: string, kind: string, name: string, days: number) {
  const key = keyOf(name);
  const time = NOW / 1000 - days * DAY;
  await utimes(join(folder, kind, key.slice(0, 2), key), time, time);
}

async function left(folder: string, names: readonly string[]): Promise<string[]> {
  const paths = (await cacheFiles(folder)).map((each) => each.path);
  return names.filter((name) => paths.some((path) => path.endsWith(keyOf(name))));
}

describe("pruning a cache", () => {
  it("to a size removes what was used least recently, and no more than it must", async () => {
    const folder = await cacheWith({ old: 9, older: 10, new: 1 });
    const { removed } = await prune(folder, { maxSize: 2000, now: NOW });
    expect(removed).toHaveLength(1);
    expect(await left(folder, ["old", "older", "new"])).toEqual(["old", "new"]);
  });

  it("to an age removes what nobody has used since", async () => {
    const folder = await cacheWith({ a: 31, b: 29, c: 0 });
    await prune(folder, { maxAge: 30 * DAY, now: NOW });
    expect(await left(folder, ["a", "b", "c"])).toEqual(["b", "c"]);
  });

  it("takes what only other versions of the program have used first, and all of it", async () => {
    const folder = await cacheWith({ a: 9, b: 8, c: 2, d: 1 });
    await prune(folder, { maxSize: 3500, since: NOW - 3 * DAY * 1000, now: NOW });
    expect(await left(folder, ["a", "b", "c", "d"])).toEqual(["c", "d"]);
  });

  it("leaves other versions' entries alone as long as there is room", async () => {
    const folder = await cacheWith({ a: 9, b: 1 });
    await prune(folder, { maxSize: 2000, since: NOW, now: NOW });
    expect(await left(folder, ["a", "b"])).toEqual(["a", "b"]);
  });

  it("does not count what is known of editions to a version", async () => {
    const folder = await cacheWith({ a: 9 }, "history");
    const store = openStore(folder);
    await store.write("run", keyOf("b"), KB);
    await prune(folder, { maxSize: 1500, since: NOW, now: NOW });
    expect((await cacheFiles(folder)).map((each) => each.kind)).toEqual(["run"]);
  });

  it("keeps an entry that was read a moment ago", async () => {
    const folder = await cacheWith({ a: 9, b: 8 });
    await openStore(folder).read("run", keyOf("a"));
    await prune(folder, { maxSize: 1000, now: Date.now() });
    expect(await left(folder, ["a", "b"])).toEqual(["a"]);
  });

  it("touches no file that is not the cache's", async () => {
    const folder = await cacheWith({ a: 9 });
    await mkdir(join(folder, "letters/ab"), { recursive: true });
    await writeFile(join(folder, "letters/ab/dear.txt"), "Dear");
    await writeFile(join(folder, "notes.txt"), "mine");
    await prune(folder, { maxAge: 0, now: Number.POSITIVE_INFINITY });
    expect(await readFile(join(folder, "letters/ab/dear.txt"), "utf8")).toBe("Dear");
    expect(await readFile(join(folder, "notes.txt"), "utf8")).toBe("mine");
    expect(await cacheFiles(folder)).toEqual([]);
  });

  it("by several at once ends with what one would leave, and fails for none", async () => {
    const ages = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`entry ${index}`, index + 1]));
    const folder = await cacheWith(ages);
    await Promise.all([1, 2, 3].map(() => prune(folder, { maxSize: 20_000, now: NOW })));
    expect(total(await cacheFiles(folder))).toBe(20_000);
    expect(await left(folder, ["entry 0", "entry 19", "entry 20"])).toEqual(["entry 0", "entry 19"]);
  });

  it("under a reader makes a miss, not a fault", async () => {
    const folder = await cacheWith({ a: 9 });
    const store = openStore(folder);
    const reads = Array.from({ length: 20 }, () => store.read("run", keyOf("a")));
    await prune(folder, { maxAge: 0, now: Number.POSITIVE_INFINITY });
    for (const read of await Promise.all(reads)) expect(read === undefined || read.length === 968).toBe(true);
    await prune(folder, { maxAge: 0, now: Number.POSITIVE_INFINITY });
    expect(await store.read("run", keyOf("a"))).toBeUndefined();
  });

  it("removes drafts that a stopped build has left, not those being written", async () => {
    const folder = await cacheWith({ a: 1 });
    const shelf = join(folder, "run", keyOf("a").slice(0, 2));
    await writeFile(join(shelf, `${keyOf("a")}.1.tmp`), "old");
    await utimes(join(shelf, `${keyOf("a")}.1.tmp`), NOW / 1000 - 7200, NOW / 1000 - 7200);
    await writeFile(join(shelf, `${keyOf("a")}.2.tmp`), "new");
    await prune(folder, { maxSize: 0, now: NOW });
    expect(await readdir(shelf)).toEqual([`${keyOf("a")}.2.tmp`]);
  });
});

describe("the limit of a cache", () => {
  it("is kept at the end of a build that has added to it", async () => {
    const folder = await cacheWith({ a: 9, b: 8 });
    const environment = { COLOPHON_CACHE: folder, COLOPHON_CACHE_SIZE: "1KB" };
    const store = limited(writeBehind(openStore(folder)), environment);
    await store.write("run", keyOf("c"), KB);
    await store.tidy();
    expect(await left(folder, ["a", "b", "c"])).toEqual(["c"]);
  });

  it("is not looked at by a build that has added nothing", async () => {
    const folder = await cacheWith({ a: 9, b: 8 });
    const store = limited(writeBehind(openStore(folder)), {
      COLOPHON_CACHE: folder,
      COLOPHON_CACHE_SIZE: "1KB",
    });
    await store.read("run", keyOf("a"));
    await store.tidy();
    expect(await left(folder, ["a", "b"])).toEqual(["a", "b"]);
  });

  it("is looked at once a minute at most", async () => {
    const folder = await folders.make({ "records/x": "" });
    expect(await isDue(folder, 60_000, NOW)).toBe(true);
    expect(await isDue(folder, 60_000, NOW + 59_000)).toBe(false);
    expect(await isDue(folder, 60_000, NOW + 61_000)).toBe(true);
  });

  it("is 2 GB unless COLOPHON_CACHE_SIZE says another", () => {
    expect(cacheLimit({})).toBe(DEFAULT_CACHE_SIZE);
    expect(cacheLimit({ COLOPHON_CACHE_SIZE: "500MB" })).toBe(500_000_000);
    expect(cacheLimit({ COLOPHON_CACHE_SIZE: "0" })).toBe(Number.POSITIVE_INFINITY);
    expect(cacheLimit({ COLOPHON_CACHE_SIZE: "much" })).toBeUndefined();
  });
});

describe("sizes and ages", () => {
  it.each([
    ["2GB", 2e9],
    ["1.5 gib", 1.5 * 1024 ** 3],
    ["10k", 10_000],
    ["7", 7],
  ])("%s is a size", (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each(["", "GB", "-1MB", "2 apples", "1.GB"])("“%s” is none", (text) =>
    expect(parseSize(text)).toBeUndefined(),
  );

  it("of days, weeks and hours are told apart", () => {
    expect([parseAge("2w"), parseAge("30d"), parseAge("12h"), parseAge("5")]).toEqual([
      14 * DAY,
      30 * DAY,
      DAY / 2,
      undefined,
    ]);
  });
});
