/** The program as a process of its own, to be killed. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Builds the program into a folder of the project, where it finds its themes: tests must not depend on
 * what lies in `dist/lib`.
 */
export async function buildInto(folder: string): Promise<string> {
  const bundler = join(ROOT, "node_modules/.bin/rolldown");
  await promisify(execFile)(bundler, ["--config", "--dir", folder], { cwd: ROOT });
  return join(folder, "cli.js");
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
