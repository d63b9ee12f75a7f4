/** Makes the program of its sources: tests must not depend on what lies in `dist/lib`. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @param folder in the repository, where the program finds its themes */
export async function buildInto(folder: string): Promise<void> {
  const bundler = join(ROOT, "node_modules/.bin/rolldown");
  await promisify(execFile)(bundler, ["--config", "--dir", folder], { cwd: ROOT });
}
