/**
 * Drives `Printer` of pagedjs-cli on a page that stays open from run to run.
 *
 * `Printer` opens a page, sends Paged.js into it, almost a megabyte, and waits for the network
 * to be idle for half a second. Our pages are warm: they have Paged.js and our own script
 * from the start and keep them from document to document, they have no network, and callbacks
 * that are exposed once. So it gets a stand-in for the page that skips what is not needed.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "puppeteer-core";
import { type Expose, openCallbacks } from "./callbacks.js";
import { engineScripts, PRELUDE_SCRIPT } from "./engine/engine.js";
import type { HandlerScript } from "./handler-scripts.js";

const ENTRY = createRequire(import.meta.url).resolve("pagedjs-cli");

/** Lays out one document after another on the same page. */
export interface WarmPrinter {
  /** @param onPage called for each page that Paged.js begins. */
  layOut(html: string, onPage: () => void): Promise<void>;
  /** Lets go of the last document, and of all that was made for it. */
  clear(): Promise<void>;
}

/** What `Printer` calls in a page. */
const CALLED = ["onSize", "onPage", "onRendered"];

/** `Printer` and the text of Paged.js. */
export type PrinterProgram = Awaited<ReturnType<typeof loadPrinter>>;

export async function loadPrinter() {
  const [{ default: Printer }, paged] = await Promise.all([
    import("pagedjs-cli"),
    readFile(join(dirname(ENTRY), "../dist/browser.js"), "utf8"),
  ]);
  return { Printer, paged };
}

/**
 * @param address of an empty document, beside which documents find what they ask for.
 * @param handlers users' scripts for Paged.js.
 */
export async function warmPrinter(
  page: Page,
  address: string,
  { Printer, paged }: PrinterProgram,
  handlers: readonly HandlerScript[],
): Promise<WarmPrinter> {
  const config = "window.PagedConfig = { auto: false };";
  const [expose] = await Promise.all([
    openCallbacks(page, CALLED),
    page.evaluateOnNewDocument([config, PRELUDE_SCRIPT, paged].join("\n")),
    // Each by itself: one that fails does not keep the others from running.
    ...engineScripts(handlers).map((script) => page.evaluateOnNewDocument(script)),
  ]);
  const standIn = withoutWaiting(page, expose);
  let isOpen = false;
  const begin = async () => {
    // What users have written is made for one document, and may not be run again beside itself.
    if (isOpen && handlers.length === 0) return page.evaluate(() => window.colophonRenew());
    await page.goto(address);
    isOpen = true;
  };
  return {
    async layOut(html, onPage) {
      const printer = new Printer({ closeAfter: false, timeout: 0 });
      printer.browser = { newPage: async () => standIn };
      printer.on("page", onPage);
      await begin();
      await printer.render({ html });
    },
    async clear() {
      await begin();
      await page.setContent("");
    },
  };
}

function withoutWaiting(page: Page, expose: Expose): Page {
  const replaced: Partial<Record<keyof Page, unknown>> = {
    content: async () => "",
    // Asked for when all pages are there.
    waitForSelector: async () => undefined,
    waitForNetworkIdle: async () => undefined,
    setExtraHTTPHeaders: async () => undefined,
    addScriptTag: async () => undefined,
    exposeFunction: expose,
  };
  return new Proxy(page, {
    get(target, key) {
      const own = replaced[key as keyof Page];
      if (own) return own;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
