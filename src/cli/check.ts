/** `colophon check`: ebooks of any origin, checked as shops check them. */
import { relative, resolve } from "node:path";
import type { CheckedFile } from "../check/check-files.js";
import type { BuildResult } from "../model/build.js";
import { colorsFor, sourceReader } from "../report/context.js";
import { REPORTERS } from "../report/reporters.js";
import type { CliContext } from "./context.js";
import { exitCode } from "./exit-codes.js";

/** Options as commander hands them over. */
export interface CheckOptions {
  readonly quiet?: true;
  readonly json?: true;
}

/** Checks files one after another and gives the exit code. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  { cwd, env, stdout, stderr }: CliContext,
): Promise<number> {
  // Loaded when needed: a build does not check files.
  const { check } = await import("../check/check-files.js");
  const result: { editions: BuildResult["editions"]; diagnostics: BuildResult["diagnostics"][number][] } = {
    editions: [],
    diagnostics: [],
  };
  for (const path of paths) {
    const file = resolve(cwd, path);
    const name = relative(cwd, file).replaceAll("\\", "/");
    const [{ diagnostics }] = (await check([file], { cwd, env })) as [CheckedFile];
    result.diagnostics.push({ publication: name, root: cwd, diagnostics });
    if (!options.quiet && !options.json && diagnostics.length === 0) stdout.write(`${name}  nothing found\n`);
  }
  const readLines = sourceReader();
  if (options.json)
    stdout.write(await REPORTERS.json(result, { cwd, readLines, colors: colorsFor(stdout, env) }));
  else stderr.write(await REPORTERS.text(result, { cwd, readLines, colors: colorsFor(stderr, env) }));
  return exitCode(result);
}
