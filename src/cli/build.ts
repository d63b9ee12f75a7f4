/** `colophon build`: from the command line to a request, and from its result to the streams and an exit code. */
import { resolve } from "node:path";
import type { Timings } from "../build/manifest/schema.js";
import { readTimings } from "../build/manifest/timings.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { requestedPublications } from "../load/publications.js";
import type { BuildRequest, BuildResult } from "../model/build.js";
import { progressRenderer, silentProgress } from "../report/progress.js";
import type { BuildOptions } from "./build-options.js";
import { type Config, readConfig } from "./config.js";
import type { CliContext } from "./context.js";
import { EXIT, exitCode } from "./exit-codes.js";
import { untilInterrupted } from "./interrupt.js";
import { LIMITS_VARIABLE, readLimits } from "./limits.js";
import { allowedFetches, levelsOf } from "./option-values.js";
import { printResult } from "./print-result.js";
import { writeReports } from "./report-options.js";
import { runWatch } from "./watch.js";

/** Builds what the command line asks for and gives the exit code. */
export async function runBuild(
  given: readonly string[],
  options: BuildOptions,
  context: CliContext,
): Promise<number> {
  const faults: Diagnostic[] = [];
  const report = (each: Diagnostic) => void faults.push(each);
  const publications = await requestedPublications(given, context.cwd, report);
  const config = await readConfig(options.config, context.cwd, report);
  const paths = (options.timings ?? []).map((each) => resolve(context.cwd, each));
  const timings = paths.length > 0 ? await readTimings(paths, report) : {};
  if (faults.length > 0) return await tell(withFaults(NOTHING, faults, context), options, context);
  const limits = readLimits(context.env[LIMITS_VARIABLE] ?? "");
  if (typeof limits === "string") {
    context.stderr.write(`error: ${LIMITS_VARIABLE} is wrong: ${limits}\n`);
    return EXIT.usage;
  }
  const limited = { ...options, limit: { ...limits, ...options.limit } };
  const request = requestOf(publications, config, timings, limited, context);
  return untilInterrupted(context.stderr, async (signal) => {
    if (options.watch === true) return runWatch(request, options, context, signal);
    const result = await build(request, config, options, context, signal);
    const code = await tell(result, options, context);
    return signal.aborted ? EXIT.interrupted : code;
  });
}

const NOTHING: BuildResult = { editions: [], diagnostics: [] };

function withFaults(result: BuildResult, faults: readonly Diagnostic[], { cwd }: CliContext): BuildResult {
  if (faults.length === 0) return result;
  const general = { publication: "", root: cwd, diagnostics: faults };
  return { ...result, diagnostics: [...result.diagnostics, general] };
}

/** Tells everybody who is to know, and gives the exit code. */
async function tell(result: BuildResult, options: BuildOptions, context: CliContext): Promise<number> {
  const faults = await writeReports(options.report ?? [], result, context);
  const all = withFaults(result, faults, context);
  await printResult(all, options, context);
  return exitCode(all);
}

async function build(
  request: BuildRequest,
  config: Config | undefined,
  options: BuildOptions,
  context: CliContext,
  signal: AbortSignal,
): Promise<BuildResult> {
  const isSilent = options.quiet === true || options.json === true;
  const progress = isSilent ? silentProgress : progressRenderer(context.stderr, context.clock);
  // Whoever did not name it shall see that code of theirs runs.
  if (config && !isSilent && options.config === undefined) context.stderr.write(`Using ${config.name}\n`);
  try {
    return await context.build({ ...request, onProgress: progress.show, signal });
  } finally {
    progress.close();
  }
}

function requestOf(
  publications: readonly string[],
  config: Config | undefined,
  timings: Timings,
  options: BuildOptions,
  { cwd }: CliContext,
): BuildRequest {
  return {
    publications,
    ...(options.edition === undefined ? {} : { editions: options.edition }),
    out: resolve(cwd, options.out),
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...(options.limit === undefined ? {} : { limits: options.limit }),
    ...(options.cache === false ? { cache: "none" } : {}),
    ...(config === undefined ? {} : { extensions: config.extensions }),
    ...allowedFetches(options.allowFetch, config),
    ...(options.allow === undefined ? {} : { allow: options.allow.map((each) => resolve(cwd, each)) }),
    ...(options.check === true ? { publish: "compare" } : {}),
    ...(options.shard === undefined ? {} : { shard: { ...options.shard, timings } }),
    ...(options.manifest === undefined ? {} : { manifest: resolve(cwd, options.manifest) }),
    ...levelsOf(options),
  };
}
