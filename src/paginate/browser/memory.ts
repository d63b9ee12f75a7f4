/** How much main memory a browser takes. */
import { readFile } from "node:fs/promises";

const PAGE = 4096;

/**
 * Resident memory of a process and all below it, in bytes. Zero where the system does not tell
 * it in `/proc` (all but Linux).
 */
export async function memoryOf(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== "linux") return 0;
  const [own, below] = await Promise.all([residentPages(pid), childrenOf(pid)]);
  const theirs = await Promise.all(below.map(memoryOf));
  return theirs.reduce((sum, each) => sum + each, own * PAGE);
}

/** The second number of `statm` less the third: what is shared with other processes counts once at most. */
async function residentPages(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  const [, resident = 0, shared = 0] = text.split(" ").map(Number);
  return resident - shared;
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return text.split(" ").filter(Boolean).map(Number);
}
