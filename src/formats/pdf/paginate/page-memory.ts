/**
 * Keeps the memory of a warm page from growing with the book.
 *
 * The browser takes its time with documents that are gone: after a book of 800 pages a hundred
 * thousand nodes and a gigabyte were left of them, and each run took longer than the one before.
 * So the page is emptied and its garbage collected when enough pages have been laid out on it.
 * That takes about a fifth of a second, and most of it would be spent later anyway. Pictures go
 * when those that were shown are large: four screenshots are 150 MB when they are decoded.
 */
import type { Page } from "puppeteer-core";
import type { ShownImage } from "./engine/survey.js";
import type { WarmPrinter } from "./printer.js";

/** A page of a book leaves about two megabytes behind: so many are laid out before the next tidying. */
export const PAGES_BETWEEN = 120;
/** What a document leaves whatever its length (styles, fonts, the engine), in pages. */
export const PAGES_A_RUN = 10;
/** Of decoded pictures, in bytes: to let go of them takes as long as to lay out ten pages. */
export const PICTURES_BETWEEN = 32 * 1024 * 1024;
/** Of a pixel, with its transparency. */
const BYTES_A_PIXEL = 4;

export interface PageMemory {
  /** To be called for each page that is laid out. */
  onPage(): void;
  /** To be called with the pictures that a run has shown. */
  onPictures(pictures: readonly Pick<ShownImage, "pixels">[]): void;
  /**
   * To be called before each run: gives back what earlier ones have left, if that is worth it. The
   * page may be empty then.
   */
  tidy(): Promise<void>;
}

/** @param printer of the page. */
export function pageMemory(
  page: Pick<Page, "createCDPSession">,
  printer: Pick<WarmPrinter, "clear">,
): PageMemory {
  let pages = 0;
  let decoded = 0;
  return {
    onPage() {
      pages += 1;
    },
    onPictures(pictures) {
      for (const { pixels } of pictures) decoded += pixels.width * pixels.height * BYTES_A_PIXEL;
    },
    async tidy() {
      const isDue = pages >= PAGES_BETWEEN;
      pages = PAGES_A_RUN + (isDue ? 0 : pages);
      const areLarge = decoded >= PICTURES_BETWEEN;
      if (!isDue && !areLarge) return;
      // What the page still shows is no garbage.
      if (isDue) await printer.clear();
      const session = await page.createCDPSession();
      // Decoded pictures are kept for pages that come back: they go when memory seems to be short,
      // in browsers that know how to pretend that.
      if (areLarge) {
        decoded = 0;
        await session
          .send("Memory.simulatePressureNotification", { level: "critical" })
          .catch(() => undefined);
      }
      if (isDue) {
        // What Paged.js has warned of is kept with its warnings.
        await session.send("Runtime.discardConsoleEntries");
        await session.send("HeapProfiler.collectGarbage");
      }
      await session.detach();
    },
  };
}
