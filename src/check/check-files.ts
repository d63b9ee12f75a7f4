/** Checks several finished files, one after another: what `colophon check` does, for programs. */
import { relative, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { processEnvironment } from "../runtime/environment.js";
import { checkFile } from "./check.js";

export interface CheckedFile {
  /** As it was given. */
  readonly path: string;
  /** None when nothing was found. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CheckOptions {
  /** Where relative paths start; default: the current folder. */
  readonly cwd?: string;
  /** `EPUBCHECK_JAR` and `PATH` say where the official EPUBCheck is; default: those of the process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the check: the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * Checks ebooks and PDF files of any origin, as `colophon check` does.
 *
 * @returns a result for each path, in their order. A file that cannot be read is a diagnostic.
 */
export async function check(
  paths: readonly string[],
  { cwd = process.cwd(), env = processEnvironment, signal }: CheckOptions = {},
): Promise<CheckedFile[]> {
  const results: CheckedFile[] = [];
  for (const path of paths) {
    signal?.throwIfAborted();
    const file = resolve(cwd, path);
    const name = relative(cwd, file).replaceAll("\\", "/");
    const { diagnostics } = await checkFile(file, name, { environment: env, signal });
    results.push({ path, diagnostics });
  }
  return results;
}
