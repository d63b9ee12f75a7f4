/** `colophon check`: publications, and finished files of any origin. */
import { stat } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import type { Manners } from "../check/external/ask.js";
import type { Mention } from "../check/external/links.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { allLevelled, type Levels } from "../diagnostics/levels.js";
import { isDescribingFile } from "../load/locate.js";
import type { BuildResult, EditionResult, PublicationDiagnostics } from "../model/build.js";
import { colorsFor, sourceReader } from "../report/context.js";
import { REPORTERS } from "../report/reporters.js";
import { sourceDateEpoch, sourceDateFaults } from "../source-date.js";
import type { CliContext } from "./context.js";
import { EXIT, exitCode } from "./exit-codes.js";
import { interruptible } from "./interrupt.js";
import { type LevelOptions, levelsOf } from "./option-values.js";
import { type RequestedReport, writeReports } from "./report-options.js";

/** Options as commander hands them over. */
export interface CheckOptions extends LevelOptions {
  readonly layout?: true;
  readonly externalLinks?: true;
  /** False for `--no-cache`. */
  readonly cache?: boolean;
  readonly jobs?: number;
  readonly report?: readonly RequestedReport[];
  readonly quiet?: true;
  readonly json?: true;
}

interface Checked {
  readonly publication: string;
  readonly root: string;
  /** Levelled already. */
  readonly diagnostics: readonly Diagnostic[];
  /** What a publication itself makes of diagnostics. */
  readonly levels?: Levels | undefined;
  readonly links: readonly Mention[];
  readonly editions?: readonly EditionResult[];
}

/** Checks one after another and gives the exit code. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  context: CliContext,
): Promise<number> {
  const interrupt = interruptible(context.stderr);
  try {
    const editions: EditionResult[] = [];
    const diagnostics: PublicationDiagnostics[] = [];
    const general = sourceDateFaults(context.env);
    if (general.length > 0) diagnostics.push({ publication: "", root: context.cwd, diagnostics: general });
    for (const path of paths) {
      const checked = await checkPath(path, options, context, interrupt.signal);
      editions.push(...(checked.editions ?? []));
      const found = await withExternal(checked, options, context, interrupt.signal);
      diagnostics.push({ publication: checked.publication, root: checked.root, diagnostics: found });
    }
    const code = await tell({ editions, diagnostics }, options, context);
    return interrupt.signal.aborted ? EXIT.interrupted : code;
  } catch (error) {
    if (interrupt.signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    interrupt.release();
  }
}

async function checkPath(
  path: string,
  options: CheckOptions,
  context: CliContext,
  signal: AbortSignal,
): Promise<Checked> {
  const { cwd, env } = context;
  const target = resolve(cwd, path);
  const stats = await stat(target).catch(() => undefined);
  if (stats?.isDirectory() || (stats && isDescribingFile(basename(target))))
    return options.layout === true
      ? await laidOut(target, options, context, signal)
      : levelled(await composed(target, env), options);
  // Loaded when needed: a build does not check files.
  const { checkFile } = await import("../check/check.js");
  const name = relative(cwd, target).replaceAll("\\", "/");
  return levelled({ publication: name, root: cwd, ...(await checkFile(target, name, env)) }, options);
}

function levelled(checked: Checked, options: CheckOptions): Checked {
  return { ...checked, diagnostics: withLevels(checked.diagnostics, checked, options) };
}

function withLevels(
  found: readonly Diagnostic[],
  { levels }: Pick<Checked, "levels">,
  options: CheckOptions,
): readonly Diagnostic[] {
  const { levels: given = {}, strictness = "lenient" } = levelsOf(options);
  return allLevelled(found, { ...levels, ...given }, strictness);
}

async function composed(folder: string, env: NodeJS.ProcessEnv): Promise<Checked> {
  const { checkPublication } = await import("../check/publication.js");
  const { publication, ...checked } = await checkPublication(folder, sourceDateEpoch(env));
  return { publication: publication.id, root: publication.root, levels: publication.levels, ...checked };
}

/** Everything that a build says, and where the links are: only a composed book knows that. */
async function laidOut(
  folder: string,
  options: CheckOptions,
  context: CliContext,
  signal: AbortSignal,
): Promise<Checked> {
  const { editions, diagnostics } = await context.build({
    publications: [folder],
    out: context.cwd,
    publish: "never",
    ...(options.cache === false ? { cache: "none" } : {}),
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...levelsOf(options),
    signal,
  });
  const own = diagnostics.find(({ publication }) => publication !== "") ?? diagnostics[0];
  const { publication = basename(folder), root = folder } = own ?? {};
  const found = diagnostics.flatMap((each) => each.diagnostics);
  const { links, levels } = options.externalLinks === true ? await composed(folder, context.env) : NO_LINKS;
  return { publication, root, diagnostics: found, levels, links, editions };
}

const NO_LINKS = { links: [], levels: undefined };

/** Nothing is sent unless it is asked for. */
async function withExternal(
  checked: Checked,
  options: CheckOptions,
  context: CliContext,
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  if (options.externalLinks !== true) return checked.diagnostics;
  const { checkLinks } = await import("../check/external/links.js");
  const found = await checkLinks(checked.links, manners(context), signal);
  return [...checked.diagnostics, ...withLevels(found, checked, options)];
}

/** A server may ask for a minute's patience; more would keep everybody waiting. */
function manners({ version }: CliContext): Manners {
  return {
    timeout: 20_000,
    retries: 2,
    pause: 2000,
    longestPause: 60_000,
    userAgent: `Colophon/${version} (link check)`,
  };
}

async function tell(result: BuildResult, options: CheckOptions, context: CliContext): Promise<number> {
  const { cwd, env, stdout, stderr } = context;
  const faults = await writeReports(options.report ?? [], result, context);
  const general = { publication: "", root: cwd, diagnostics: faults };
  const all = faults.length === 0 ? result : { ...result, diagnostics: [...result.diagnostics, general] };
  const readLines = sourceReader();
  if (options.json) {
    stdout.write(await REPORTERS.json(all, { cwd, readLines, colors: colorsFor(stdout, env) }));
    return exitCode(all);
  }
  stderr.write(await REPORTERS.text(all, { cwd, readLines, colors: colorsFor(stderr, env) }));
  if (!options.quiet) {
    const clean = all.diagnostics.filter((each) => each.diagnostics.length === 0);
    for (const { publication } of clean) stdout.write(`${publication}  nothing found\n`);
  }
  return exitCode(all);
}
