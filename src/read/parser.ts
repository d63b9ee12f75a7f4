/**
 * Parses the files of a publication, those of a large one on several processors.
 *
 * Threads take files from the same row as the main thread does, so nobody waits for another as long as
 * there are files. They give back what the cache keeps, which costs less than to copy a tree. Which thread
 * has parsed a file makes no difference. Plugins are functions, which cannot be given to a thread.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { MarkdownPlugin } from "../model/extensions.js";
import type { ManuscriptSource } from "../model/manuscript.js";
import { letEventsRun } from "../runtime/event-loop.js";
import { CODE_FOLDER } from "../runtime/package-root.js";
import { decodeParsed, encodeParsed, type ParsedFile } from "./parsed-file.js";
import { readerOf } from "./readers.js";

export interface Parser {
  /** Asks for a file, which is parsed by `run`, or at once when that was called. @throws ExtensionError when a plugin fails. */
  parse(source: ManuscriptSource): Promise<Parsed>;
  /** Parses all that was asked for. */
  run(): Promise<void>;
  /** How many files were asked for. */
  asked(): number;
}

export interface Parsed {
  readonly parsed: ParsedFile;
  /** See `parsed-file.ts`. */
  readonly encoded: Uint8Array;
}

/** Characters of text that are worth a thread, which has to start and to load the parser. */
const WORTH_A_THREAD = 250_000;

/** One file is parsed while the next one is on its way. */
const GIVEN_AT_ONCE = 2;

/** Only there when the program is built. */
const BUILT = join(CODE_FOLDER, "parse-thread.js");

interface Job {
  readonly source: ManuscriptSource;
  readonly resolve: (parsed: Parsed) => void;
  readonly reject: (error: unknown) => void;
}

/** @param code what runs in the threads. */
export function openParser(plugins: readonly MarkdownPlugin[] = [], code: string = BUILT): Parser {
  const waiting: Job[] = [];
  let hasRun = false;
  let asked = 0;
  return {
    asked: () => asked,
    parse: (source) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.push({ source, resolve, reject });
        if (hasRun) void parseHere(waiting, plugins);
      }),
    async run() {
      hasRun = true;
      const most = plugins.length === 0 && existsSync(code) ? availableParallelism() - 1 : 0;
      const count = Math.min(most, threadsFor(waiting.map(({ source }) => source)));
      const threads = Array.from({ length: count }, () => startThread(code, waiting));
      if (waiting.length > 0) await parseHere(waiting, plugins);
      await Promise.all(threads);
      // What a thread has failed at fails here too, and is reported as ever.
      if (waiting.length > 0) await parseHere(waiting, plugins);
    },
  };
}

/** So many that there is work for each, and for the main thread. */
function threadsFor(sources: readonly ManuscriptSource[]): number {
  const size = sources.reduce((sum, { text }) => sum + text.length, 0);
  return Math.floor(Math.min(size / WORTH_A_THREAD, sources.length / (GIVEN_AT_ONCE + 1)));
}

async function parseHere(waiting: Job[], plugins: readonly MarkdownPlugin[]): Promise<void> {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    try {
      const parse = await readerOf(job.source.file).parser();
      const parsed = parse(job.source, plugins);
      job.resolve({ parsed, encoded: encodeParsed(parsed) });
    } catch (error) {
      job.reject(error);
    }
    // What threads have done comes in between, and what others wait for.
    await letEventsRun();
  }
}

/**
 * @param waiting where it takes files, and puts back those that it has not parsed when it fails.
 * @returns when there are no more, and the thread has ended.
 */
function startThread(code: string, waiting: Job[]): Promise<void> {
  const thread = new Worker(code);
  const given: Job[] = [];
  const give = () => {
    const job = waiting.shift();
    if (!job) return;
    given.push(job);
    thread.postMessage(job.source);
  };
  for (let count = 0; count < GIVEN_AT_ONCE; count++) give();
  // Answers come in the order of the files.
  thread.on("message", (encoded: Uint8Array) => {
    give();
    given.shift()?.resolve({ parsed: decodeParsed(encoded), encoded });
    if (given.length === 0) void thread.terminate();
  });
  thread.on("error", () => undefined);
  return new Promise((resolve) => {
    thread.on("exit", () => {
      waiting.unshift(...given.splice(0));
      resolve();
    });
  });
}
