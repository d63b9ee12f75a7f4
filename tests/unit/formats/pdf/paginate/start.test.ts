import { describe, expect, test, vi } from "vitest";
import { BrowserFailure } from "../../../../../src/formats/pdf/paginate/browser/faults.js";
import { startInTries } from "../../../../../src/formats/pdf/paginate/start.js";

const found = { executablePath: "/opt/browser", origin: "named" } as const;
const never = () => new AbortController().signal;

describe("a browser that is started", () => {
  test.each([1, 2])("may fail %d times", async (failures) => {
    const start = vi.fn(async () => "started");
    for (let each = 0; each < failures; each += 1)
      start.mockRejectedValueOnce(new BrowserFailure("it ended with code 1"));
    expect(await startInTries(found, start, never())).toBe("started");
    expect(start).toHaveBeenCalledTimes(failures + 1);
  });

  test("is told with its name and its reason after three tries", async () => {
    const start = vi.fn(async () => {
      throw new BrowserFailure("it ended with code 127: libnss3.so is missing");
    });
    const message = "/opt/browser does not start: it ended with code 127: libnss3.so is missing";
    await expect(startInTries(found, start, never())).rejects.toMatchObject({
      name: "BrowserFailure",
      message,
    });
    expect(start).toHaveBeenCalledTimes(3);
  });

  test("is not tried again for what no other try would mend", async () => {
    const start = vi.fn(async () => {
      throw new Error("a handler is wrong");
    });
    await expect(startInTries(found, start, never())).rejects.toThrow("a handler is wrong");
    expect(start).toHaveBeenCalledTimes(1);
  });

  test("and hangs is ended, and told, and not waited for again and again", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const start = vi.fn(
      (signal: AbortSignal) =>
        new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    );
    const started = startInTries(found, start, never());
    const told = expect(started).rejects.toThrow(/does not start: it did not answer within \d+ seconds/);
    await vi.advanceTimersByTimeAsync(100_000);
    await told;
    expect(start).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  test("and hangs is given up at once when the build is ended", async () => {
    const controller = new AbortController();
    const start = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const started = startInTries(found, start, controller.signal);
    controller.abort();
    await expect(started).rejects.toMatchObject({ name: "AbortError" });
  });
});
