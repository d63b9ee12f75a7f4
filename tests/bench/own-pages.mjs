/**
 * Chromium's own pages of the documents that Colophon lays out: no running heads, no notes, no page references, one
 * PDF for each run, as many browsers side by side as there are processors. What a build takes longer than this is ours.
 *
 *     node tests/bench/own-pages.mjs <folder> <browser>      prints { "pages": 850 }
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

/**
 * Writes runs as files, with what they show beside them: what `own-pages.mjs` prints.
 *
 * @param jobs of all runs, in order.
 */
export function writeOwnPages(jobs, folder) {
  jobs.forEach(({ html, assets }, index) => {
    // Ours is to be put into pages by a script.
    const [template, content] = /<template[^>]*>([\s\S]*)<\/template>/.exec(html);
    write(
      join(folder, `${String(index).padStart(3, "0")}.html`),
      html.replace(template, () => content),
    );
    for (const { address, body } of assets) write(join(folder, decodeURIComponent(address)), body);
  });
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function printAll(folder, executablePath) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".html"));
  const work = Array.from({ length: availableParallelism() }, () => printNext(files, folder, executablePath));
  const pages = (await Promise.all(work)).reduce((sum, each) => sum + each, 0);
  console.log(JSON.stringify({ pages }));
}

/** Prints one file after another, as long as there are any. */
async function printNext(files, folder, executablePath) {
  const browser = await puppeteer.launch({
    executablePath,
    headless: "shell",
    pipe: true,
    protocolTimeout: 0,
    // A file may not show others by itself.
    args: ["--no-sandbox", "--allow-file-access-from-files"],
  });
  const page = await browser.newPage();
  let pages = 0;
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    await page.goto(pathToFileURL(join(folder, file)).href);
    await page.evaluate(setMargins);
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: false,
      timeout: 0,
    });
    pages += Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type \/Page\b/g).length;
  }
  await browser.close();
  return pages;
}

/** Runs in the page. Chromium knows no variables in `@page`, where Paged.js puts in their values. */
function setMargins() {
  const probe = document.body.appendChild(document.createElement("div"));
  const widthOf = (name) => {
    probe.style.cssText = `position: absolute; width: var(--${name})`;
    return `${probe.getBoundingClientRect().width}px`;
  };
  const [top, bottom, inner, outer] = ["top", "bottom", "inner", "outer"].map((side) =>
    widthOf(`margin-${side}`),
  );
  probe.remove();
  const styles = document.head.appendChild(document.createElement("style"));
  styles.textContent = `
    @page { margin: ${top} ${outer} ${bottom} ${inner} }
    @page :left { margin: ${top} ${inner} ${bottom} ${outer} }
    html, body { margin: 0; padding: 0 }`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printAll(process.argv[2], process.argv[3]);
