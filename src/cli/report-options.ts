/** `--report`: what else than the terminal is told of a build, and how it gets there. */
import { appendFile } from "node:fs/promises";
import { resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { cannotPublish } from "../build/machine-faults.js";
import { publishFile } from "../build/publish.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { BuildResult } from "../model/build.js";
import { colorsFor, sourceReader } from "../report/context.js";
import { githubSummary } from "../report/github-summary.js";
import { REPORTERS, type ReporterName } from "../report/reporters.js";
import type { CliContext } from "./context.js";

export interface RequestedReport {
  readonly reporter: ReporterName;
  /** Where it is written; without a file it goes to the error output. */
  readonly file?: string;
}

/** Formats that make sense in the middle of a log. */
const IN_LOG: readonly ReporterName[] = ["github"];

export function reportsOption(): Option {
  const help = "also report to junit=FILE, json=FILE, text=FILE, github; may be given again";
  return new Option("--report <kind[=file]>", help).argParser(requestedReport);
}

/** Reads one `--report`: `junit=report.xml`, `json=report.json`, `github`. */
function requestedReport(value: string, before: readonly RequestedReport[] = []): readonly RequestedReport[] {
  const [name = "", ...rest] = value.split("=");
  const file = rest.join("=");
  const known = Object.keys(REPORTERS);
  if (!Object.hasOwn(REPORTERS, name)) {
    const similar = nearest(name, known);
    const hint = similar === undefined ? `Use one of: ${known.join(", ")}` : `Did you mean ${similar}?`;
    throw new InvalidArgumentError(`There is no report ${name}. ${hint}`);
  }
  const reporter = name as ReporterName;
  if (file === "" && !IN_LOG.includes(reporter))
    throw new InvalidArgumentError(`Say where it goes: ${name}=FILE.`);
  return [...before, file === "" ? { reporter } : { reporter, file }];
}

/**
 * Writes all reports that were asked for.
 *
 * With `github` a table goes to the summary of the job as well, when GitHub asks for one.
 *
 * @returns what could not be written.
 */
export async function writeReports(
  reports: readonly RequestedReport[],
  result: BuildResult,
  { cwd, env, stderr }: CliContext,
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  const context = { cwd, env, readLines: sourceReader(), colors: colorsFor({}, env) };
  for (const { reporter, file } of reports) {
    const text = await REPORTERS[reporter](result, context);
    if (file === undefined) stderr.write(text);
    else
      await publishFile(resolve(cwd, file), Buffer.from(text)).catch((error: unknown) =>
        faults.push(cannotPublish(error, file)),
      );
  }
  const summary = env.GITHUB_STEP_SUMMARY;
  if (summary && reports.some(({ reporter }) => reporter === "github")) {
    await appendFile(summary, githubSummary(result)).catch((error: unknown) =>
      faults.push(cannotPublish(error, summary)),
    );
  }
  return faults;
}
