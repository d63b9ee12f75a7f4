/**
 * Hostile and broken inputs, one publication each, packed as ebooks: a correct edition or the
 * diagnostics that are said, in bounded time, with nothing from outside of its folder in it.
 */
import { mkdir, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { countingServer } from "../../support/counting-server.js";
import { readEpub } from "../../support/epub.js";
import { build } from "../../support/program.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { BASE, CANARY, type HostileCase, OUTSIDE, SERVER } from "./case.js";
import { DESCRIPTIONS } from "./descriptions.js";
import { HTML } from "./html.js";
import { IMAGES } from "./images.js";
import { PATHS } from "./paths.js";
import { TEXTS } from "./texts.js";

const CORPUS = { paths: PATHS, descriptions: DESCRIPTIONS, texts: TEXTS, images: IMAGES };
/** Milliseconds; a machine with other work to do takes several times what a case needs. */
const LONGEST = 60_000;

const folders = temporaryFolders();
const server = countingServer();
let outside: string;

beforeAll(async () => {
  outside = await folders.make({
    "secret.md": `# ${CANARY}\n`,
    "secret.bib": `@book{a, title = {${CANARY}}}`,
    "secret.csl": CANARY,
    "secret.svg": `<svg xmlns="http://www.w3.org/2000/svg"><text>${CANARY}</text></svg>`,
    "secret.png": CANARY,
    "one.md": `# ${CANARY}\n`,
  });
});

const placed = (content: string | Uint8Array) =>
  typeof content === "string"
    ? content.replaceAll(OUTSIDE, outside).replaceAll(SERVER, server.address())
    : content;

/** The publication lies two folders deep in one that has the canary, so that `../../` finds it. */
async function publicationOf({ files, links = {} }: HostileCase): Promise<string> {
  const isSummary = Object.keys(files).some((name) => name.endsWith("SUMMARY.md"));
  const all = Object.entries({ ...(isSummary ? {} : BASE), ...files }).map(([name, content]) => [
    `a/book/${name}`,
    placed(content),
  ]);
  const root = await folders.make({
    ...Object.fromEntries(all),
    "a/secret.md": CANARY,
    "secret.md": CANARY,
    "secret.png": CANARY,
    "a/secret.bib": CANARY,
    "a/secret.png": CANARY,
  });
  const book = join(root, "a", "book");
  for (const [name, target] of Object.entries(links)) {
    await mkdir(dirname(join(book, name)), { recursive: true });
    await symlink(placed(target) as string, join(book, name));
  }
  return book;
}

async function published(book: string) {
  const out = join(dirname(book), "out");
  const { editions, diagnostics } = await build({
    publications: [book],
    editions: ["ebook"],
    out,
    cache: "none",
    jobs: 1,
  });
  return { editions, said: diagnostics.flatMap((each) => each.diagnostics) };
}

describe.each(Object.entries(CORPUS))("hostile %s", (_, cases) => {
  test.each(cases)("$claim", async (each) => {
    const book = await publicationOf(each);
    const begun = performance.now();
    const { editions, said } = await published(book);
    const codes = new Set(said.map(({ code }) => code).filter((code) => code !== "unknown-edition"));
    expect([...codes].sort(), JSON.stringify(said).slice(0, 1000)).toEqual(each.said);
    expect(JSON.stringify(said)).not.toContain(CANARY);
    const fails = said.some(({ severity }) => severity === "error");
    expect(editions.map(({ status }) => status)).toEqual(
      fails ? editions.map(() => "failed") : ["published"],
    );
    for (const { path } of fails ? [] : editions) {
      const { readFile } = await import("node:fs/promises");
      const epub = await readEpub(new Uint8Array(await readFile(path!)));
      const content = epub.names.map((name) => epub.read(name)).join("\n");
      expect(content).not.toContain(CANARY);
      expect(content).not.toMatch(/<script|<iframe|EVIL\(\)"|="javascript:/);
      if (each.shows !== undefined) expect(epub.texts.join("\n")).toContain(each.shows);
    }
    expect(performance.now() - begun).toBeLessThan(LONGEST);
    await rm(dirname(dirname(book)), { recursive: true, force: true });
  });
});

describe("the corpus", () => {
  test("has at least a hundred and fifty cases, each with a name of its own", () => {
    const claims = Object.values(CORPUS).flatMap((cases) => cases.map(({ claim }) => claim));
    expect(claims.length + HTML.length).toBeGreaterThanOrEqual(150);
    expect(new Set(claims).size).toBe(claims.length);
  });

  test("makes nobody ask for anything", () => {
    expect(server.requests()).toEqual([]);
  });
});
