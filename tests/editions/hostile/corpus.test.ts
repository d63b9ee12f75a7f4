/**
 * Hostile and broken inputs, one publication each, packed as ebooks in one build, so that none may spoil
 * another: a correct edition or the diagnostics that are said, in bounded time, with nothing from outside
 * of its folder in it.
 */
import { mkdir, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { BuildResult } from "../../../src/model/build.js";
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
const CASES: readonly HostileCase[] = Object.values(CORPUS).flat();
/** Seconds; a machine with other work to do takes several times what a case needs. */
const LONGEST = 60;

const folders = temporaryFolders();
const server = countingServer();
let outside: string;
let result: BuildResult;
let books: readonly string[];

beforeAll(async () => {
  outside = await folders.make({
    "secret.md": `# ${CANARY}\n`,
    "secret.bib": `@book{a, title = {${CANARY}}}`,
    "secret.csl": CANARY,
    "secret.svg": `<svg xmlns="http://www.w3.org/2000/svg"><text>${CANARY}</text></svg>`,
    "secret.png": CANARY,
    "one.md": `# ${CANARY}\n`,
  });
  books = await Promise.all(CASES.map(publicationOf));
  const out = await folders.make();
  result = await build({ publications: books, editions: ["ebook"], out, cache: "none", jobs: 1 });
});

const placed = (content: string | Uint8Array) =>
  typeof content === "string"
    ? content.replaceAll(OUTSIDE, outside).replaceAll(SERVER, server.address())
    : content;

/** The publication lies two folders deep in one that has the canary, so that `../../` finds it. */
async function publicationOf({ files, links = {} }: HostileCase, index: number): Promise<string> {
  const isSummary = Object.keys(files).some((name) => name.endsWith("SUMMARY.md"));
  const all = Object.entries({ ...(isSummary ? {} : BASE), ...files }).map(([name, content]) => [
    `a/book-${index}/${name}`,
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
  const book = join(root, "a", `book-${index}`);
  for (const [name, target] of Object.entries(links)) {
    await mkdir(dirname(join(book, name)), { recursive: true });
    await symlink(placed(target) as string, join(book, name));
  }
  return book;
}

describe.each(Object.entries(CORPUS))("hostile %s", (_, cases) => {
  test.each<HostileCase>(cases)("$claim", async (each) => {
    const book = books[CASES.indexOf(each)]!;
    const editions = result.editions.filter(({ publication }) => publication === basename(book));
    const said = result.diagnostics.filter(({ root }) => root === book).flatMap((found) => found.diagnostics);
    const codes = new Set(said.map(({ code }) => code));
    expect([...codes].sort(), JSON.stringify(said).slice(0, 1000)).toEqual(each.said);
    expect(JSON.stringify(said)).not.toContain(CANARY);
    const fails = said.some(({ severity }) => severity === "error");
    expect(editions.map(({ status }) => status)).toEqual(
      fails ? editions.map(() => "failed") : ["published"],
    );
    for (const { path, seconds } of editions) {
      expect(seconds).toBeLessThan(LONGEST);
      if (fails) continue;
      const epub = await readEpub(new Uint8Array(await readFile(path!)));
      const content = epub.names.map((name) => epub.read(name)).join("\n");
      expect(content).not.toContain(CANARY);
      expect(content).not.toMatch(/<script|<iframe|EVIL\(\)"|="javascript:/);
      if (each.shows !== undefined) expect(epub.texts.join("\n")).toContain(each.shows);
    }
  });
});

describe("the corpus", () => {
  test("has at least a hundred and fifty cases, each with a name of its own", () => {
    const claims = CASES.map(({ claim }) => claim);
    expect(claims.length + HTML.length).toBeGreaterThanOrEqual(150);
    expect(new Set(claims).size).toBe(claims.length);
  });

  test("makes nobody ask for anything", () => {
    expect(server.requests()).toEqual([]);
  });

  test("is built as a catalogue in which nothing else is wrong", () => {
    expect(result.diagnostics.filter(({ root }) => !books.includes(root))).toEqual([]);
  });
});
