/** A catalogue in CI: shards, manifests, a comparison that writes nothing, and levels, with real editions. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { colophon, diagnosticsOf } from "../support/command-line.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();

function book(title: string, text: string): Record<string, string> {
  const yaml = `title: ${title}\nlanguage: en\ndate: 2026\nbodymatter: [{ file: a.md }]\n`;
  return { "publication.yaml": yaml, "content/a.md": `# One\n\n${text}\n` };
}

async function catalogue(): Promise<string> {
  const books = {
    alpha: book("Alpha", "Some text."),
    beta: book("Beta", `${"Many more words. ".repeat(200)}<script>x</script>`),
    gamma: { ...book("Gamma", "Text."), "publication.yaml": "title: [\n" },
    delta: { "publication.yaml": "title: Delta\nlanguage: en\nbodymatter: [{ file: gone.md }]\n" },
  };
  const files = Object.entries(books).flatMap(([id, each]) =>
    Object.entries(each).map(([name, text]) => [`${id}/${name}`, text] as const),
  );
  return folders.make(Object.fromEntries(files));
}

const ALL = ["alpha", "beta", "gamma", "delta"];
const manifestIn = (...path: string[]) => readFile(join(...path), "utf8");

describe("a catalogue", () => {
  let project: string;
  beforeAll(async () => {
    project = await catalogue();
    expect((await colophon(project, "build", ...ALL, "-q", "--no-cache", "-o", "one")).code).toBe(2);
  });

  it("has a manifest of everything that was made and found", async () => {
    const { editions, diagnostics } = JSON.parse(await manifestIn(project, "one/editions.json"));
    const rows = editions.map((each: Record<string, unknown>) =>
      [each.publication, each.edition, each.status, each.words, each.errors, each.warnings].join(" "),
    );
    expect(rows).toEqual([
      "alpha ebook published 3 0 0",
      "alpha print published 3 0 0",
      "beta ebook published 601 0 1",
      "beta print published 601 0 1",
      "delta ebook failed  1 0",
      "delta print failed  1 0",
    ]);
    expect(editions[1]).toMatchObject({
      artifact: { path: "alpha/print.pdf" },
      pages: 1,
      versions: { browser: expect.stringMatching(/^Chromium \d+$/), pagedjs: expect.stringMatching(/^0\.4/) },
    });
    // The ebook has the page numbers that this browser has made.
    expect(editions[0].versions).toEqual(editions[1].versions);
    expect(diagnostics).toMatchObject([{ publication: "gamma", code: "yaml-syntax" }]);
  });

  it("has the same files and the same manifest from three shards as from one build", async () => {
    const orders = [ALL, [...ALL].reverse(), ALL];
    for (const [index, order] of orders.entries()) {
      const part = `shards/${index + 1}`;
      await colophon(project, "build", ...order, "-q", "--no-cache", "-o", part, "--shard", `${index + 1}/3`);
    }
    const parts = [3, 1, 2].map((index) => `shards/${index}/editions.json`);
    const merged = await colophon(project, "manifest", ...parts, "-o", "shards/editions.json");
    expect(merged).toEqual({ code: 0, stdout: "shards/editions.json  6 editions\n", stderr: "" });
    expect(await manifestIn(project, "shards/editions.json")).toBe(
      await manifestIn(project, "one/editions.json"),
    );
    const { seconds } = JSON.parse(await manifestIn(project, "shards/editions.timings.json"));
    expect(Object.keys(seconds)).toHaveLength(6);
  });

  it("is not put together from shards of which one is missing", async () => {
    const run = await colophon(project, "manifest", "shards/1/editions.json", "-o", "half/editions.json");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("Shard 2/3 is missing");
    expect(await readdir(project)).not.toContain("half");
  });

  it("that is compared with what is published is current, and nothing is written", async () => {
    const before = await readdir(join(project, "one"), { recursive: true });
    const run = await colophon(project, "build", "alpha", "beta", "--check", "--no-cache", "-o", "one", "-q");
    expect(run.code).toBe(0);
    expect(await readdir(join(project, "one"), { recursive: true })).toEqual(before);
  });

  it("names what would change and what is missing, with size and hash", async () => {
    await rm(join(project, "one/alpha/print.pdf"));
    await writeFile(join(project, "one/alpha/ebook.epub"), "old");
    const run = await colophon(project, "build", "alpha", "--check", "--no-cache", "-o", "one", "--json");
    expect(run.code).toBe(1);
    expect(diagnosticsOf(run)).toEqual([
      expect.stringMatching(/^edition-missing: .*alpha\/print\.pdf` is not there; it would have \d+ bytes/),
      expect.stringMatching(
        /^edition-changed: .*ebook\.epub` would change from 3 bytes \(SHA-256 [0-9a-f]{12}…\) to \d+ bytes/,
      ),
    ]);
    expect(await readdir(join(project, "one/alpha"))).toEqual(["ebook.epub"]);
    expect(await readFile(join(project, "one/alpha/ebook.epub"), "utf8")).toBe("old");
  });
});

describe("a warning", () => {
  const build = (project: string, ...options: string[]) =>
    colophon(project, "build", "beta", "-e", "ebook", "-q", "--no-cache", "-o", "out", ...options);

  it("publishes nothing in a strict build", async () => {
    const project = await catalogue();
    expect((await build(project, "--strict")).code).toBe(1);
    expect(await readdir(project)).not.toContain("out");
    expect((await build(project, "--strict", "--level", "unsafe-html=warning")).code).toBe(0);
  });

  it("that a publication makes an error publishes nothing, and one that it turns off is not told", async () => {
    const project = await catalogue();
    const file = join(project, "beta/publication.yaml");
    const yaml = await readFile(file, "utf8");
    await writeFile(file, `${yaml}diagnostics: { unsafe-html: error }\n`);
    expect((await build(project)).code).toBe(1);
    expect(await readdir(project)).not.toContain("out");
    await writeFile(file, `${yaml}diagnostics: { unsafe-html: off }\n`);
    expect(await build(project)).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("SOURCE_DATE_EPOCH", () => {
  it("that is no number ends the build before it begins", async () => {
    const project = await catalogue();
    vi.stubEnv("SOURCE_DATE_EPOCH", "yesterday");
    try {
      const run = await colophon(project, "build", "alpha", "--json", "--no-cache", "-o", "out");
      expect(run.code).toBe(2);
      expect(diagnosticsOf(run)).toEqual([expect.stringMatching(/^bad-source-date: /)]);
      expect(await readdir(project)).not.toContain("out");
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe("a catalogue on five machines", () => {
  it("has the same manifest and the same files as on one", async () => {
    const names = Array.from({ length: 13 }, (_, index) => `title-${String(index).padStart(2, "0")}`);
    const project = await folders.make(
      Object.fromEntries(
        names.flatMap((name, index) => [
          [
            `${name}/publication.yaml`,
            `title: ${name}\nlanguage: en\ndate: 2026\nbodymatter: [{ file: a.md }]\neditions:\n  ebook: { format: epub }\n  large: { format: epub, title: "${name}, large" }\n`,
          ],
          [`${name}/content/a.md`, `# One\n\n${"Words and words. ".repeat(1 + ((index * 7) % 50))}\n`],
        ]),
      ),
    );
    const options = ["-q", "--no-cache", "--no-config"];
    expect((await colophon(project, "build", "title-*", ...options, "-o", "one")).code).toBe(0);
    const shards = [1, 2, 3, 4, 5];
    for (const shard of shards)
      await colophon(project, "build", "title-*", ...options, "-o", `part/${shard}`, "--shard", `${shard}/5`);
    const parts = [4, 2, 5, 1, 3].map((shard) => `part/${shard}/editions.json`);
    expect((await colophon(project, "manifest", ...parts, "-o", "part/editions.json")).code).toBe(0);
    expect(await manifestIn(project, "part/editions.json")).toBe(
      await manifestIn(project, "one/editions.json"),
    );
    const { editions } = JSON.parse(await manifestIn(project, "one/editions.json"));
    expect(editions).toHaveLength(26);
    const counts = await Promise.all(
      shards.map(
        async (shard) => JSON.parse(await manifestIn(project, `part/${shard}/editions.json`)).editions.length,
      ),
    );
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(26);
  }, 200_000);
});
