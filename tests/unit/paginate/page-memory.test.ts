import type { CDPSession } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { PAGES_BETWEEN, pageMemory } from "../../../src/paginate/page-memory.js";

/** Stands in for a page of a browser, and notes what is asked of it. */
function watchedPage() {
  const asked: string[] = [];
  const session = {
    send: async (method: string) => void asked.push(method),
    detach: async () => undefined,
  } as unknown as CDPSession;
  const memory = pageMemory({
    goto: async (url) => {
      asked.push(url);
      return null;
    },
    createCDPSession: async () => session,
  });
  const layOut = async (pages: number) => {
    await memory.tidy();
    for (let page = 0; page < pages; page += 1) memory.onPage();
  };
  return { asked, layOut };
}

describe("the memory of a warm page", () => {
  it("is given back before the next run, once enough pages were laid out", async () => {
    const { asked, layOut } = watchedPage();
    await layOut(PAGES_BETWEEN);
    expect(asked).toEqual([]);
    await layOut(1);
    expect(asked).toEqual(["about:blank", "HeapProfiler.collectGarbage"]);
  });

  it("is given back as often as pages ask for it, however they are spread over runs", async () => {
    const { asked, layOut } = watchedPage();
    for (let run = 0; run < 41; run += 1) await layOut(PAGES_BETWEEN / 10);
    expect(asked.filter((each) => each === "about:blank")).toHaveLength(4);
  });
});
