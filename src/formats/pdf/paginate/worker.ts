/** One browser process with one warm page: it lays out and prints runs, one after another. */
import type { Page, PDFOptions } from "puppeteer-core";
import type { Limits } from "../../../model/limits.js";
import { servedPath } from "../../../model/served.js";
import type { Sheet } from "../../../model/sheet.js";
import { type LayoutJob, withoutPlan } from "../job/layout-job.js";
import type { RunText } from "../readback/compare/run-text.js";
import { printedSize } from "../sheet.js";
import type { FoundBrowser } from "./browser/found.js";
import { launchBrowser } from "./browser/launch.js";
import { openUnseenPage } from "./browser/unseen-page.js";
import type { Survey } from "./engine/survey.js";
import { type HandlerScript, watchHandlers } from "./handler-scripts.js";
import { ORIGIN, type Serve, serveFromMemory } from "./loader.js";
import { type PageMemory, pageMemory } from "./page-memory.js";
import { type PageWatch, watchPage } from "./page-watch.js";
import { pagedScript } from "./paged.js";
import type { WarmPrinter } from "./printer.js";

export interface PrintedPages {
  /** The printed pages as a tagged PDF of their own. */
  readonly pdf: Uint8Array;
  readonly survey: Survey;
  /** What should be on them. */
  readonly text: RunText;
  /** For planned pages: which of the printed pages behind them has the margins of each. */
  readonly furniture?: readonly number[];
  /** Why they are not planned, though they were to be. */
  readonly unplanned?: string;
}

export interface PageWorker {
  /**
   * @param onPage called for each page begun.
   * @throws LayoutStopped when the run hits a limit: the worker is of no use any more.
   */
  layOut(job: LayoutJob, onPage: () => void): Promise<PrintedPages>;
  close(): Promise<void>;
}

/** Not `ORIGIN` itself: links to other runs lead there, and would lead into the document then. */
const DOCUMENT = "run.html";
/** Documents are written into it. */
const EMPTY_DOCUMENT = { mediaType: "text/html; charset=utf-8", body: "<!DOCTYPE html>" };
/**
 * What a browser does for the first time takes it a fifth of a second longer: it may as well do that while
 * the program composes the book. Users' handlers are made for books, and do not see it.
 */
const FIRST_DOCUMENT =
  "<!DOCTYPE html><html lang=en><title>First</title><style>p { margin: 1em }</style><p>First</p></html>";

/**
 * Starts a browser and prepares its page.
 *
 * @param limits for each run.
 * @param handlers users' scripts for Paged.js.
 * @param signal ends the browser, at any time.
 * @throws BrowserFailure when it does not start, or does not get so far; ExtensionError.
 */
export async function startWorker(
  found: FoundBrowser,
  limits: Limits,
  handlers: readonly HandlerScript[] = [],
  signal?: AbortSignal,
): Promise<PageWorker> {
  // Read while the browser starts.
  const program = Promise.all([import("./printer.js"), pagedScript()]);
  // Whoever waits for it is told.
  program.catch(() => undefined);
  const running = await launchBrowser(found, signal);
  const { browser, pid, close } = running;
  let current: Serve = () => undefined;
  const prepare = async () => {
    // What users' handlers wait for may come with a frame.
    const page = await (handlers.length > 0 ? browser.newPage() : openUnseenPage(browser));
    const [{ warmPrinter }, paged] = await program;
    const [printer] = await Promise.all([
      warmPrinter(page, ORIGIN + DOCUMENT, paged, handlers),
      serveFromMemory(page, (path) => (path === DOCUMENT ? EMPTY_DOCUMENT : current(path))),
    ]);
    if (handlers.length === 0) {
      await printer.layOut(FIRST_DOCUMENT, () => undefined);
      await print(page);
    }
    return { page, printer };
  };
  const { page, printer } = await running.whileItLives(prepare()).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const watched = watchHandlers(page);
  const memory = pageMemory(page, printer);
  return {
    async layOut(asked, onPage) {
      // Users' handlers see the pages of Paged.js.
      const job = handlers.length > 0 ? withoutPlan(asked) : asked;
      const watch = watchPage(page, pid, limits);
      const assets = new Map(job.assets.map((asset) => [servedPath(asset.address), asset]));
      current = (path) => assets.get(path);
      return watched(watch.guard(layOut({ page, printer, memory }, job, watch, onPage)));
    },
    close,
  };
}

interface WarmPage {
  readonly page: Page;
  readonly printer: WarmPrinter;
  readonly memory: PageMemory;
}

/** By plan, if that is asked for and the run can be planned. */
async function layOut(
  warm: WarmPage,
  job: LayoutJob,
  watch: PageWatch,
  onPage: () => void,
): Promise<PrintedPages> {
  const printed = await layOutOnce(warm, job, watch, onPage);
  if (typeof printed !== "string") return printed;
  return { ...(await layOut(warm, withoutPlan(job), watch, onPage)), unplanned: printed };
}

/** @returns why a run cannot be planned, if it cannot. */
async function layOutOnce(
  { page, printer, memory }: WarmPage,
  { html, sheet }: LayoutJob,
  watch: PageWatch,
  onPage: () => void,
): Promise<PrintedPages | string> {
  await memory.tidy();
  await page.setViewport(viewportOf(sheet));
  await printer.layOut(html, () => {
    watch.onProgress();
    memory.onPage();
    onPage();
  });
  const found = await findings(page);
  if (found.unplanned !== undefined) return found.unplanned;
  const { survey, text, furniture } = found;
  memory.onPictures(survey.images);
  return {
    pdf: await (furniture ? printAsIs(page) : print(page)),
    survey,
    text,
    ...(furniture && { furniture }),
  };
}

/** What the engine has found out, as text: the browser takes five times as long to tell the same as values. */
async function findings(page: Page): Promise<Omit<PrintedPages, "pdf">> {
  const told = await page.evaluate(() =>
    JSON.stringify({
      survey: window.colophonSurvey,
      text: window.colophonText,
      furniture: window.colophonFurniture,
      unplanned: window.colophonUnplanned,
    }),
  );
  return JSON.parse(told);
}

/** The page was laid out as if for print; now it is for print only while it is printed (see `page-survey.ts`). */
async function print(page: Page): Promise<Uint8Array> {
  await page.emulateMediaType();
  return printed(page, { waitForFonts: true });
}

/** A planned page is laid out for print from the start, with all of its fonts: to ask for them lays it out for a screen. */
function printAsIs(page: Page): Promise<Uint8Array> {
  return printed(page, { waitForFonts: false });
}

function printed(page: Page, options: Pick<PDFOptions, "waitForFonts">): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    timeout: 0,
    ...options,
  });
}

/**
 * Paged.js stretches every sheet to the height of the window when it is styled for print, so
 * the window takes the size of the sheet. 96 pixels are 72 points.
 */
function viewportOf(sheet: Sheet): { width: number; height: number } {
  const { width, height } = printedSize(sheet);
  return { width: Math.ceil((width * 96) / 72), height: Math.ceil((height * 96) / 72) };
}
