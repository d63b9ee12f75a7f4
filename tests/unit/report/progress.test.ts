/** Progress: a line that rewrites itself on a terminal, a few plain lines in a log. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ProgressEvent } from "../../../src/model/progress.js";
import { progressRenderer } from "../../../src/report/progress.js";

const AT = { publication: "rust-book", edition: "print" } as const;
const CLEAR = "\r\u001B[K";

function paginating(done: number, pages: number): ProgressEvent {
  return { type: "stage", ...AT, stage: "paginate", done, total: 22, pages };
}

const START: ProgressEvent = { type: "edition-start", ...AT, format: "pdf" };
const END: ProgressEvent = {
  type: "edition-end",
  ...AT,
  format: "pdf",
  status: "published",
  extent: 840,
  seconds: 25,
};

function recorded(stream: { isTTY: boolean; columns?: number }) {
  const written: string[] = [];
  let now = 0;
  const renderer = progressRenderer({ ...stream, write: (text) => written.push(text) }, () => now);
  return {
    written,
    renderer,
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe("on a terminal", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("one line tells edition, stage, runs, pages and seconds", () => {
    const { written, renderer, advance } = recorded({ isTTY: true });
    renderer.show(START);
    advance(8400);
    renderer.show(paginating(12, 340));
    expect(written.at(-1)).toBe(`${CLEAR}rust-book/print  paginating 12/22 runs · 340 pages · 8 s`);
    expect(written.join("")).not.toContain("\n");
  });

  test("the seconds go on while nothing happens, and stop when it is closed", () => {
    const { written, renderer, advance } = recorded({ isTTY: true });
    renderer.show(START);
    advance(3000);
    vi.advanceTimersByTime(1000);
    expect(written.at(-1)).toBe(`${CLEAR}rust-book/print  starting · 3 s`);
    renderer.close();
    expect(written.at(-1)).toBe(CLEAR);
    const before = written.length;
    vi.advanceTimersByTime(5000);
    expect(written).toHaveLength(before);
  });

  test("the line is never wider than the terminal", () => {
    const { written, renderer } = recorded({ isTTY: true, columns: 30 });
    renderer.show(paginating(12, 340));
    expect(written.at(-1)).toBe(`${CLEAR}rust-book/print  paginating …`);
    renderer.close();
  });

  test("a terminal that has no size yet shows the whole line", () => {
    const { written, renderer } = recorded({ isTTY: true, columns: 0 });
    renderer.show(paginating(12, 340));
    expect(written.at(-1)).toContain("12");
    renderer.close();
  });
});

describe("in a log", () => {
  test("each stage is one line, however many pages it reports", () => {
    const { written, renderer } = recorded({ isTTY: false });
    renderer.show(START);
    renderer.show({ type: "stage", ...AT, stage: "parse" });
    for (let run = 0; run < 22; run++) renderer.show(paginating(run, run * 40));
    renderer.show(END);
    renderer.close();
    expect(written).toEqual([
      "rust-book/print  started (pdf)\n",
      "rust-book/print  reading\n",
      "rust-book/print  paginating 22 runs\n",
      "rust-book/print  published, 840 pages, 25 s\n",
    ]);
  });
});
