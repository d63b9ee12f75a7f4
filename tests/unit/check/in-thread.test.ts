/** Finished files are checked in a thread that ends when it is told to, and in time. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkInThread } from "../../../src/check/in-thread.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

async function thread(code: string): Promise<string> {
  const folder = await folders.make({
    "thread.mjs": `import { parentPort, workerData } from "node:worker_threads";\n${code}`,
  });
  return join(folder, "thread.mjs");
}

const check = (ending: Parameters<typeof checkInThread>[3]) =>
  checkInThread("book.epub", new Uint8Array(), "epub", ending);

describe("a check in a thread", () => {
  it("gives what the thread finds in the file", async () => {
    const code = await thread(
      "parentPort.postMessage({ findings: [], links: [{ address: workerData.path, where: workerData.format }] });",
    );
    expect(await check({ code })).toEqual({ findings: [], links: [{ address: "book.epub", where: "epub" }] });
  });

  it("ends at a signal, however busy it is", async () => {
    const code = await thread("for (;;);");
    const ending = new AbortController();
    setTimeout(() => ending.abort(new Error("enough")), 50);
    await expect(check({ code, signal: ending.signal })).rejects.toThrow("enough");
  });

  it("does not begin when it was ended before", async () => {
    const code = await thread("for (;;);");
    await expect(check({ code, signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
  });

  it("ends when it has taken as long as it may", async () => {
    expect(await check({ code: await thread("for (;;);"), within: 50 })).toBeUndefined();
  });

  it("throws what is thrown in it", async () => {
    const code = await thread("throw new RangeError('Invalid string length');");
    await expect(check({ code })).rejects.toThrow(RangeError);
  });

  it("checks in this thread where the program is not built", async () => {
    const { findings } = (await check({ code: "/nowhere.js" }))!;
    expect(findings.length).toBeGreaterThan(0);
  });
});
