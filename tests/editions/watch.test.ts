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

/** Builds whenever something is saved; `next` waits for a build for which something holds: a slow save may be seen in two goes. */
function watching(folder: string, out: string) {
  const ended = new AbortController();
  const results: { result: BuildResult; changed: readonly string[] }[] = [];
  let wake = () => {};
  const done = watchBuild({ publications: [folder], out, cache: "none" }, ended.signal, {
    async onResult(result, changed) {
      results.push({ result, changed });
      wake();
    },
    onError: (error) => {
      throw error;
    },
  });
  return {
    async next(holds: (result: BuildResult) => unknown = () => true) {
      for (;;) {
        const each = results.shift();
        if (each && (await holds(each.result))) return each;
        if (!each) await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    async end() {
      ended.abort();
      await done;
    },
  };
}

describe("build --watch", () => {
  it("publishes again after every save, and keeps the last good edition while there are errors", async () => {
    const folder = await folders.make({
      "publication.yaml": YAML,
      "content/one.md": "# One\n\nFirst words.\n",
    });
    const { next, end } = watching(folder, await folders.make());
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
    await end();
  });

  it("sees fonts, styles of citations and rows of data that change, as it sees texts", async () => {
    const folder = await folders.make({
      "publication.yaml": `title: A book
language: en
date: 2026-01-01
bibliography: works.json
csl: own.csl
bodymatter: [{ file: one.md }]
editions:
  ebook:
    format: epub
    embed-fonts: subset
    for-each: { data: rows.csv }
    id: ebook
    title: "Fens of {{town}}"
`,
      "content/one.md": "# One\n\nThey bend [@reed].\n",
      "rows.csv": "town\nFenwick\n",
      "works.json": '[{ "id": "reed", "type": "book", "title": "Marsh", "author": [{ "family": "Reed" }] }]',
      "own.csl": citing("author"),
      "styles/print.css": '@import "../fonts/own.css";\n',
      "styles/epub.css": 'body { font-family: "Own" }\n',
      "fonts/own.css": '@font-face { font-family: "Own"; src: url(own.woff2) format("woff2"); }\n',
      "fonts/own.woff2": await serif("400"),
    });
    const { next, end } = watching(folder, await folders.make());
    const shows = (words: string) => async (result: BuildResult) => {
      const path = result.editions[0]?.path;
      if (path === undefined) return false;
      const { read, packagePath, texts } = await readEpub(await readFile(path));
      return [read(packagePath), ...texts].join(" ").includes(words);
    };
    const first = await next(shows("They bend (Reed)."));
    await writeFile(join(folder, "rows.csv"), "town\nMarlow\n");
    await next(shows("Fens of Marlow"));
    await writeFile(join(folder, "own.csl"), citing("title"));
    await next(shows("They bend (Marsh)."));
    await writeFile(join(folder, "fonts/own.woff2"), await serif("700"));
    const has = (font: string) => (result: BuildResult) => result.editions[0]!.fonts!.includes(font);
    expect(has("SourceSerif4-Regular")(first.result)).toBe(true);
    await next(has("SourceSerif4-Bold"));
    await end();
  });
});

async function serif(weight: string): Promise<Uint8Array> {
  const fonts = "../../node_modules/@fontsource/source-serif-4/files";
  return readFile(join(import.meta.dirname, fonts, `source-serif-4-latin-${weight}-normal.woff2`));
}

/** A style that cites a work by one thing, in brackets. */
function citing(what: "author" | "title"): string {
  const shown = what === "author" ? '<names variable="author"/>' : '<text variable="title"/>';
  return `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="(" suffix=")">${shown}</layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography>
</style>`;
}

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
