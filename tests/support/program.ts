/**
 * The program as users have it, built once for all tests of editions: with the threads that parse and run
 * EPUBCheck, which its sources do not have. In this process, or as one of its own, to be killed.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import type { BuildRequest, BuildResult } from "../../src/model/build.js";

/** The file of the command line. */
export function commandFile(): string {
  return join(inject("program"), "cli.js");
}

/** Builds as `build` of the library does. */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const library: typeof import("../../src/index.js") = await import(join(inject("program"), "index.js"));
  return library.build(request);
}

export interface Started {
  readonly child: ChildProcess;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Its temporary folder is `temporary`, so that what it leaves there can be seen. */
export function start(cli: string, argv: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [cli, ...argv], { env: { ...process.env, ...env }, stdio: "ignore" });
  const ended = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code ?? 0));
  });
  return { child, ended };
}

/** Processes of browsers whose profile is in a folder: Linux only, for there is no portable way to ask. */
export async function browsersIn(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const words = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    if (words.includes(`--user-data-dir=${folder}`)) found.push(Number(name));
  }
  return found;
}

/** The first process of the only browser whose profile is in a folder: the others end with it. */
export async function browserIn(folder: string): Promise<number | undefined> {
  return (await browsersIn(folder)).sort((one, other) => one - other)[0];
}
