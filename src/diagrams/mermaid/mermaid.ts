/**
 * Draws diagrams of Mermaid in a page of the browser that prints.
 *
 * Mermaid measures words, so it needs one. Its script is the user's package, loaded into an empty page that can reach
 * nothing: neither network nor disk. The manuscript gives it a text, never a script: in its strict mode Mermaid
 * takes tags and links for words, and what comes out is written anew as a plain drawing (`plain-svg.ts`).
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { BrowserFailure, NoBrowserError } from "../../formats/pdf/paginate/browser/faults.js";
import { findBrowser } from "../../formats/pdf/paginate/browser/find.js";
import type { FoundBrowser } from "../../formats/pdf/paginate/browser/found.js";
import { launchBrowser, type RunningBrowser } from "../../formats/pdf/paginate/browser/launch.js";
import { ORIGIN, serveFromMemory } from "../../formats/pdf/paginate/loader.js";
import { startInTries } from "../../formats/pdf/paginate/start.js";
import { TemporaryFolderError } from "../../runtime/temporary/folder.js";
import { DRAWN_WITHIN, type Drawer, type Drawn, NotDrawnNow, TOO_SLOW } from "../drawing.js";
import type { InstalledPackage } from "../packages.js";
import { drawInPage, type PageRequest } from "./draw-in-page.js";
import { FAMILIES, servedFont, sheetsFor } from "./fonts.js";
import { plainSvg } from "./plain-svg.js";
import { still } from "./still.js";

const DOCUMENT = "diagram.html";
/** Mermaid sets the word in a circle of a mindmap beside its middle when it is SVG. */
const STYLE = ".mindmap-node > circle + .label text { text-anchor: middle }";
const EMPTY_DOCUMENT = {
  mediaType: "text/html; charset=utf-8",
  body: `<!DOCTYPE html><html lang=en><title>Diagram</title><style>${STYLE}</style><body></body></html>`,
};
/** Plans and time lines are as wide as the window: in pixels, a little more than the text of a page. */
const WINDOW = { width: 680, height: 1000 };
/** All of Mermaid in one script. */
const SCRIPT = "dist/mermaid.min.js";

export function openMermaid({ folder }: InstalledPackage, signal = new AbortController().signal): Drawer {
  let opened: Promise<Opened> | undefined;
  const close = async () => {
    const before = opened;
    opened = undefined;
    await before?.then(
      ({ running }) => running.close(),
      () => undefined,
    );
  };
  return {
    async draw(text) {
      // One that does not start is not tried anew for each diagram.
      opened ??= openPage(join(folder, SCRIPT), signal);
      const { page, running } = await opened.catch(notDrawn);
      try {
        return await within(running.whileItLives(drawOn(page, text)));
      } catch (error) {
        // It may be at work still, or gone.
        await close();
        return notDrawn(error);
      }
    },
    close,
  };
}

/** What keeps any browser from starting, or from going on. */
const LACKS = [NoBrowserError, BrowserFailure, TemporaryFolderError];

function notDrawn(error: unknown): never {
  if (error instanceof NotDrawnNow) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  if (!LACKS.some((kind) => error instanceof kind)) throw new NotDrawnNow(`Mermaid has failed: ${reason}`);
  throw new NotDrawnNow(
    `the browser cannot draw it: ${reason}`,
    "Run `colophon doctor`, which looks for a browser",
  );
}

interface Opened {
  readonly running: RunningBrowser;
  readonly page: Page;
}

async function openPage(script: string, signal: AbortSignal): Promise<Opened> {
  const found = await findBrowser();
  return startInTries(found, (within) => preparePage(found, script, within), signal);
}

async function preparePage(found: FoundBrowser, script: string, signal: AbortSignal): Promise<Opened> {
  const running = await launchBrowser(found, signal);
  const prepare = async () => {
    const page = await running.browser.newPage();
    await serveFromMemory(page, (path) => (path === DOCUMENT ? EMPTY_DOCUMENT : servedFont(path)));
    await page.emulateTimezone("UTC");
    await page.setViewport(WINDOW);
    await page.evaluateOnNewDocument(`(${still})();`);
    await page.goto(ORIGIN + DOCUMENT);
    await page.evaluate(await readFile(script, "utf8"));
    return { running, page };
  };
  return running.whileItLives(prepare()).catch(async (error: unknown) => {
    await running.close();
    throw error;
  });
}

async function drawOn(page: Page, text: string): Promise<Drawn> {
  const request: PageRequest = {
    text,
    families: FAMILIES,
    sheets: sheetsFor(text).map((path) => ORIGIN + path),
  };
  // By its source: what makes files of the program may give functions names that the page does not know.
  const drawn = await page.evaluate(`(${drawInPage})(${JSON.stringify(request)}, ${plainSvg})`);
  return JSON.parse(drawn as string) as Drawn;
}

async function within(drawing: Promise<Drawn>): Promise<Drawn> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotDrawnNow(TOO_SLOW)), DRAWN_WITHIN * 1000);
  });
  try {
    return await Promise.race([drawing, limit]);
  } finally {
    clearTimeout(timer);
  }
}
