#!/usr/bin/env node
/**
 * `npm run bench [publication] [-- --rounds 3 --json file]`: how fast Colophon is beside its peers.
 * `npm run bench -- --catalogue 300`: a catalogue of small editions, see `catalogue.mjs`.
 *
 * Everything is measured in one run on one machine and in turns, as whole commands with
 * their start-up, and the medians are compared: ratios mean something, seconds do not.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  addPlainEbook,
  changeParagraph,
  copyBook,
  growChapter,
  multiplyBook,
  PLAIN_EBOOK,
} from "./books.mjs";
import { benchCatalogue, reportCatalogue } from "./catalogue.mjs";
import { measure, median } from "./measure.mjs";
import { findPeers } from "./peers.mjs";

const CLI = new URL("../../dist/lib/cli.js", import.meta.url).pathname;
const DEFAULT_BOOK = new URL("../../../shared/corpus/rust-book", import.meta.url).pathname;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    json: { type: "string", default: "dist/bench.json" },
    scale: { type: "string", default: "1,2,4" },
    catalogue: { type: "string" },
  },
});
if (values.catalogue !== undefined) {
  await runCatalogue(Number(values.catalogue));
  process.exit();
}
const source = resolve(positionals[0] ?? DEFAULT_BOOK);
if (!existsSync(source)) {
  console.error(`There is no publication at ${source}: npm run bench -- <folder>`);
  process.exit(2);
}
const rounds = Number(values.rounds);
const work = mkdtempSync(join(tmpdir(), "colophon-bench-"));
const environment = { COLOPHON_BROWSER: process.env.COLOPHON_BROWSER ?? "bundled" };

/** A browser that is unpacked already is taken from the user's own cache folder. */
async function runCatalogue(editions) {
  const folder = mkdtempSync(join(tmpdir(), "colophon-catalogue-"));
  const own = join(process.env.COLOPHON_CACHE ?? join(homedir(), ".cache", "colophon"), "browser");
  const environment = { COLOPHON_BROWSER: process.env.COLOPHON_BROWSER ?? "bundled" };
  const browser = existsSync(own) ? own : undefined;
  const result = await benchCatalogue({ cli: CLI, work: folder, editions, environment, browser });
  reportCatalogue(result);
  writeFileSync(resolve(values.json), `${JSON.stringify(result, null, 2)}\n`);
  rmSync(folder, { recursive: true, force: true });
}

/** Builds a publication with a cache folder of its own. */
async function build(folder, cache, options, sampling = {}) {
  const parts = [CLI, "build", folder, "--out", join(work, "out"), "--json", ...options];
  const result = await measure(process.execPath, parts, {
    env: { ...environment, COLOPHON_CACHE: join(work, cache) },
    ...sampling,
  });
  if (result.code !== 0) throw new Error(`colophon build failed:\n${result.output.slice(-2000)}`);
  const { editions } = JSON.parse(result.output.slice(result.output.indexOf("{")));
  return { ...result, pages: editions.find(({ format }) => format === "pdf")?.extent ?? 0 };
}

/** Seconds of each case, a list of rounds. */
const seconds = new Map();
const note = (name, value) => {
  seconds.set(name, [...(seconds.get(name) ?? []), value]);
  console.error(`${name.padEnd(44)} ${value.toFixed(2)} s`);
};

const print = ["--edition", "print"];
const ebook = ["--edition", PLAIN_EBOOK];
const book = copyBook(source, join(work, "book"));
addPlainEbook(book);
const peers = await findPeers(book, work, environment);
await build(book, "warm-up", print);
for (let round = 1; round <= rounds; round += 1) {
  const cache = `cache-${round}`;
  copyBrowser(cache);
  note("colophon, cold", (await build(book, cache, print)).seconds);
  note("colophon, nothing changed", (await build(book, cache, print)).seconds);
  changeParagraph(book, 10, round);
  note("colophon, a paragraph of chapter 10 changed", (await build(book, cache, print)).seconds);
  growChapter(book, 2, 2, round);
  note("colophon, chapter 2 grew by two pages", (await build(book, cache, print)).seconds);
  note("colophon, EPUB only, cold", (await build(book, `epub-${round}`, ebook)).seconds);
  changeParagraph(book, 11, round);
  note("colophon, EPUB only, a paragraph changed", (await build(book, `epub-${round}`, ebook)).seconds);
  for (const peer of peers) note(peer.name, (await peer.run()).seconds);
}

const scale = [];
for (const times of values.scale.split(",").map(Number)) {
  const folder = multiplyBook(source, join(work, `times-${times}`), times);
  copyBrowser(`scale-${times}`);
  const result = await build(folder, `scale-${times}`, print, { sampleEvery: 500 });
  scale.push({ times, pages: result.pages, seconds: result.seconds, peakMegabytes: result.peakMegabytes });
}

const medians = Object.fromEntries([...seconds].map(([name, list]) => [name, median(list)]));
report(medians, scale);
writeFileSync(
  resolve(values.json),
  `${JSON.stringify({ source, rounds, medians, all: Object.fromEntries(seconds), scale }, null, 2)}\n`,
);
rmSync(work, { recursive: true, force: true });

/** The unpacked browser is no part of what a cold build means. */
function copyBrowser(cache) {
  const browser = join(work, "warm-up", "browser");
  if (existsSync(browser)) copyBook(browser, join(work, cache, "browser"));
}

function report(medians, scale) {
  const pagedjs = medians["pagedjs-cli"];
  const pandoc = medians["pandoc, EPUB"];
  console.log(
    `\n| case | median of ${rounds}, seconds | beside pagedjs-cli | beside pandoc |\n| --- | ---: | ---: | ---: |`,
  );
  for (const [name, value] of Object.entries(medians)) {
    const times = (peer) => (peer && name.startsWith("colophon") ? `${(peer / value).toFixed(1)}×` : "");
    const epub = name.includes("EPUB");
    console.log(
      `| ${name} | ${value.toFixed(2)} | ${epub ? "" : times(pagedjs)} | ${epub ? times(pandoc) : ""} |`,
    );
  }
  console.log(
    "\n| book | pages | seconds | ms a page | peak MB, whole tree |\n| --- | ---: | ---: | ---: | ---: |",
  );
  for (const { times, pages, seconds: taken, peakMegabytes } of scale) {
    const each = ((taken / pages) * 1000).toFixed(1);
    console.log(`| ×${times} | ${pages} | ${taken.toFixed(1)} | ${each} | ${peakMegabytes.toFixed(0)} |`);
  }
}
