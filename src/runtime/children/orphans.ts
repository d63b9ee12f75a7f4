/**
 * Children of a process that is killed by force, which cannot end them: the next one does.
 *
 * A file without content, beside the other temporary ones, says in its name which group is whose. Numbers of processes come again,
 * so the start of the child belongs to it; where the system does not tell that, nothing is noted.
 */
import { lstatSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ownedName, startOf } from "../process-owner.js";

const NOTE = /^colophon-(\d+)-([0-9a-f]+)\./;

/** @param pid of a child that leads a group. @returns takes the note back. */
export function noteGroup(pid: number): () => void {
  const start = startOf(pid);
  if (start === undefined) return () => undefined;
  const note = ownedName(join(tmpdir(), `colophon-${pid}-${start}`));
  try {
    writeFileSync(note, "", { flag: "wx", mode: 0o600 });
  } catch {
    // No room: whoever needs it is told by what fails then.
  }
  return () => rmSync(note, { force: true });
}

/** Ends the group that a note of a dead process names. Anything else is left alone. */
export function endOrphans(note: string): void {
  const match = NOTE.exec(basename(note));
  if (!match || !isOurs(note)) return;
  const pid = Number(match[1]);
  if (startOf(pid) !== match[2]) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended just now.
  }
}

/** Anybody may write into the system's temporary folder, and must not choose what we end. */
function isOurs(note: string): boolean {
  const stats = lstatSync(note, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.uid === process.getuid?.();
}
