/**
 * `Printer` of pagedjs-cli on a page that stays open from run to run.
 *
 * `Printer` opens a page for each document, sends Paged.js into it, almost a megabyte, measures every page for
 * boxes that it would write into the PDF, and waits for the network to be idle for half a second. Ours takes
 * the page that it is given: it has Paged.js and the engine from the start and keeps them from document to
 * document, and it has no network. Boxes are written at assembly.
 */
import Printer from "pagedjs-cli";
import type { Page } from "puppeteer-core";
import type { Galley, PagePlan } from "../plan/galley.js";
import type { MeasuredParagraph } from "../plan/lines/paragraph.js";
import { setParagraph } from "../plan/lines/set-paragraph.js";
import { planPages } from "../plan/plan-pages.js";
import { openCallbacks } from "./callbacks.js";
import { engineScripts, PRELUDE_SCRIPT } from "./engine/engine.js";
import type { HandlerScript } from "./handler-scripts.js";

/** Lays out one document after another on the same page. */
export interface WarmPrinter {
  /** @param onPage called for each page that Paged.js begins. */
  layOut(html: string, onPage: () => void): Promise<void>;
  /** Lets go of the last document, and of all that was made for it. */
  clear(): Promise<void>;
}

const CONFIG_SCRIPT = "window.PagedConfig = { auto: false };";

class WarmPagePrinter extends Printer {
  readonly #page: Page;

  constructor(page: Page) {
    super({ closeAfter: false, timeout: 0 });
    this.#page = page;
  }

  override async render({ html }: { readonly html: string }): Promise<Page> {
    const page = this.#page;
    page.setDefaultTimeout(this.timeout);
    await page.emulateMediaType(this.emulateMedia);
    await page.setContent(html);
    await page.evaluate(preview);
    return page;
  }
}

/**
 * @param address of an empty document, beside which documents find what they ask for.
 * @param paged the text of Paged.js.
 * @param handlers users' scripts for Paged.js.
 */
export async function warmPrinter(
  page: Page,
  address: string,
  paged: string,
  handlers: readonly HandlerScript[],
): Promise<WarmPrinter> {
  const [expose] = await Promise.all([
    openCallbacks(page, ["onPage", "onGalley", "onParagraphs"]),
    page.evaluateOnNewDocument([CONFIG_SCRIPT, PRELUDE_SCRIPT, paged].join("\n")),
    // Each by itself: one that fails does not keep the others from running.
    ...engineScripts(handlers).map((script) => page.evaluateOnNewDocument(script)),
  ]);
  let isOpen = false;
  const begin = async () => {
    // What users have written is made for one document, and may not be run again beside itself.
    if (isOpen && handlers.length === 0) return page.evaluate(() => window.colophonRenew());
    await page.goto(address);
    isOpen = true;
  };
  return {
    async layOut(html, onPage) {
      const printer = new WarmPagePrinter(page).on("page", onPage);
      await Promise.all([
        expose("onPage", () => printer.emit("page")),
        expose("onGalley", (galley) => givePlan(page, galley as Galley)),
        expose("onParagraphs", (paragraphs) => giveLines(page, paragraphs as MeasuredParagraph[])),
      ]);
      await begin();
      await printer.render({ html });
    },
    async clear() {
      await begin();
      await page.setContent("");
    },
  };
}

/** Whoever waits for the page is told when it goes away. */
function givePlan(page: Page, galley: Galley): Promise<void> {
  return page.evaluate(takePlan, planPages(galley)).catch(() => undefined);
}

/** As text, which the browser reads several times as fast as values. */
function giveLines(page: Page, paragraphs: readonly MeasuredParagraph[]): Promise<void> {
  const set = paragraphs.map((each) => setParagraph(each) ?? null);
  return page.evaluate(takeLines, JSON.stringify(set)).catch(() => undefined);
}

/** Runs in the page. */
function takeLines(set: string): void {
  window.colophonTakeLines(JSON.parse(set));
}

/** Runs in the page. */
function takePlan(plan: PagePlan): void {
  window.colophonTakePlan(plan);
}

/** Runs in the page. The names are those of `Printer`, and what people know of `PagedConfig`. */
async function preview(): Promise<void> {
  window.PagedPolyfill.on("page", () => window.onPage());
  await window.PagedConfig.before?.();
  const flow = await window.PagedPolyfill.preview();
  await window.PagedConfig.after?.(flow);
}
