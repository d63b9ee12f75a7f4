/** What the processes of a browser take of the machine, as Linux tells it in `/proc`. */
import { readFileSync } from "node:fs";

const PAGE = 4096;

/**
 * Resident memory of a process and all below it, in bytes. Zero where the system does not tell.
 */
export function memoryOf(pid: number | undefined): number {
  return familyOf(pid).reduce((sum, each) => sum + residentPages(each) * PAGE, 0);
}

/**
 * Ticks of the processor (mostly a hundredth of a second) that the pages of a browser have taken so far, not
 * the browser itself, which has little things to do now and then whether they get on or not.
 * Undefined where the system does not tell.
 */
export function pagesTimeOf(pid: number | undefined): number | undefined {
  const ofPages = familyOf(pid).filter((each) => read(`/proc/${each}/cmdline`).includes("--type="));
  if (ofPages.length === 0) return undefined;
  return ofPages.reduce((sum, each) => sum + processorTime(each), 0);
}

/** The process and all below it. */
function familyOf(pid: number | undefined): number[] {
  if (pid === undefined || process.platform !== "linux") return [];
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

/** The second number of `statm` less the third: what is shared with other processes counts once at most. */
function residentPages(pid: number): number {
  const [, resident = 0, shared = 0] = read(`/proc/${pid}/statm`).split(" ").map(Number);
  return resident - shared;
}

/** Fields 14 and 15 of proc_pid_stat(5); the second one, in brackets, may have blanks. */
function processorTime(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return user + system;
}

function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
}

/** At once: the system answers out of its memory, and to wait for a thread would take far longer. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // The process has ended.
    return "";
  }
}
