/** How much main memory a browser takes. */
import { readFileSync } from "node:fs";

const PAGE = 4096;

/**
 * Resident memory of a process and all below it, in bytes. Zero where the system does not tell
 * it in `/proc` (all but Linux).
 */
export function memoryOf(pid: number | undefined): number {
  if (pid === undefined || process.platform !== "linux") return 0;
  return childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), residentPages(pid) * PAGE);
}

/** The second number of `statm` less the third: what is shared with other processes counts once at most. */
function residentPages(pid: number): number {
  const [, resident = 0, shared = 0] = read(`/proc/${pid}/statm`).split(" ").map(Number);
  return resident - shared;
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
