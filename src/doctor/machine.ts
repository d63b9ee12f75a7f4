/** The version of Node.js, and the place of the cache. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { cacheFiles } from "../cache/contents.js";
import { cacheFolder } from "../cache/folder.js";
import { total } from "../cache/prune.js";
import { cacheLimit } from "../cache/sizes.js";
import { size } from "../report/quantities.js";
import { PACKAGE_ROOT } from "../runtime/package-root.js";
import type { DoctorFinding, Examination } from "./finding.js";

const manifest = z.object({ engines: z.object({ node: z.string() }) });

export const examineNode: Examination = async () => {
  const text = await readFile(join(PACKAGE_ROOT, "package.json"), "utf8");
  const { engines } = manifest.parse(JSON.parse(text));
  const needed = /\d+(?:\.\d+)*/.exec(engines.node)?.[0] ?? "0";
  return [nodeFinding(process.versions.node, needed)];
};

/** @param needed the oldest version that will do: `20.19`. */
export function nodeFinding(version: string, needed: string): DoctorFinding {
  const name = { id: "node", name: "Node.js", detail: `${version} (needed: ${needed} or newer)` };
  if (isAtLeast(version, needed)) return { ...name, status: "ok" };
  return { ...name, status: "missing", hint: `Install Node.js ${needed} or newer: https://nodejs.org` };
}

function isAtLeast(version: string, needed: string): boolean {
  const have = version.split(".").map(Number);
  for (const [index, number] of needed.split(".").map(Number).entries()) {
    const own = have[index] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}

export const examineCache: Examination = async (environment) => {
  const folder = cacheFolder(environment);
  const name = { id: "cache", name: "Cache" };
  const reason = await whyNotWritable(folder);
  if (reason !== undefined) {
    const hint = "Set COLOPHON_CACHE to a folder that can be written to";
    return [{ ...name, status: "missing", detail: `${folder} cannot be written to (${reason})`, hint }];
  }
  const limit = cacheLimit(environment);
  if (limit === undefined) {
    const detail = `COLOPHON_CACHE_SIZE is \`${environment.COLOPHON_CACHE_SIZE}\`, which is not a size`;
    return [{ ...name, status: "missing", detail, hint: "Write a size like 500MB, 2GB or 1GiB" }];
  }
  const used = size(total(await cacheFiles(folder)));
  const ceiling = Number.isFinite(limit) ? `of ${size(limit)}` : "without a limit";
  return [{ ...name, status: "ok", detail: `${folder}, writable, ${used} ${ceiling}` }];
};

/** The system's word for it (`EACCES`); undefined when a file can be written there. */
async function whyNotWritable(folder: string): Promise<string | undefined> {
  const probe = join(folder, `${randomUUID()}.probe`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(probe, "");
    await rm(probe);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
