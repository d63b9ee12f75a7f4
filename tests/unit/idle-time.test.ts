import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inIdleTime } from "../../src/idle-time.js";

describe("work for idle time", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is done by itself, and once", () => {
    const compute = vi.fn(() => 7);
    const result = inIdleTime(compute);
    expect(compute).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(compute).toHaveBeenCalledOnce();
    expect(result()).toBe(7);
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
