/** What this version of the program is, as far as results depend on it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { CODE_FOLDER, PACKAGE_ROOT } from "../runtime/package-root.js";
import { keyOf } from "./store.js";

/** Of the process: what it has loaded does not change. */
let known: Promise<string> | undefined;

/**
 * A hash of the program: its code, its themes and the versions of the packages beside it. A
 * version number would not do: whoever works on the program changes it without a new
 * number, and must not get yesterday's pages.
 */
export function programFingerprint(): Promise<string> {
  known ??= fingerprint();
  return known;
}

async function fingerprint(): Promise<string> {
  const hashes = await Promise.all([
    hashFolder(CODE_FOLDER),
    hashFolder(join(PACKAGE_ROOT, "templates")),
    hashFolder(join(PACKAGE_ROOT, "styles")),
    readFile(join(PACKAGE_ROOT, "package.json")),
    installedPackages(PACKAGE_ROOT),
  ]);
  return keyOf(...hashes);
}

/** What npm, pnpm and Yarn write into `node_modules` about what they have installed. */
const INSTALLED = [".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity"];

/**
 * A hash of the packages that code and style sheets in a folder find: those of the nearest `node_modules`, there or
 * above, which is where package managers put more. Where the folder is makes no difference.
 */
export function installedPackages(folder: string): string {
  const files = INSTALLED.map((name) => join(folder, "node_modules", name)).filter((file) =>
    existsSync(file),
  );
  const above = dirname(folder);
  if (files.length === 0 && above !== folder) return installedPackages(above);
  return keyOf(...files.map((file) => readFileSync(file)));
}

/** A hash of the names and contents of all files below a folder; of nothing when there is none. */
export async function hashFolder(folder: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    // Some hundreds of small files: one by one takes a tenth of the time that as many promises take.
    const content = readFileSync(file);
    hash.update(`${relative(folder, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
