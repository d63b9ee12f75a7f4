/** Writes a new publication into a folder: all of it, or nothing. */
import { lstat, mkdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";

/** Many projects have one before they have a book: it is no reason to refuse. */
const SHARED = ".gitignore";

/**
 * Writes files that are not there yet. One that is there is reported, and then nothing is written.
 *
 * @param files content by path relative to `folder`.
 * @returns the paths written; undefined when there is an error.
 */
export async function writeStarter(
  folder: string,
  files: ReadonlyMap<string, string>,
  report: Report,
): Promise<readonly string[] | undefined> {
  const present: string[] = [];
  for (const path of files.keys()) if (await exists(join(folder, path))) present.push(path);
  const obstacles = present.filter((path) => path !== SHARED);
  for (const path of obstacles) report(obstacle(path));
  if (obstacles.length > 0) return undefined;
  if (present.includes(SHARED)) await adviseOnIgnored(folder, report);
  const wanted = [...files].filter(([path]) => !present.includes(path));
  return (await writeAll(folder, wanted, report)) ? wanted.map(([path]) => path) : undefined;
}

function obstacle(path: string) {
  const hint = "Choose another folder, or move the file away: colophon init overwrites nothing";
  return diagnostic("file-exists", `\`${path}\` already exists`, undefined, hint);
}

async function adviseOnIgnored(folder: string, report: Report): Promise<void> {
  const text = await readFile(join(folder, SHARED), "utf8").catch(() => "");
  if (/^\/?dist\/?\s*$/m.test(text)) return;
  const hint = "Add the line `dist/` to it, where Colophon publishes";
  report(diagnostic("file-kept", "`.gitignore` already exists and stays as it is", undefined, hint));
}

/** Takes back what it has written when one file fails. */
async function writeAll(
  folder: string,
  files: readonly (readonly [string, string])[],
  report: Report,
): Promise<boolean> {
  const written: string[] = [];
  const made: string[] = [];
  for (const [path, content] of files) {
    const target = join(folder, path);
    try {
      const first = await mkdir(dirname(target), { recursive: true });
      if (first !== undefined) made.push(first);
      // `wx`: another program may have made the file since it was looked for.
      await writeFile(target, content, { flag: "wx" });
      written.push(target);
    } catch (error) {
      report(unwritable(path, error));
      for (const each of written) await rm(each, { force: true });
      for (const each of made.reverse()) await rmdir(each).catch(() => undefined);
      return false;
    }
  }
  return true;
}

function unwritable(path: string, error: unknown) {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  // A file stands where the folder has to be, or another program has made the file just now.
  if (code === "EEXIST") return obstacle(syscall === "mkdir" ? dirname(path) : path);
  const reason = /^[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message;
  const hint = "Check that the folder can be written to and has room, or choose another one";
  return diagnostic("cannot-write", `\`${path}\` cannot be written: ${reason}`, undefined, hint);
}

async function exists(path: string): Promise<boolean> {
  // A link that leads nowhere is there, too.
  return lstat(path).then(
    () => true,
    () => false,
  );
}
