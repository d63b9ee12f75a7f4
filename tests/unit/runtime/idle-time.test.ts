import { performance } from "node:perf_hooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inIdleTime } from "../../../src/runtime/idle-time.js";

describe("work for idle time", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** How much of the time the program has worked, each time that somebody looks. */
  function worked(...parts: number[]): void {
    vi.spyOn(performance, "eventLoopUtilization").mockImplementation((now) => ({
      idle: 0,
      active: 0,
      utilization: now ? parts.shift()! : 0,
    }));
  }

  it("is done by itself, and once", () => {
    worked(0.1);
    const compute = vi.fn(() => 7);
    const result = inIdleTime(compute);
    expect(compute).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(compute).toHaveBeenCalledOnce();
    expect(result()).toBe(7);
    expect(compute).toHaveBeenCalledOnce();
  });

  it("waits until the program waits", () => {
    worked(1, 0.9, 0.2);
    const compute = vi.fn(() => 7);
    inIdleTime(compute);
    vi.advanceTimersToNextTimer();
    vi.advanceTimersToNextTimer();
    expect(compute).not.toHaveBeenCalled();
    vi.advanceTimersToNextTimer();
    expect(compute).toHaveBeenCalledOnce();
  });

  it("is done at once for who asks before", () => {
    const compute = vi.fn(() => 7);
    const result = inIdleTime(compute);
    expect(result()).toBe(7);
    vi.runAllTimers();
    expect(compute).toHaveBeenCalledOnce();
  });
});
