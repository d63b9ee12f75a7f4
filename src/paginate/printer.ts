/**
 * Drives `Printer` of pagedjs-cli on a page that stays open from run to run.
 *
 * `Printer` opens a page, sends Paged.js into it, almost a megabyte, and waits for the network
 * to be idle for half a second. Our pages are warm: they have Paged.js and our own script in
 * every document from the start, no network, and callbacks that are exposed once. So it
 * gets a stand-in for the page that skips what is not needed.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "puppeteer-core";
import { type Expose, openCallbacks } from "./callbacks.js";
import { PRELUDE_SCRIPT } from "./engine/engine.js";

const ENTRY = createRequire(import.meta.url).resolve("pagedjs-cli");

/** Lays out one document after another on the same page. */
export interface WarmPrinter {
  /** @param onPage called for each page that Paged.js begins. */
  layOut(url: string, onPage: () => void): Promise<void>;
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
 * @param page a page that serves the documents.
 * @param scripts what goes in after Paged.js, in this order.
 */
export async function warmPrinter(
  page: Page,
  { Printer, paged }: PrinterProgram,
  scripts: readonly string[],
): Promise<WarmPrinter> {
  const config = "window.PagedConfig = { auto: false };";
  const [expose] = await Promise.all([
    openCallbacks(page, CALLED),
    page.evaluateOnNewDocument([config, PRELUDE_SCRIPT, paged].join("\n")),
    // Each by itself: one that fails does not keep the others from running.
    ...scripts.map((script) => page.evaluateOnNewDocument(script)),
  ]);
  const standIn = withoutWaiting(page, expose);
  return {
    async layOut(url, onPage) {
      const printer = new Printer({ closeAfter: false, timeout: 0 });
      printer.browser = { newPage: async () => standIn };
      printer.on("page", onPage);
      await printer.render({ url });
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
