/** What this version of the program is, as far as results depend on it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { CODE_FOLDER, PACKAGE_ROOT } from "../runtime/package-root.js";
import { keyOf } from "./store.js";

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
  const packages = join(PACKAGE_ROOT, "node_modules", ".package-lock.json");
  const hashes = await Promise.all([
    hashFolder(CODE_FOLDER),
    hashFolder(join(PACKAGE_ROOT, "templates")),
    hashFolder(join(PACKAGE_ROOT, "styles")),
    readFile(join(PACKAGE_ROOT, "package.json")),
    // Not there when the program is itself a package of another project.
    readFile(packages).catch(() => ""),
  ]);
  return keyOf(...hashes);
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
