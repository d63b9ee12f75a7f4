#!/usr/bin/env node
/**
 * `npm run bench [publication] [-- --rounds 3 --json file]`: how fast Colophon is beside its peers.
 * `npm run bench -- --catalogue 300`: a catalogue of small editions, see `catalogue.mjs`.
 * `npm run bench -- --quality [publication or PDF]…`: how pages end, see `quality.mjs`.
 *
 * Everything is measured in one run on one machine and in turns, as whole commands with
 * their start-up, and the medians are compared: ratios mean something, seconds do not.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
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
import { findPeers, OWN_PAGES } from "./peers.mjs";
import { measurePages, reportQuality } from "./quality.mjs";

const CLI = new URL("../../dist/lib/cli.js", import.meta.url).pathname;
const COLD = "colophon, cold";
const DEFAULT_BOOK = new URL("../../../shared/corpus/rust-book", import.meta.url).pathname;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    json: { type: "string", default: "dist/bench.json" },
    scale: { type: "string", default: "1,2,4" },
    catalogue: { type: "string" },
    quality: { type: "boolean", default: false },
  },
});
if (values.catalogue !== undefined) {
  await inFolder("catalogue", (folder) => runCatalogue(Number(values.catalogue), folder));
  process.exit();
}
if (values.quality) {
  const sources = positionals.length > 0 ? positionals : [DEFAULT_BOOK];
  await inFolder("quality", (folder) => runQuality(sources, folder));
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

/** Gives work a folder of its own, which goes when it ends, however it does. */
async function inFolder(name, work) {
  const folder = mkdtempSync(join(tmpdir(), `colophon-${name}-`));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** PDFs as they are; of publications, their first PDF edition. */
async function runQuality(sources, folder) {
  const books = [];
  for (const source of sources) {
    const file = source.endsWith(".pdf") ? source : await printOf(resolve(source), folder);
    books.push({ name: basename(source), ...(await measurePages(file)) });
  }
  reportQuality(books);
  writeFileSync(resolve(values.json), `${JSON.stringify(books, null, 2)}\n`);
}

async function printOf(publication, folder) {
  const out = mkdtempSync(join(folder, "out-"));
  const result = await measure(process.execPath, [CLI, "build", publication, "--out", out, "--json"], {
    env: { COLOPHON_BROWSER: process.env.COLOPHON_BROWSER ?? "bundled" },
  });
  const { editions } = JSON.parse(result.output.slice(result.output.indexOf("{")));
  return join(out, editions.find(({ format }) => format === "pdf").file);
}

/** A browser that is unpacked already is taken from the user's own cache folder. */
async function runCatalogue(editions, folder) {
  const own = join(process.env.COLOPHON_CACHE ?? join(homedir(), ".cache", "colophon"), "browser");
  const environment = { COLOPHON_BROWSER: process.env.COLOPHON_BROWSER ?? "bundled" };
  const browser = existsSync(own) ? own : undefined;
  const result = await benchCatalogue({ cli: CLI, work: folder, editions, environment, browser });
  reportCatalogue(result);
  writeFileSync(resolve(values.json), `${JSON.stringify(result, null, 2)}\n`);
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

/** Of the browsers, in their own way of printing and ours: processor seconds and pages, a list of rounds. */
const browsers = new Map();
const noteBrowser = (name, { belowSeconds, pages }) =>
  browsers.set(name, [...(browsers.get(name) ?? []), { belowSeconds, pages }]);

const print = ["--edition", "print"];
const ebook = ["--edition", PLAIN_EBOOK];
const book = copyBook(source, join(work, "book"));
addPlainEbook(book);
const peers = await findPeers(book, work, environment);
await build(book, "warm-up", print);
for (let round = 1; round <= rounds; round += 1) {
  const cache = `cache-${round}`;
  copyBrowser(cache);
  const cold = await build(book, cache, print);
  note(COLD, cold.seconds);
  noteBrowser(COLD, cold);
  note("colophon, nothing changed", (await build(book, cache, print)).seconds);
  changeParagraph(book, 10, round);
  note("colophon, a paragraph of chapter 10 changed", (await build(book, cache, print)).seconds);
  growChapter(book, 2, 2, round);
  note("colophon, chapter 2 grew by two pages", (await build(book, cache, print)).seconds);
  note("colophon, EPUB only, cold", (await build(book, `epub-${round}`, ebook)).seconds);
  changeParagraph(book, 11, round);
  note("colophon, EPUB only, a paragraph changed", (await build(book, `epub-${round}`, ebook)).seconds);
  for (const peer of peers) {
    const result = await peer.run();
    note(peer.name, result.seconds);
    if (peer.name === OWN_PAGES) noteBrowser(OWN_PAGES, result);
  }
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
reportBrowsers();
writeFileSync(
  resolve(values.json),
  `${JSON.stringify({ source, rounds, medians, all: Object.fromEntries(seconds), browsers: Object.fromEntries(browsers), scale }, null, 2)}\n`,
);
rmSync(work, { recursive: true, force: true });

/** The unpacked browser is no part of what a cold build means. */
function copyBrowser(cache) {
  const browser = join(work, "warm-up", "browser");
  if (existsSync(browser)) copyBook(browser, join(work, cache, "browser"));
}

function report(medians, scale) {
  const faster = (peer, value) => (peer / value).toFixed(1);
  const columns = [
    { peer: "pagedjs-cli", says: "faster than pagedjs-cli", ratio: faster },
    { peer: "pandoc, EPUB", says: "faster than pandoc", ratio: faster },
    { peer: OWN_PAGES, says: `of ${OWN_PAGES}`, ratio: (peer, value) => (value / peer).toFixed(2) },
  ];
  console.log(
    `\n| case | median of ${rounds}, seconds | ${columns.map(({ says }) => says).join(" | ")} |\n| --- | ---: | ---: | ---: | ---: |`,
  );
  for (const [name, value] of Object.entries(medians)) {
    const beside = columns.map(({ peer, ratio }) => {
      const isAlike = name.startsWith("colophon") && name.includes("EPUB") === peer.includes("EPUB");
      return isAlike && medians[peer] ? `${ratio(medians[peer], value)}×` : "";
    });
    console.log(`| ${name} | ${value.toFixed(2)} | ${beside.join(" | ")} |`);
  }
  console.log(
    "\n| book | pages | seconds | ms a page | beside the first | peak MB, whole tree | beside the first |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  const [first] = scale;
  const each = ({ seconds: taken, pages }) => (taken / pages) * 1000;
  for (const row of scale) {
    const ofTime = (each(row) / each(first)).toFixed(2);
    const ofMemory = (row.peakMegabytes / first.peakMegabytes).toFixed(2);
    console.log(
      `| ×${row.times} | ${row.pages} | ${row.seconds.toFixed(1)} | ${each(row).toFixed(1)} | ${ofTime} | ${row.peakMegabytes.toFixed(0)} | ${ofMemory} |`,
    );
  }
}

/** What the browsers take of the processors, all their processes, which says more than the clock on a busy machine. */
function reportBrowsers() {
  const each = (name) =>
    median(browsers.get(name).map(({ belowSeconds, pages }) => (belowSeconds / pages) * 1000));
  console.log("\n| browsers | processor ms a page | beside Chromium's own |\n| --- | ---: | ---: |");
  for (const name of browsers.keys()) {
    console.log(`| ${name} | ${each(name).toFixed(1)} | ${(each(name) / each(OWN_PAGES)).toFixed(2)} |`);
  }
}
