#!/usr/bin/env node
/**
 * `node tests/bench/preview.mjs [publication] [--chapter 10] [--alone] [--rounds 5]`: how long a change takes from the file to the
 * screen, with a browser that looks at the page that changes. With `--alone` the chapter is all that there is of the book.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import puppeteer from "puppeteer-core";
import { changeParagraph, copyBook, keepChapter } from "./books.mjs";
import { median } from "./measure.mjs";
import { importStages } from "./program.mjs";

const CLI = new URL("../../dist/lib/cli.js", import.meta.url).pathname;
const DEFAULT_BOOK = new URL("../../../shared/corpus/rust-book", import.meta.url).pathname;
const PATIENCE = 120_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chapter: { type: "string", default: "10" },
    rounds: { type: "string", default: "5" },
    alone: { type: "boolean", default: false },
  },
});
const chapter = Number(values.chapter);
const work = mkdtempSync(join(tmpdir(), "colophon-preview-"));
const book = copyBook(resolve(positionals[0] ?? DEFAULT_BOOK), join(work, "book"));
if (values.alone) keepChapter(book, chapter);
const changed = values.alone ? 1 : chapter;
const server = spawn(process.execPath, [CLI, "preview", book, "--edition", "print", "--json"], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, COLOPHON_BROWSER: process.env.COLOPHON_BROWSER ?? "bundled" },
});
try {
  const page = await openPage(await addressOf(server));
  await seen(page, " ");
  changeParagraph(book, changed, 1);
  await goToWord(page, "Word1");
  const all = [];
  for (let round = 2; round < 2 + Number(values.rounds); round += 1) {
    const begun = Date.now();
    changeParagraph(book, changed, round);
    const taken = ((await seen(page, `Word${round} `)) - begun) / 1000;
    console.error(`${taken.toFixed(2)} s`);
    all.push(taken);
  }
  console.log(`preview, save to screen: median ${median(all).toFixed(2)} s of ${all.length}`);
  await page.browser().close();
} finally {
  server.kill("SIGINT");
  await new Promise((ended) => server.once("exit", ended));
  rmSync(work, { recursive: true, force: true });
}

/** The line in which the preview says where it is. */
function addressOf({ stdout }) {
  return new Promise((found) => {
    let text = "";
    stdout.on("data", (part) => {
      text += part;
      const url = /"url":"([^"]+)"/.exec(text)?.[1];
      if (url) found(url);
    });
  });
}

async function openPage(url) {
  const { findBrowser } = await importStages();
  const { executablePath, libraryPath } = await findBrowser();
  const env = { ...process.env, ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }) };
  const args = ["--no-sandbox", "--disable-gpu"];
  const browser = await puppeteer.launch({ executablePath, headless: "shell", args, env });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(url);
  return page;
}

/** When words are first on a page that is in sight, in milliseconds since 1970. */
async function seen(page, words) {
  const found = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(".textLayer")].some((layer) => layer.textContent?.includes(wanted)) &&
      Date.now(),
    { timeout: PATIENCE, polling: "mutation" },
    words,
  );
  return found.jsonValue();
}

/** Scrolls to the page that a word is on, as soon as that was made. */
async function goToWord(page, word) {
  await page.waitForFunction(
    async (wanted) => {
      const asked = performance
        .getEntriesByType("resource")
        .flatMap(({ name }) => (name.includes("sources.json") ? [name] : []));
      // Each once: what is asked for here stands behind what the page has asked for since.
      const blocks = await (await fetch([...new Set(asked)].at(-1))).json();
      const block = blocks.find(({ text }) => text.includes(wanted));
      if (!block) return false;
      const pages = document.querySelector(".pages");
      const last = Math.max(...blocks.map((each) => each.page)) + 1;
      pages.scrollTop = (pages.scrollHeight * block.page) / last;
      return true;
    },
    { timeout: PATIENCE, polling: 300 },
    word,
  );
  await seen(page, word);
}
