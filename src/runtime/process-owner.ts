/**
 * Names for what is temporary, which tell the process that it belongs to.
 *
 * A process that is killed leaves it behind. Whoever comes later has to tell that from what belongs to
 * a process that runs: by its number and its start, for numbers come again. A number means
 * something in its own PID namespace only, and several of them may share a folder (containers with one `/tmp`).
 * Of what comes from another one, or from another machine, only the age is known; what is in use there is touched now and then.
 */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** `.<where>-<process>-<its start>-<random>.tmp`, all but the process in hexadecimal. */
const NAME = /\.([0-9a-f]{8})-(\d+)-([0-9a-f]+)-[0-9a-f]{8}\.tmp$/;

/** Milliseconds after which what nobody has touched is taken for dead, if nothing else is known. */
export const DEAD_AFTER = 3600 * 1000;
/** Milliseconds between touches of what is in use. */
export const TOUCH_EVERY = 300 * 1000;

/** Where numbers of processes mean the same: a machine since its start, and on Linux a PID namespace. */
const HERE = createHash("sha256")
  .update([hostname(), bootOf(), namespaceOf()].join("\0"))
  .digest("hex")
  .slice(0, 8);

/** A name for what belongs to this process: `<path>.….tmp`. */
export function ownedName(path: string): string {
  const start = startOf(process.pid) ?? "0";
  return `${path}.${HERE}-${process.pid}-${start}-${randomBytes(4).toString("hex")}.tmp`;
}

/** `unknown` for what comes from elsewhere; undefined for a name that is not ours. */
export function ownerOf(name: string): "running" | "dead" | "unknown" | undefined {
  const match = NAME.exec(name);
  if (!match) return undefined;
  const [, place, pid, start] = match;
  if (place !== HERE) return "unknown";
  return isRunning(Number(pid), start!) ? "running" : "dead";
}

function isRunning(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user is one that runs.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return (startOf(pid) ?? start) === start;
}

/** The start of a process in ticks since that of the machine; undefined where the system does not tell. */
export function startOf(pid: number): string | undefined {
  // The name of the program, in brackets, may have blanks and brackets of its own (proc_pid_stat(5), field 22).
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  const ticks = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return ticks === undefined ? undefined : Number(ticks).toString(16);
}

function bootOf(): string {
  return read(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")) ?? "";
}

function namespaceOf(): string {
  return read(() => readlinkSync("/proc/self/ns/pid")) ?? "";
}

function read(from: () => string): string | undefined {
  try {
    return from();
  } catch {
    return undefined;
  }
}
