/**
 * The publication's folder, seen from inside: finds files, and lets no path leave.
 *
 * `../`, absolute paths and symbolic links that lead out are refused (CWE-22, CWE-59), since
 * manuscripts come from other people, unless they lead to what the publication or the command line allows.
 */
import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, posix, relative, sep, win32 } from "node:path";
import { nearest } from "../diagnostics/nearest.js";

export type Lookup =
  | { readonly status: "file"; readonly path: string; readonly real: string }
  | { readonly status: "folder"; readonly path: string }
  | { readonly status: "missing"; readonly path: string; readonly similar?: string }
  | Outside;

export interface Outside {
  readonly status: "outside";
  readonly reason: "absolute" | "parent" | "link";
  /** What would have to be allowed, relative to the root: the file's folder, or the file. */
  readonly way?: string;
}

export interface Folder {
  /** Absolute, with symbolic links resolved. */
  readonly root: string;
  /**
   * Looks a path up, relative to `from` (itself relative to the root). The path that comes
   * back is relative to the root, with `/` separators and without `./`.
   */
  lookup(path: string, from?: string): Promise<Lookup>;
  /** Names of the folders in a folder, sorted; none when it is not there. */
  subfolders(path: string): Promise<readonly string[]>;
  /** Names of the files in a folder, sorted; none when it is not there. */
  filesIn(path: string): Promise<readonly string[]>;
}

/**
 * Opens a folder. Each path is looked up once, however many editions name it.
 *
 * @param allowed real paths of folders and files outside of it that count as if they were inside.
 */
export function openFolder(root: string, allowed: readonly string[] = []): Folder {
  const known = new Map<string, Promise<Lookup>>();
  return {
    root,
    lookup(path, from = ".") {
      const key = `${from}\0${path}`;
      const found = known.get(key) ?? find([root, ...allowed], path, from);
      known.set(key, found);
      return found;
    },
    subfolders: async (path) =>
      (await entries(join(root, path))).filter((each) => each.isFolder).map((each) => each.name),
    filesIn: async (path) =>
      (await entries(join(root, path))).filter((each) => !each.isFolder).map((each) => each.name),
  };
}

/** @param open the root first, then what else is allowed. */
async function find(open: readonly string[], path: string, from: string): Promise<Lookup> {
  const [root = ""] = open;
  // An absolute path of another system is one here too: the publication must mean the same everywhere.
  if (isAbsolute(path) || win32.isAbsolute(path)) return { status: "outside", reason: "absolute" };
  const inside = posix.normalize(posix.join(from, path)).replace(/(?<=.)\/$/, "");
  const isAbove = inside === ".." || inside.startsWith("../");
  if (isAbove && open.length === 1) return { status: "outside", reason: "parent", way: wayTo(inside) };
  const real = await resolveLinks(join(root, inside));
  if (real === undefined) {
    const spelled = isAbove ? undefined : await respelled(root, inside);
    if (spelled !== undefined) return find(open, spelled, ".");
    return isAbove ? missingAbove(open, inside) : missing(root, inside);
  }
  if (!open.some((each) => isInside(each, real))) {
    return { status: "outside", reason: isAbove ? "parent" : "link", way: wayTo(fromRoot(root, real)) };
  }
  const stats = await statistics(real);
  if (stats?.isFile()) return { status: "file", path: inside, real };
  return stats?.isDirectory() ? { status: "folder", path: inside } : missing(root, inside);
}

/**
 * The path as the disk writes it, when that is the same word in other code points: `ü` is one in what people
 * type and two in names that come from a Mac (Unicode Standard Annex 15). Undefined when there is none.
 */
async function respelled(root: string, path: string): Promise<string | undefined> {
  if (!/\P{ASCII}/u.test(path)) return undefined;
  let spelled = "";
  for (const part of path.split("/")) {
    const names = await entries(join(root, spelled));
    const found = names.find(({ name }) => name.normalize() === part.normalize());
    if (found === undefined) return undefined;
    spelled = posix.join(spelled, found.name);
  }
  return spelled === path ? undefined : spelled;
}

/** A file directly in a folder above is allowed by its own name: the folder holds the publication too. */
function wayTo(path: string): string {
  const folder = posix.dirname(path);
  return /^(?:\.\.\/)*\.\.$/.test(folder) ? path : folder;
}

function fromRoot(root: string, real: string): string {
  return relative(root, real).replaceAll("\\", "/");
}

/** Whether something is there is told only of what is allowed. */
async function missingAbove(open: readonly string[], path: string): Promise<Lookup> {
  const parent = await resolveLinks(join(open[0]!, dirname(path)));
  const isAllowed = parent !== undefined && open.some((each) => isInside(each, parent));
  return isAllowed ? missingFrom(parent, path) : { status: "outside", reason: "parent", way: wayTo(path) };
}

/** True when a real path is the folder itself or lies in it. */
export function isInside(root: string, real: string): boolean {
  const way = relative(root, real);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function missing(root: string, path: string): Promise<Lookup> {
  const parent = await resolveLinks(join(root, dirname(path)));
  return missingFrom(parent !== undefined && isInside(root, parent) ? parent : undefined, path);
}

/** @param parent the real folder that a file of the name would be in. */
async function missingFrom(parent: string | undefined, path: string): Promise<Lookup> {
  const names = parent === undefined ? [] : await entries(parent);
  const similar = nearest(
    basename(path),
    names.map((each) => each.name),
  );
  return { status: "missing", path, ...(similar === undefined ? {} : { similar }) };
}

async function entries(folder: string): Promise<readonly { name: string; isFolder: boolean }[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const seen = found.map((each) => ({ name: each.name, isFolder: each.isDirectory() }));
  return seen.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Undefined for whatever cannot be opened: not there, no right to look, no possible name. */
async function resolveLinks(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

async function statistics(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

/** What to do about a path that leads out. */
export function outsideHint({ reason, way }: Pick<Outside, "reason" | "way">): string {
  if (way === undefined) return "Write the path relative to the publication's folder";
  const what = reason === "link" ? "Copy what the symbolic link leads to" : "Copy the file";
  const key = `\`allow: [${way}]\` in publication.yaml`;
  return `${what} into the publication's folder, or allow it: ${key}, \`[output.colophon]\` in book.toml, or \`--allow\``;
}
