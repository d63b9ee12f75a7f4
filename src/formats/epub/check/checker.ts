/**
 * Runs EPUBCheck beside everything else, in threads of its own.
 *
 * It takes more processor time than all else that is done for an ebook, and a third of a second to
 * load. In a thread it is loaded while manuscripts are read, and works while the ebook is packed.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Finding } from "../../../diagnostics/finding.js";
import type { EbookFiles } from "../../../model/ebook.js";
import { CODE_FOLDER } from "../../../runtime/package-root.js";
import { epubcheckFiles } from "./epub.js";

export interface Checker {
  /** How many ebooks, or parts of one, it checks at once. */
  readonly threads: number;
  /** Starts a thread, and when called again another one: a check comes soon. */
  prepare(): void;
  /** @throws what ended a thread that was not asked to end. */
  check(files: EbookFiles): Promise<Finding[]>;
  close(): Promise<void>;
}

/** Checks in the thread of the program: for who checks now and then. */
export const plainChecker: Checker = {
  threads: 1,
  prepare: () => undefined,
  check: epubcheckFiles,
  close: async () => undefined,
};

/** More would need much memory, and a book has few documents. */
const MOST_THREADS = 2;

/** Only there when the program is built. */
const BUILT = join(CODE_FOLDER, "epubcheck-thread.js");

/** Milliseconds without an answer after which a thread is given up: many times what the largest books take. */
const PATIENCE = 300_000;

/** What is left of a check that has no end. */
const GIVEN_UP: Finding = {
  code: "epub-questionable",
  message: "The ebook is not checked: EPUBCheck takes too long for it",
  hint: "Divide its longest chapters, or ask the official EPUBCheck (`EPUBCHECK_JAR`)",
};

/**
 * Threads start when they are needed.
 *
 * @param code what runs in them.
 * @param patience milliseconds that one may be at work on an ebook.
 */
export function openChecker(code: string = BUILT, patience: number = PATIENCE): Checker {
  if (!existsSync(code)) return plainChecker;
  const most = Math.min(MOST_THREADS, availableParallelism());
  const threads: Thread[] = [];
  let isClosed = false;
  const start = () => {
    const thread = startThread(code, patience, () => {
      const at = threads.indexOf(thread);
      if (at >= 0) threads.splice(at, 1);
    });
    threads.push(thread);
    return thread;
  };
  return {
    threads: most,
    prepare() {
      if (!isClosed && threads.length < most) start();
    },
    check(files) {
      // A thread that nobody ends would keep the program from ending.
      if (isClosed) return Promise.reject(new Error("The checker is closed"));
      const [leastBusy] = [...threads].sort((one, other) => one.waiting() - other.waiting());
      const isBusy = leastBusy === undefined || (leastBusy.waiting() > 0 && threads.length < most);
      return (isBusy ? start() : leastBusy).check(files);
    },
    async close() {
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

interface Thread {
  /** How many checks it has been given and not finished. */
  waiting(): number;
  check(files: EbookFiles): Promise<Finding[]>;
  end(): Promise<unknown>;
}

interface Asked {
  readonly resolve: (found: Finding[]) => void;
  readonly reject: (error: Error) => void;
}

/** @param onEnd called when the thread takes no more questions. */
function startThread(code: string, patience: number, onEnd: () => void): Thread {
  const worker = new Worker(code);
  // Answers come in the order of the questions.
  const asked: Asked[] = [];
  const fail = (error: Error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  };
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(timer);
    if (asked.length > 0) timer = setTimeout(giveUp, patience);
  };
  const giveUp = () => {
    onEnd();
    for (const { resolve } of asked.splice(0)) resolve([GIVEN_UP]);
    void worker.terminate();
  };
  worker.on("message", (found: Finding[]) => {
    asked.shift()?.resolve(found);
    watch();
  });
  worker.on("error", fail);
  worker.on("exit", () => {
    clearTimeout(timer);
    onEnd();
    fail(new Error("The thread that checks ebooks has ended"));
  });
  return {
    waiting: () => asked.length,
    check: (files) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        if (asked.length === 1) watch();
        worker.postMessage(files);
      }),
    end: () => worker.terminate(),
  };
}
