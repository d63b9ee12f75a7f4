/** What other tools make of the same book, as far as they are installed. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { measure } from "./measure.mjs";
import { documentsOf, PAGEDJS_CLI, writeOneDocument } from "./one-document.mjs";
import { writeOwnPages } from "./own-pages.mjs";
import { importStages } from "./program.mjs";

/** Prints what Colophon lays out, without laying it out: see `own-pages.mjs`. */
export const OWN_PAGES = "Chromium's own pages";

const OWN_PAGES_SCRIPT = new URL("own-pages.mjs", import.meta.url).pathname;

/**
 * @returns {Promise<{ name: string, run: () => Promise<{ seconds: number, belowSeconds: number, pages?: number }> }[]>}
 */
export async function findPeers(book, work, environment) {
  const html = join(work, "one.html");
  const documents = await documentsOf(book);
  writeOneDocument(documents, html);
  const own = join(work, "own-pages");
  writeOwnPages(documents.jobs, own);
  const peers = [
    { name: "pagedjs-cli", run: () => runPagedjs(html, work, environment) },
    { name: OWN_PAGES, run: () => runOwnPages(own, environment) },
  ];
  const others = [
    { name: "WeasyPrint", command: "weasyprint", parts: [html, join(work, "weasyprint.pdf")] },
    {
      name: "Vivliostyle CLI",
      command: "vivliostyle",
      parts: ["build", html, "-o", join(work, "vivliostyle.pdf")],
    },
    {
      name: "pandoc, EPUB",
      command: "pandoc",
      parts: ["-o", join(work, "pandoc.epub"), ...markdownFiles(book)],
      cwd: book,
    },
    ...typst(book, work),
  ];
  for (const { name, command, parts, cwd } of others) {
    if (isInstalled(command)) peers.push({ name, run: () => measure(command, parts, { cwd }) });
  }
  return peers;
}

/** Typst reads no Markdown: pandoc translates it once, which is not measured. */
function typst(book, work) {
  const source = join(work, "book.typ");
  if (!isInstalled("typst") || !isInstalled("pandoc")) return [];
  // Typst stops at an image that it cannot find.
  const parts = ["-s", "-t", "typst", "-o", source, `--extract-media=${work}`, ...markdownFiles(book)];
  const { status, stderr } = spawnSync("pandoc", parts, { cwd: book, encoding: "utf8" });
  if (status !== 0) throw new Error(`pandoc cannot write Typst:\n${stderr.slice(-2000)}`);
  const compile = ["compile", "--root", "/", source, join(work, "typst.pdf")];
  return [{ name: "Typst, by way of pandoc", command: "typst", parts: compile }];
}

async function runOwnPages(folder, environment) {
  const parts = [OWN_PAGES_SCRIPT, folder, await browserIn(environment)];
  const result = await measure(process.execPath, parts);
  if (result.code !== 0) throw new Error(`Chromium's own pages failed:\n${result.output.slice(-2000)}`);
  return { ...result, ...JSON.parse(result.output) };
}

async function browserIn({ COLOPHON_BROWSER }) {
  const { findBrowser } = await importStages();
  const { executablePath } = await findBrowser({ ...process.env, COLOPHON_BROWSER });
  return executablePath;
}

/** The browser is already running when pagedjs-cli starts, which saves it a second or so. */
async function runPagedjs(html, work, environment) {
  const browser = await puppeteer.launch({
    executablePath: await browserIn(environment),
    headless: "shell",
    protocolTimeout: 0,
    args: ["--no-sandbox"],
  });
  try {
    const parts = [
      PAGEDJS_CLI,
      html,
      "-o",
      join(work, "pagedjs.pdf"),
      "--browserEndpoint",
      browser.wsEndpoint(),
      "-t",
      "600000",
    ];
    const result = await measure(process.execPath, parts);
    if (result.code !== 0) throw new Error(`pagedjs-cli failed:\n${result.output.slice(-2000)}`);
    return result;
  } finally {
    await browser.close();
  }
}

function isInstalled(command) {
  return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
}

function markdownFiles(book) {
  return readdirSync(book)
    .filter((file) => /^(ch|appendix|foreword|title).*\.md$/.test(file))
    .sort();
}
