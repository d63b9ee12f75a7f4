/**
 * Keeps the memory of a warm page from growing with the book.
 *
 * The browser takes its time with documents that are gone: after a book of 800 pages a hundred
 * thousand nodes and a gigabyte were left of them, and each run took longer than the one before.
 * So the page is emptied and its garbage collected when enough pages have been laid out on it.
 * That takes about a fifth of a second, and most of it would be spent later anyway.
 */
import type { Page } from "puppeteer-core";

/** A page of a book leaves about two megabytes behind. */
export const PAGES_BETWEEN = 100;

export interface PageMemory {
  /** To be called for each page that is laid out. */
  onPage(): void;
  /** Gives back what earlier runs have left, if that is worth it. The page is empty then. */
  tidy(): Promise<void>;
}

export function pageMemory(page: Pick<Page, "goto" | "createCDPSession">): PageMemory {
  let pages = 0;
  return {
    onPage() {
      pages += 1;
    },
    async tidy() {
      if (pages < PAGES_BETWEEN) return;
      pages = 0;
      // What the page still shows is no garbage.
      await page.goto("about:blank");
      const session = await page.createCDPSession();
      await session.send("HeapProfiler.collectGarbage");
      await session.detach();
    },
  };
}
