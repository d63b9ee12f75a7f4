/**
 * Packages that draw diagrams, where they are installed.
 *
 * They are sought beside the program and never in the folder of a publication: their code runs, and manuscripts
 * are not trusted.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../runtime/package-root.js";

export interface InstalledPackage {
  readonly folder: string;
  readonly version: string;
}

const places = createRequire(join(PACKAGE_ROOT, "package.json")).resolve;

/** The folder of a package; undefined when it is not there. */
export function packageFolder(name: string): string | undefined {
  const folders = (places.paths(name) ?? []).map((place) => join(place, name));
  return folders.find((each) => existsSync(join(each, "package.json")));
}

/** @returns undefined when it is not there. */
export async function installedPackage(name: string): Promise<InstalledPackage | undefined> {
  const folder = packageFolder(name);
  if (folder === undefined) return undefined;
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    readonly version?: string;
  };
  return { folder, version: version ?? "" };
}
