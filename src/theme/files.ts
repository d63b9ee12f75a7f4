/**
 * The only way to the files of a theme: style sheets, templates, and the fonts and pictures that they name.
 *
 * Themes come from other people, as manuscripts do: no path and no symbolic link leads out of the folder that
 * a theme is in (CWE-22, CWE-59), and only files are read, no devices and no pipes, up to a size. Whoever asks
 * gets an answer at once: these are few and small.
 */
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, posix, relative, sep, win32 } from "node:path";
import { nearest } from "../diagnostics/nearest.js";
import { isInside } from "../input/folder.js";
import { digestOf } from "../input/reader.js";
import { MEBIBYTE } from "../model/limits.js";

/** A folder that nothing leads out of: a publication's, a package's, the program's. */
export interface ThemeRoot {
  /** Absolute, with symbolic links resolved. */
  readonly folder: string;
  /** How its files are called in messages: by their path in it, or by the whole path. */
  readonly names: "relative" | "absolute";
}

/** A file by its path in a root, with `/`. */
export interface ThemeFile {
  readonly root: ThemeRoot;
  readonly path: string;
}

export type ThemeRead =
  | { readonly status: "read"; readonly file: ThemeFile; readonly bytes: Buffer }
  | { readonly status: "missing"; readonly similar?: string | undefined }
  | { readonly status: "outside" }
  /** In words: `is no file`. */
  | { readonly status: "unusable"; readonly reason: string };

export function themeRoot(folder: string, names: ThemeRoot["names"]): ThemeRoot {
  return { folder: realPath(folder) ?? folder, names };
}

/** The file as messages call it: relative to the publication's folder, or absolute. */
export function shownName({ root, path }: ThemeFile): string {
  return root.names === "relative" ? path : join(root.folder, path);
}

/**
 * @param path relative to the root, or to `from` in it.
 * @param most mebibytes.
 */
export function readThemeFile(root: ThemeRoot, path: string, most: number, from = "."): ThemeRead {
  if (isAbsolute(path) || win32.isAbsolute(path)) return { status: "outside" };
  const inside = posix.normalize(posix.join(from, path));
  if (inside === ".." || inside.startsWith("../")) return { status: "outside" };
  const full = join(root.folder, inside);
  const real = realPath(full);
  if (real === undefined) return { status: "missing", similar: similarTo(root, full) };
  if (!isInside(root.folder, real)) return { status: "outside" };
  const bytes = readUpTo(real, most);
  return typeof bytes === "string"
    ? { status: "unusable", reason: bytes }
    : { status: "read", file: { root, path: inside }, bytes };
}

/**
 * Files of the publication that its theme uses though they are in neither of the folders of a theme: SHA-256 by
 * path. What is in `styles/` and `templates/` is part of the theme as a whole.
 */
export type FilesElsewhere = Map<string, string>;

export function noteFile(files: FilesElsewhere, { root, path }: ThemeFile, bytes: Uint8Array): void {
  if (root.names === "relative" && !/^(?:styles|templates)\//.test(path)) files.set(path, digestOf(bytes));
}

/** Names of the files in a folder of a root, sorted; none when it is not there, or not in the root. */
export function themeFileNames(root: ThemeRoot, folder: string): string[] {
  const real = realPath(join(root.folder, folder));
  if (real === undefined || !isInside(root.folder, real)) return [];
  try {
    return readdirSync(real).sort();
  } catch {
    return [];
  }
}

/** The path of an absolute file in a root. */
export function pathIn(root: ThemeRoot, file: string): string {
  return relative(root.folder, file).split(sep).join("/");
}

/** The content, or why there is none. */
function readUpTo(path: string, most: number): Buffer | string {
  try {
    // Asked before it is opened: to open a pipe waits for whoever writes into it.
    if (!statSync(path).isFile()) return "is no file";
    const file = openSync(path, "r");
    try {
      if (fstatSync(file).size > most * MEBIBYTE) return `is larger than ${most} MiB, the limit`;
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `cannot be read: ${/^[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message}`;
  }
}

function similarTo(root: ThemeRoot, full: string): string | undefined {
  return nearest(basename(full), themeFileNames(root, pathIn(root, dirname(full))));
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
