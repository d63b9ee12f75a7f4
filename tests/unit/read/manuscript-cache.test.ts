import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/cache/store.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { ManuscriptSource } from "../../../src/model/manuscript.js";
import { cachedManuscript, rememberManuscripts } from "../../../src/read/manuscript-cache.js";
import { parseFile } from "../../../src/read/markdown/parse.js";
import { encodeParsed } from "../../../src/read/parsed-file.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "colophon-manuscripts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SOURCE: ManuscriptSource = {
  file: "one.md",
  text: "# One {#one .a .b}\n\nA note[^n] and <blink>this</blink>.\n\n```rust\nfn main() {}\n```\n\n[^n]: Its *text*.\n",
};

async function parse(source: ManuscriptSource) {
  const parsed = parseFile(source);
  return { parsed, encoded: encodeParsed(parsed) };
}

/** Reads a file through the cache and counts whether it was parsed. */
async function read(source: ManuscriptSource) {
  const diagnostics: Diagnostic[] = [];
  let parses = 0;
  const counted = async (source: ManuscriptSource) => {
    parses += 1;
    return parse(source);
  };
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const { whole, ...text } = await cachedManuscript(openStore(folder), source, counted, report);
  return { ...text, manuscript: await whole(), diagnostics, parses };
}

describe("the cache of parsed files", () => {
  it("gives the tree, the notes and the diagnostics that parsing gave", async () => {
    const first = await read(SOURCE);
    const again = await read(SOURCE);
    expect(first.parses).toBe(1);
    expect(first.diagnostics.map(({ code }) => code)).toEqual(["unsafe-html"]);
    expect(again).toEqual({ ...first, parses: 0 });
  });

  it.each([
    ["text", { ...SOURCE, text: `${SOURCE.text}More.\n` }],
    ["name, which diagnostics show", { ...SOURCE, file: "two.md" }],
    ["lines, which come from elsewhere", { ...SOURCE, origins: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13] }],
  ])("parses again a file with another %s", async (_, changed) => {
    await read(SOURCE);
    expect((await read(changed)).parses).toBe(1);
  });

  it("parses again when the entry is damaged", async () => {
    const first = await read(SOURCE);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const content = await readFile(path);
      content[content.length >> 1]! ^= 1;
      await writeFile(path, content);
    }
    expect(await read(SOURCE)).toEqual(first);
  });

  it("holds the trees in memory for who builds again and again, and for nobody else", async () => {
    const treeIn = async (store: Store) =>
      (await (await cachedManuscript(store, SOURCE, parse, () => undefined)).whole()).tree;
    const [once, kept] = [openStore(folder), openStore(folder)];
    rememberManuscripts(kept);
    expect(await treeIn(once)).not.toBe(await treeIn(once));
    expect(await treeIn(kept)).toBe(await treeIn(kept));
  });
});
