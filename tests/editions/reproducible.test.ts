/**
 * The same sources, the same bytes: in another folder and home, at another time and place, in
 * another language, from an empty cache or a warm one. Each build is a process of its own.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { readEpub } from "../support/epub.js";
import { readPdf } from "../support/pdf.js";
import { commandFile } from "../support/program.js";
import { shareBrowser } from "../support/shared-browser.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();
const run = promisify(execFile);
const BOOK = new URL("french-book/", import.meta.url);

/** What a machine may have of its own. */
async function machine(environment: Readonly<Record<string, string>>) {
  const home = await folders.make();
  await shareBrowser(join(home, ".cache/colophon"));
  const { PATH = "" } = process.env;
  return { PATH, HOME: home, TMPDIR: home, COLOPHON_BROWSER: "bundled", ...environment };
}

async function published(env: Readonly<Record<string, string>>, ...options: string[]) {
  const cwd = await folders.copyOf(BOOK);
  await run(process.execPath, [commandFile(), "build", ".", "-q", "-o", "o", ...options], {
    cwd,
    env,
  });
  const read = (name: string) => readFile(join(cwd, "o/french-book", name));
  return {
    print: await read("print.pdf"),
    ebook: await read("ebook.epub"),
    manifest: await readFile(join(cwd, "o/editions.json")),
  };
}

function hashes(files: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, hash(bytes)]));
}

it("the machine has no say in what is published", async () => {
  const here = await machine({ TZ: "UTC", LANG: "C" });
  const there = await machine({ TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
  const first = hashes(await published(here));
  expect(hashes(await published(there, "--jobs", "1")), "another machine").toEqual(first);
  expect(hashes(await published(there)), "a warm cache, another folder").toEqual(first);
  expect(hashes(await published(here, "--no-cache")), "without a cache").toEqual(first);
}, 300_000);

it("SOURCE_DATE_EPOCH dates both formats", async () => {
  const cwd = await folders.make({
    "publication.yaml": `title: Dates
language: en
bodymatter: [{ file: one.md }]
editions: { print: { format: pdf }, ebook: { format: epub, page-source: none } }
`,
    "content/one.md": "# One\n\nText.\n",
  });
  const env = await machine({ SOURCE_DATE_EPOCH: "1700000000", TZ: "Asia/Tokyo" });
  await run(process.execPath, [commandFile(), "build", ".", "-q", "-o", "o"], { cwd, env });
  const [print, ebook] = await Promise.all(
    ["print.pdf", "ebook.epub"].map((name) => readFile(join(cwd, "o", basename(cwd), name))),
  );
  const { information, xmp } = await readPdf(new Uint8Array(print!));
  expect(information).toMatchObject({ CreationDate: "D:20231114221320Z", ModDate: "D:20231114221320Z" });
  expect(xmp).toContain("<xmp:ModifyDate>2023-11-14T22:13:20Z</xmp:ModifyDate>");
  const epub = await readEpub(new Uint8Array(ebook!));
  const description = epub.read(epub.names.find((name) => name.endsWith(".opf"))!);
  expect(description).toContain('<meta property="dcterms:modified">2023-11-14T22:13:20Z</meta>');
}, 300_000);
