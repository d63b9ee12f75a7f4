/** The result of a build on the streams of the process. */
import type { BuildResult } from "../model/build.js";
import { colorsFor, type ReportContext, sourceReader } from "../report/context.js";
import { deliveries } from "../report/deliveries.js";
import { REPORTERS } from "../report/reporters.js";
import { summary } from "../report/summary.js";
import type { BuildOptions } from "./build-options.js";
import type { CliContext } from "./context.js";
import { detailsOf } from "./unexpected.js";

/** The result goes to stdout; what is wrong goes to stderr, unless it is part of the JSON. */
export async function printResult(
  result: BuildResult,
  options: BuildOptions,
  context: CliContext,
): Promise<void> {
  const { cwd, env, stdout, stderr } = context;
  const readLines = sourceReader();
  const forStderr: ReportContext = { cwd, readLines, colors: colorsFor(stderr, env) };
  const forStdout: ReportContext = { cwd, readLines, colors: colorsFor(stdout, env) };
  if (options.json === true) {
    stdout.write(await REPORTERS.json(result, forStdout));
    return;
  }
  stderr.write(await REPORTERS.text(result, forStderr));
  if (context.debug === true) stderr.write(detailsOf(result));
  if (options.quiet !== true) stdout.write(summary(result, forStdout) + deliveries(result));
}
