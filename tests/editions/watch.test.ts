import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BuildResult } from "../../src/model/build.js";
import { watchBuild } from "../../src/watch/watch-build.js";
import { colophon } from "../support/command-line.js";
import { readEpub } from "../support/epub.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();
const YAML = `title: A book
language: en
date: 2026-01-01
bodymatter: [{ file: one.md }]
editions: { ebook: { format: epub } }
`;

describe("build --watch", () => {
  it("publishes again after every save, and keeps the last good edition while there are errors", async () => {
    const folder = await folders.make({
      "publication.yaml": YAML,
      "content/one.md": "# One\n\nFirst words.\n",
    });
    const out = await folders.make();
    const ended = new AbortController();
    const results: { result: BuildResult; changed: readonly string[] }[] = [];
    let wake = () => {};
    const watching = watchBuild({ publications: [folder], out, cache: "none" }, ended.signal, {
      async onResult(result, changed) {
        results.push({ result, changed });
        wake();
      },
      onError: (error) => {
        throw error;
      },
    });
    /** The next result for which something holds: a slow save may be seen in two goes. */
    const next = async (holds: (result: BuildResult) => unknown = () => true) => {
      for (;;) {
        const each = results.shift();
        if (each && holds(each.result)) return each;
        if (!each) await new Promise<void>((resolve) => (wake = resolve));
      }
    };
    const codes = ({ diagnostics }: BuildResult) =>
      diagnostics.flatMap((each) => each.diagnostics.map(({ code }) => code));
    const words = async (path: string) => (await readEpub(await readFile(path))).texts.join(" ");
    const first = await next();
    const path = first.result.editions[0]!.path!;
    expect(first.changed).toEqual([]);
    expect(await words(path)).toContain("First words.");

    await writeFile(join(folder, "content/one.md"), "# One\n\nOther words.\n");
    const second = await next();
    expect(second.changed).toEqual(["content/one.md"]);
    expect(await words(path)).toContain("Other words.");

    const before = (await stat(path)).mtimeMs;
    await writeFile(join(folder, "publication.yaml"), YAML.replace("title:", "titel:"));
    await next((result) => codes(result).includes("unknown-key"));
    expect((await stat(path)).mtimeMs).toBe(before);

    await writeFile(join(folder, "publication.yaml"), YAML.replace("A book", "Another book"));
    await next((result) => result.editions[0]?.status === "published");
    expect((await stat(path)).mtimeMs).toBeGreaterThan(before);
    ended.abort();
    await watching;
  });
});

describe("the command colophon preview", () => {
  it("asks for a name where there are several publications", async () => {
    const folder = await folders.make({
      "content/a/publication.yaml": YAML,
      "content/b/publication.yaml": YAML,
    });
    const { code, stderr } = await colophon(folder, "preview");
    expect(code).toBe(2);
    expect(stderr).toContain("several-publications");
    expect(stderr).toContain("colophon preview content/a");
  });

  it("says what is wrong when there is nothing to show, or no such edition", async () => {
    const folder = await folders.make({ "publication.yaml": YAML, "content/one.md": "# One\n" });
    const nothing = await colophon(folder, "preview", "elsewhere");
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining("publication-not-found")]);
    const wrong = await colophon(folder, "preview", ".", "--edition", "ebok");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("Did you mean `ebook`?")]);
  });

  it("wants a port that can be", async () => {
    const { code, stderr } = await colophon(".", "preview", "--port", "99999");
    expect([code, stderr]).toEqual([2, expect.stringContaining("from 1 to 65535")]);
  });
});
