/**
 * Checks a finished file in a thread of its own.
 *
 * Files of any origin may keep a checker busy for minutes, and while it computes it heeds neither a signal nor a
 * limit. A thread can be ended at any time.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckedFile } from "../formats/format.js";
import { MAKERS } from "../formats/registry.js";
import type { Format } from "../model/format.js";
import { CODE_FOLDER } from "../runtime/package-root.js";

/** Only there when the program is built. */
const BUILT = join(CODE_FOLDER, "check-thread.js");

/** Milliseconds: many times what the largest books take. */
export const CHECK_WITHIN = 300_000;

interface Ending {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly within?: number;
  /** What runs in the thread. */
  readonly code?: string;
}

/**
 * @param bytes what is in the file.
 * @returns undefined when it takes longer than it may.
 * @throws what the check threw, or the signal's reason.
 */
export async function checkInThread(
  path: string,
  bytes: Uint8Array,
  format: Format,
  { signal, within = CHECK_WITHIN, code = BUILT }: Ending,
): Promise<CheckedFile | undefined> {
  signal?.throwIfAborted();
  if (!existsSync(code)) return await MAKERS[format].files!.check(bytes);
  const worker = new Worker(code, { workerData: { path, format } });
  let timer: NodeJS.Timeout | undefined;
  let abort = () => {};
  try {
    return await new Promise<CheckedFile | undefined>((resolve, reject) => {
      timer = setTimeout(() => resolve(undefined), within);
      abort = () => reject(signal?.reason);
      signal?.addEventListener("abort", abort, { once: true });
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("The thread that checks files has ended")));
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    await worker.terminate();
  }
}
