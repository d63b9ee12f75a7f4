/**
 * Keeps an eye on a page that lays out a run, and stops it at a limit.
 *
 * A document can keep the engine busy for ever, and a browser can hang: neither ever answers,
 * so nothing that waits for the page may be without this watch. What is at fault is told by
 * the page itself: a script that runs on can be ended from outside and the page then answers;
 * a browser that hangs cannot. One that takes no time of the processor is known to hang before the limit.
 */
import type { Page } from "puppeteer-core";
import { type Limits, MEBIBYTE } from "../../../model/limits.js";
import { memoryOf } from "./browser/processes.js";
import { idleness } from "./idleness.js";
import { BrowserHangs, LayoutStopped, type StopReason } from "./stopped.js";

const LOOK_EVERY = 250;
/** Milliseconds in which a page whose script was ended has to answer. */
const ANSWER_WITHIN = 3000;

export interface PageWatch {
  /** To be called for each page begun, and when printing begins. */
  readonly onProgress: () => void;
  /** @throws LayoutStopped at a limit, BrowserHangs when the page does not answer, else what the work throws. */
  guard<Result>(work: Promise<Result>): Promise<Result>;
}

/** @param pid of the browser, whose memory is watched with that of its children. */
export function watchPage(page: Page, pid: number | undefined, limits: Limits): PageWatch {
  const begun = performance.now();
  let last = begun;
  let pages = 0;
  let stop: (reason: StopReason | "idle") => void = () => undefined;
  const isIdle = idleness(pid);
  const look = (): void => {
    const now = performance.now();
    if (now - begun > limits.time * 1000) stop("time");
    else if (now - last > limits.stall * 1000) stop("stall");
    else if (isIdle()) stop("idle");
    else if (memoryOf(pid) > limits.memory * MEBIBYTE) stop("memory");
  };
  return {
    onProgress() {
      last = performance.now();
      pages += 1;
      if (pages > limits.pages) stop("pages");
      // A short run is over before it is looked at.
      if (pages === 1) look();
    },
    async guard(work) {
      let timer: NodeJS.Timeout | undefined;
      const stopped = new Promise<StopReason | "idle">((resolve) => {
        stop = resolve;
        timer = setInterval(look, LOOK_EVERY);
      });
      try {
        const first = await Promise.race([work.then((result) => ({ result })), stopped]);
        if (typeof first === "object") return first.result;
        // The browser goes with the work: its failure is expected.
        work.catch(() => undefined);
        if (first === "idle") throw new BrowserHangs("the browser does nothing any more");
        const source = await placeOfLayout(page);
        if (first === "stall" && source === undefined) throw new BrowserHangs("the browser does not answer");
        throw new LayoutStopped(first, { pages, source: source ?? "" });
      } finally {
        clearInterval(timer);
      }
    },
  };
}

/** The place of the last element on the last page; undefined when the page does not answer. */
async function placeOfLayout(page: Page): Promise<string | undefined> {
  const timeout = new Promise<undefined>((resolve) => {
    setTimeout(resolve, ANSWER_WITHIN, undefined).unref();
  });
  const asked = askPlace(page).catch(() => undefined);
  return Promise.race([asked, timeout]);
}

async function askPlace(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  await session.send("Runtime.terminateExecution");
  return page.evaluate(() => {
    const placed = document.querySelectorAll(".pagedjs_page [data-source]");
    return placed[placed.length - 1]?.getAttribute("data-source") ?? "";
  });
}
