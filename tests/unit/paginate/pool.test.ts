import { afterEach, describe, expect, it, vi } from "vitest";
import { limitsFrom } from "../../../src/model/limits.js";
import { openPool } from "../../../src/paginate/pool.js";

/** Browsers that start when the test says so. */
const startWorker = vi.hoisted(() => vi.fn());
vi.mock("../../../src/paginate/worker.js", () => ({ startWorker }));
vi.mock("../../../src/paginate/browser/find.js", async (original) => ({
  ...(await original<object>()),
  findBrowser: async () => ({ executablePath: "browser" }),
}));

afterEach(() => startWorker.mockReset());

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
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
    await settled();
    expect(startWorker).toHaveBeenCalledTimes(1);
    pool.prepare(2);
    await settled();
    expect(startWorker).toHaveBeenCalledTimes(2);
    pool.prepare(9);
    await settled();
    expect(startWorker).toHaveBeenCalledTimes(3);
    await pool.close();
  });

  it("do the first work, the one that began to start first before the others", async () => {
    startWorker.mockImplementationOnce(async () => worker("first"));
    startWorker.mockImplementation(async () => worker("second"));
    const pool = openPool(2, limitsFrom());
    pool.prepare(1);
    // Vitest has stand-ins for modules that are imported one after the other.
    await settled();
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
