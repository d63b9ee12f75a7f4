import { afterEach, describe, expect, it, vi } from "vitest";
import { BrowserFailure } from "../../../../../src/formats/pdf/paginate/browser/faults.js";
import { openPool } from "../../../../../src/formats/pdf/paginate/pool.js";
import { limitsFrom } from "../../../../../src/model/limits.js";

/** Browsers that start when the test says so. */
const startWorker = vi.hoisted(() => vi.fn());
vi.mock("../../../../../src/formats/pdf/paginate/worker.js", () => ({ startWorker }));
vi.mock("../../../../../src/formats/pdf/paginate/browser/find.js", async (original) => ({
  ...(await original<object>()),
  findBrowser: async () => ({ executablePath: "browser" }),
}));

afterEach(() => startWorker.mockReset());

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
/** So many have begun to start, and no more do in a little while. */
const started = async (count: number) => {
  await vi.waitFor(() => expect(startWorker.mock.calls.length).toBeGreaterThanOrEqual(count), 10_000);
  await settled();
  expect(startWorker).toHaveBeenCalledTimes(count);
};
const worker = (name: string) => ({
  name,
  layOut: async () => undefined,
  close: vi.fn(async () => undefined),
});

describe("browsers started ahead", () => {
  it("are as many as are wanted, but no more than may run at once", async () => {
    startWorker.mockImplementation(async () => worker("ready"));
    const pool = openPool(3, limitsFrom());
    pool.prepare(1);
    pool.prepare(1);
    await started(1);
    pool.prepare(2);
    await started(2);
    pool.prepare(9);
    await started(3);
    await pool.close();
  });

  it("do the first work, the one that began to start first before the others", async () => {
    startWorker.mockImplementationOnce(async () => worker("first"));
    startWorker.mockImplementation(async () => worker("second"));
    const pool = openPool(2, limitsFrom());
    pool.prepare(1);
    // Vitest has stand-ins for modules that are imported one after the other.
    await started(1);
    pool.prepare(2);
    const names = await Promise.all(
      [1, 2].map(() => pool.use(async (each) => (each as unknown as { name: string }).name)),
    );
    expect(names).toEqual(["first", "second"]);
    expect(startWorker).toHaveBeenCalledTimes(2);
    await pool.close();
  });

  it("are not started for a build that was ended", async () => {
    const pool = openPool(2, limitsFrom(), AbortSignal.abort());
    pool.prepare(2);
    await settled();
    expect(startWorker).not.toHaveBeenCalled();
  });

  it("tell who needs them why they do not start", async () => {
    startWorker.mockImplementation(async () => {
      throw new Error("no memory");
    });
    const pool = openPool(1, limitsFrom());
    pool.prepare(1);
    await expect(pool.use(async () => "laid out")).rejects.toMatchObject({ reason: "crash" });
    await pool.close();
  });
});

describe("browsers that go wrong", () => {
  const uses = (pool: ReturnType<typeof openPool>, count: number, work = async () => "laid out") =>
    Promise.allSettled(Array.from({ length: count }, () => pool.use(work)));
  const outcomes = (settled: readonly PromiseSettledResult<string>[]) =>
    settled.map((each) => (each.status === "fulfilled" ? each.value : each.reason.name));

  it("are replaced under those who have waited for one, too", async () => {
    startWorker.mockImplementation(async () => worker("any"));
    const pool = openPool(1, limitsFrom());
    let dying = 2;
    const work = async () => {
      await settled();
      if (dying-- > 0) throw new Error("the browser has ended");
      return "laid out";
    };
    const slow = pool.use(async () => settled());
    expect(outcomes(await uses(pool, 4, work))).toEqual(Array(4).fill("laid out"));
    await slow;
    await pool.close();
  });

  it("that do not start are not tried anew for each piece of work, but for the next build", async () => {
    startWorker.mockImplementation(async () => {
      throw new BrowserFailure("it ended with code 1");
    });
    const pool = openPool(1, limitsFrom());
    expect(outcomes(await uses(pool, 5))).toEqual(Array(5).fill("BrowserFailure"));
    expect(startWorker).toHaveBeenCalledTimes(3);
    expect(outcomes(await uses(pool, 2))).toEqual(Array(2).fill("BrowserFailure"));
    expect(startWorker).toHaveBeenCalledTimes(3);
    startWorker.mockImplementation(async () => worker("mended"));
    pool.tryAgain();
    expect(outcomes(await uses(pool, 2))).toEqual(Array(2).fill("laid out"));
    await pool.close();
  });

  it("leave their work to those that did start", async () => {
    startWorker.mockImplementationOnce(async () => worker("good"));
    startWorker.mockImplementation(async () => {
      throw new BrowserFailure("it ended with code 1");
    });
    const pool = openPool(2, limitsFrom());
    expect(outcomes(await uses(pool, 6))).toEqual(Array(6).fill("laid out"));
    await pool.close();
  });

  it("at everything are given up before every piece of work has tried three times", async () => {
    startWorker.mockImplementation(async () => worker("bad"));
    const pool = openPool(2, limitsFrom());
    const hangs = async (): Promise<string> => {
      throw new Error("it hangs");
    };
    const told = new Set(outcomes(await uses(pool, 10, hangs)));
    expect(told).toContain("BrowserFailure");
    expect(startWorker.mock.calls.length).toBeLessThan(20);
    await pool.close();
  });

  it("end all that waits when the build is ended, whatever they are doing", async () => {
    startWorker.mockImplementation(
      (_found, _limits, _handlers, signal: AbortSignal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    );
    const controller = new AbortController();
    const pool = openPool(2, limitsFrom(), controller.signal);
    pool.prepare(1);
    const all = uses(pool, 5);
    await settled();
    controller.abort();
    expect(outcomes(await all)).toEqual(Array(5).fill("AbortError"));
    await pool.close();
  });
});
