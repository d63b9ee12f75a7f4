import { appendFile, chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findBrowser } from "../../src/formats/pdf/paginate/browser/find.js";
import { browserIdentity } from "../../src/formats/pdf/paginate/browser/identity.js";
import { build } from "../support/program.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`;
const WORDS = "Some words to fill the lines of a page with, so that there is something to lay out. ";
const chapter = (title: string) => `# ${title}\n\n${`${WORDS.repeat(6)}\n\n`.repeat(12)}`;

let folder: string;
let cache: string;
let out: string;

beforeAll(async () => {
  cache = await folders.make();
  out = await folders.make();
  // The browser that is unpacked already, not one more in this cache.
  vi.stubEnv("COLOPHON_BROWSER", (await findBrowser()).executablePath);
  vi.stubEnv("COLOPHON_CACHE", cache);
  folder = await folders.make({
    "publication.yaml": `title: Three chapters
language: en
date: 2026-01-01
theme: novel
frontmatter: [{ role: titlepage }, { role: toc }]
bodymatter: [{ file: one.md }, { file: two.md }, { file: three.md }]
editions:
  print: { format: pdf, trim: a6 }
`,
    "content/one.md": chapter("One"),
    "content/two.md": chapter("Two"),
    "content/three.md": `${chapter("Three")}\n![A corner](corner.svg)\n`,
    "content/corner.svg": PICTURE,
  });
});

afterAll(() => {
  vi.unstubAllEnvs();
});

async function publish(options: { cache?: "none"; jobs?: number } = {}): Promise<Buffer> {
  const { editions, diagnostics } = await build({ publications: [folder], out, ...options });
  expect(
    diagnostics.flatMap((each) => each.diagnostics).filter(({ severity }) => severity === "error"),
  ).toEqual([]);
  return readFile(editions[0]!.path!);
}

/** How many runs a build lays out: each leaves an entry in the cache. */
function runsLaidOut(change: () => Promise<unknown>): Promise<number> {
  return entriesMade("run", change);
}

async function entriesMade(kind: string, change: () => Promise<unknown>): Promise<number> {
  const entries = async () =>
    (await readdir(join(cache, kind), { recursive: true })).filter((name) => /\w{64}$/.test(name));
  const known = new Set(await entries().catch(() => []));
  await change();
  return (await entries()).filter((name) => !known.has(name)).length;
}

describe("a build after a build", () => {
  it("lays out the title page, the contents and each chapter once, the contents again with their folios", async () => {
    expect(await runsLaidOut(() => publish())).toBe(6);
  });

  it("without changes lays out nothing and gives the same bytes", async () => {
    const first = await publish();
    expect(await runsLaidOut(publish)).toBe(0);
    expect((await publish()).equals(first)).toBe(true);
  });

  it("after a changed paragraph lays out its chapter only", async () => {
    const file = join(folder, "content/two.md");
    await writeFile(file, (await readFile(file, "utf8")).replace("Some words", "Other words"));
    expect(await runsLaidOut(publish)).toBe(1);
  });

  it("after a changed paragraph composes and writes its section only, and gives the bytes of a cold build", async () => {
    const file = join(folder, "content/three.md");
    await writeFile(file, (await readFile(file, "utf8")).replace("Some words", "Other words"));
    let changed: Buffer | undefined;
    // What is known of the section, and the document of its run.
    expect(
      await entriesMade("section", async () => {
        changed = await publish();
      }),
    ).toBe(2);
    expect((await publish({ cache: "none" })).equals(changed!)).toBe(true);
  });

  it("after a changed heading writes all documents anew, and lays out its chapter and the contents", async () => {
    const file = join(folder, "content/three.md");
    await writeFile(file, (await readFile(file, "utf8")).replace("# Three", "# The Third"));
    expect(await runsLaidOut(publish)).toBe(2);
  });

  it("after a chapter has grown by two pages renumbers the next ones and lays out the contents again", async () => {
    await appendFile(join(folder, "content/one.md"), `${WORDS.repeat(6)}\n\n`.repeat(4));
    expect(await runsLaidOut(publish)).toBe(2);
  });

  it("after a changed picture lays out the chapter that shows it", async () => {
    await writeFile(join(folder, "content/corner.svg"), PICTURE.replace("9z", "8z"));
    expect(await runsLaidOut(publish)).toBe(1);
  });

  it("gives the same bytes as one without a cache, and with four workers", async () => {
    const warm = await publish();
    expect((await publish({ cache: "none", jobs: 1 })).equals(warm)).toBe(true);
    expect((await publish({ cache: "none", jobs: 4 })).equals(warm)).toBe(true);
  });

  it("after a changed style sheet lays out everything", async () => {
    await mkdir(join(folder, "styles"), { recursive: true });
    await writeFile(join(folder, "styles/print.css"), "p { color: #222 }\n");
    expect(await runsLaidOut(publish)).toBe(5);
  });

  it("with a damaged cache makes again what is damaged", async () => {
    const good = await publish();
    await rm(join(cache, "edition"), { recursive: true });
    const run = join(cache, "run");
    for (const name of await readdir(run, { recursive: true })) {
      if (/\w{64}$/.test(name)) await writeFile(join(run, name), "nothing of use");
    }
    expect((await publish()).equals(good)).toBe(true);
  });
});

describe("a finished edition that is kept", () => {
  it("is made anew with another version of the browser, but for an ebook that has nothing of it", async () => {
    const project = await folders.make({
      "book/publication.yaml":
        "title: A Book\nlanguage: en\ndate: 2026\nbodymatter: [{ file: one.md }]\neditions:\n  print: { format: pdf }\n  ebook: { format: epub, page-source: none }\n",
      "book/content/one.md": "# One\n\nText.\n",
      browser: `#!/bin/sh\nexec "${process.env.COLOPHON_BROWSER}" "$@"\n`,
    });
    const browser = join(project, "browser");
    await chmod(browser, 0o755);
    const own = process.env.COLOPHON_BROWSER;
    vi.stubEnv("COLOPHON_BROWSER", browser);
    const reused = async () => {
      const { editions } = await build({ publications: [join(project, "book")], out: join(project, "out") });
      return editions.map(({ edition, status, reused = false }) => [edition, status, reused].join(" "));
    };
    try {
      expect(await reused()).toEqual(["print published false", "ebook published false"]);
      expect(await reused()).toEqual(["print published true", "ebook published true"]);
      await appendFile(browser, "# another version\n");
      const layouts = await runsLaidOut(async () => {
        expect(await reused()).toEqual(["print published false", "ebook published true"]);
      });
      expect(layouts).toBe(1);
      expect(await reused()).toEqual(["print published true", "ebook published true"]);
    } finally {
      vi.stubEnv("COLOPHON_BROWSER", own);
    }
  });

  it("is known without unpacking the bundled browser", async () => {
    const empty = await folders.make();
    const environment = { COLOPHON_BROWSER: "bundled", COLOPHON_CACHE: empty };
    expect(await browserIdentity(environment)).toMatch(/^bundled \d+\./);
    expect(await readdir(empty)).toEqual([]);
    expect(await browserIdentity({ COLOPHON_BROWSER: join(empty, "gone") })).toBe("");
  });
});
