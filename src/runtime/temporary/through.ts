/**
 * Places to write to that are no files: devices such as `/dev/stdout`, pipes with a name.
 *
 * They are written into. To put a file in their place, as is done with files, would take the machine's
 * `/dev/null` away.
 */
import { constants } from "node:fs";
import { lstat, open, readlink, realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds that a reader of a pipe may let us wait, and between two tries. */
const PATIENCE = 30_000;
const PAUSE = 20;
/** Links that lead to links; the system gives up at about as many. */
const MOST_LINKS = 40;

/** Whether there is something at a path that is neither a file nor a folder, by way of links too. */
export async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Where a file is that links lead to, be it there or not: the link stays, the file is replaced. */
export async function behindLinks(path: string): Promise<string> {
  let target = path;
  for (let count = 0; count < MOST_LINKS; count += 1) {
    const found = await lstat(target).catch(() => undefined);
    if (!found?.isSymbolicLink()) return count === 0 ? path : await realpath(target).catch(() => target);
    target = resolve(dirname(target), await readlink(target));
  }
  return target;
}

/** @throws the system's error; ENXIO when nobody reads a pipe. */
export async function writeInto(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    let last = Date.now();
    for (let at = 0; at < bytes.length; ) {
      const written = await file.write(bytes, at).then(({ bytesWritten }) => bytesWritten, untilRead);
      if (written > 0) last = Date.now();
      else if (Date.now() - last > PATIENCE) throw nobodyReads(path);
      else await pause(PAUSE);
      at += written;
    }
  } finally {
    await file.close();
  }
}

function nobodyReads(path: string): Error {
  return Object.assign(new Error(`EAGAIN: nobody reads it, write '${path}'`), {
    code: "EAGAIN",
    syscall: "write",
  });
}

/** A pipe is full until its reader has read some of it. */
function untilRead(error: NodeJS.ErrnoException): number {
  if (error.code === "EAGAIN") return 0;
  throw error;
}
