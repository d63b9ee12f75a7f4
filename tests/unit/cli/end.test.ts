/** The process ends when what it wrote has been taken, however slowly; and not with success when it never is. */
import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endProcess } from "../../../src/cli/end.js";

const ended = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(process, "exit").mockImplementation(((code: number) => void ended(code)) as never);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  ended.mockReset();
  process.exitCode = undefined;
});

/** Takes each piece after some milliseconds. */
function slow(milliseconds: number): Writable {
  return new Writable({ write: (_chunk, _encoding, taken) => void setTimeout(taken, milliseconds) });
}

test.each([20_000, 120_000])("a reader that sleeps for %d ms gets all of it", async (milliseconds) => {
  const stream = slow(milliseconds);
  stream.write("{}");
  void endProcess(0, [stream]);
  await vi.advanceTimersByTimeAsync(milliseconds - 1);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(milliseconds + 1);
  expect(ended).toHaveBeenCalledWith(0);
});

test("a reader that never reads is not waited for for ever, and has no success", async () => {
  const stream = slow(1e9);
  stream.write("{}");
  void endProcess(0, [stream]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(ended).toHaveBeenCalledWith(3);
});

test("a reader that has closed is not waited for", async () => {
  const stream = slow(1e9);
  stream.write("{}");
  void endProcess(1, [stream]);
  stream.destroy();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledWith(1);
});
