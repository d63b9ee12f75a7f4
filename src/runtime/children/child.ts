/**
 * Starts other programs, and sees that they end.
 *
 * What is started may be a script that starts the program proper, as Debian's `chromium-headless-shell` is.
 * To kill the script leaves the program running, and Node.js waits until everybody who has our pipes has closed
 * them. So each child is a process group of its own, which is killed as a whole, and when it has ended
 * its pipes are let go of, whoever else holds them.
 */
import { type ChildProcess, type IOType, spawn, spawnSync } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { atExit } from "../at-exit.js";
import { noteGroup } from "./orphans.js";

export interface ChildRequest {
  readonly program: string;
  readonly options: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** What it is connected by, from its standard input on. */
  readonly stdio: readonly Extract<IOType, "pipe" | "ignore">[];
  /** Milliseconds that it may live; without, whoever has it gives limits to what it is asked. */
  readonly within?: number;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** How a child came to its end. */
export type Ending =
  /** By itself, or by somebody else; `code` is missing when a signal has ended it. */
  | { readonly by: "itself"; readonly code?: number; readonly signal?: NodeJS.Signals }
  /** It was asked to, by `end`, by its signal or by its limit. */
  | { readonly by: "us" | "signal" | "limit" }
  /** It could not be started; the reason is the system's. */
  | { readonly by: "system"; readonly reason: string };

export interface Child {
  /** Undefined when it could not be started. */
  readonly pid: number | undefined;
  /** The pipes that were asked for, by their number. */
  readonly pipes: readonly (Readable | Writable | null | undefined)[];
  /** Resolves when it has ended, with all that it had started; the promise never rejects. */
  readonly ended: Promise<Ending>;
  /** Kills it with all that it has started. */
  end(): Promise<Ending>;
}

/** Milliseconds after the end in which what is still in the pipes has to be read. */
const READ_WITHIN = 1000;
/** Milliseconds in which the system has to take a killed process away: one that waits for a disk goes later. */
const GONE_WITHIN = 5000;

/** Starts a program. That it cannot be started is an `Ending`, too. */
export function startChild(request: ChildRequest): Child {
  const { signal, within } = request;
  let asked: "us" | "signal" | "limit" | undefined;
  let settle: (ending: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => {
    settle = resolve;
  });
  const child = spawned(request);
  if ("reason" in child) {
    settle({ by: "system", reason: child.reason });
    return { pid: undefined, pipes: [], ended, end: () => ended };
  }
  const { pid } = child;
  const kill = () => killGroup(pid);
  const takeBack = pid === undefined ? () => undefined : noteGroup(pid);
  const forget = atExit(() => {
    kill();
    takeBack();
  });
  const endBy = (who: "us" | "signal" | "limit") => {
    asked ??= who;
    kill();
    setTimeout(settle, GONE_WITHIN, { by: who }).unref();
  };
  const onAbort = () => endBy("signal");
  const limit = within === undefined ? undefined : setTimeout(endBy, within, "limit");
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();

  // A pipe that breaks as its other end is killed is nothing that anybody could mend.
  for (const pipe of child.stdio) pipe?.on("error", () => undefined);
  child.once("error", (error) => settle({ by: "system", reason: error.message }));
  child.once("exit", (code, killedBy) => {
    // The group is ours as long as somebody is in it: what the child has left goes with it.
    kill();
    const byItself = { by: "itself", ...(code === null ? { signal: killedBy! } : { code }) } as const;
    const end = () => settle(asked === undefined ? byItself : { by: asked });
    child.once("close", end);
    setTimeout(end, READ_WITHIN).unref();
  });
  void ended.then(() => {
    clearTimeout(limit);
    signal?.removeEventListener("abort", onAbort);
    forget();
    takeBack();
    letGo(child);
  });
  const end = () => {
    endBy("us");
    return ended;
  };
  return { pid, pipes: child.stdio, ended, end };
}

function spawned({
  program,
  options,
  env,
  cwd,
  stdio,
}: ChildRequest): ChildProcess | { readonly reason: string } {
  try {
    return spawn(program, options, {
      ...(env === undefined ? {} : { env }),
      ...(cwd === undefined ? {} : { cwd }),
      stdio: [...stdio],
      // A group of its own. On Windows it would get a window of its own.
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function letGo(child: ChildProcess): void {
  for (const pipe of child.stdio) pipe?.destroy();
  child.unref();
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore", timeout: GONE_WITHIN });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody is left in it.
  }
}

/** Why it ended, for people: `it ended with code 1`. */
export function endingWords(ending: Ending): string {
  switch (ending.by) {
    case "itself":
      return ending.signal === undefined
        ? `it ended with code ${ending.code}`
        : `it was ended by ${ending.signal}`;
    case "system":
      return ending.reason;
    case "limit":
      return "it took too long";
    case "us":
    case "signal":
      return "it was ended";
  }
}
