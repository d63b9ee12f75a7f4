import type { CDPSession } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import {
  PAGES_A_RUN,
  PAGES_BETWEEN,
  PICTURES_BETWEEN,
  pageMemory,
} from "../../../../../src/formats/pdf/paginate/page-memory.js";

/** Stands in for a page of a browser, and notes what is asked of it. */
function watchedPage() {
  const asked: string[] = [];
  const session = {
    send: async (method: string) => void asked.push(method),
    detach: async () => undefined,
  } as unknown as CDPSession;
  const clear = async () => void asked.push("clear");
  const memory = pageMemory({ createCDPSession: async () => session }, { clear });
  const layOut = async (pages: number) => {
    await memory.tidy();
    for (let page = 0; page < pages; page += 1) memory.onPage();
  };
  return { asked, layOut, memory };
}

const emptied = (asked: readonly string[]) => asked.filter((each) => each === "clear").length;

describe("the memory of a warm page", () => {
  it("is given back before the next run, once enough pages were laid out", async () => {
    const { asked, layOut } = watchedPage();
    await layOut(PAGES_BETWEEN);
    expect(asked).toEqual([]);
    await layOut(1);
    expect(asked).toEqual(["clear", "Runtime.discardConsoleEntries", "HeapProfiler.collectGarbage"]);
  });

  it("is given back as often as pages ask for it, however they are spread over runs", async () => {
    const { asked, layOut } = watchedPage();
    for (let run = 0; run < 41; run += 1) await layOut(PAGES_BETWEEN / 4 - PAGES_A_RUN);
    expect(emptied(asked)).toBe(10);
  });

  it("is given back after many runs without a page, too: each leaves its fonts and styles", async () => {
    const { asked, layOut } = watchedPage();
    for (let run = 0; run <= PAGES_BETWEEN / PAGES_A_RUN; run += 1) await layOut(0);
    expect(emptied(asked)).toBe(1);
  });

  it("is rid of decoded pictures before the next run, as often as they have become large together", async () => {
    const { asked, layOut, memory } = watchedPage();
    const half = { pixels: { width: PICTURES_BETWEEN / 8, height: 1 } };
    await layOut(1);
    memory.onPictures([half]);
    await layOut(1);
    expect(asked).toEqual([]);
    memory.onPictures([half]);
    await layOut(1);
    memory.onPictures([half]);
    await layOut(1);
    expect(asked).toEqual(["Memory.simulatePressureNotification"]);
  });
});
