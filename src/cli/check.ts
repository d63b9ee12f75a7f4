/** `colophon check`: publications, and finished files of any origin. */
import { stat } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import { leveller } from "../build/outcome.js";
import { sourceDateEpoch, sourceDateFaults } from "../build/source-date.js";
import { noStore } from "../cache/store.js";
import type { Manners } from "../check/external/ask.js";
import type { FoundLink } from "../check/external/links.js";
import type { CheckSettings } from "../check/publication.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { unforeseen } from "../diagnostics/unforeseen.js";
import { openExtensions } from "../extensions/open.js";
import { webImagesFor } from "../input/web/web-images-for.js";
import { isPublicationFile } from "../load/locate.js";
import type { BuildRequest, BuildResult, PublicationDiagnostics } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import { type Limits, limitsFrom } from "../model/limits.js";
import type { Publication } from "../model/publication.js";
import { colorsFor, sourceReader } from "../report/context.js";
import { REPORTERS } from "../report/reporters.js";
import { type Config, readConfig } from "./config.js";
import type { CliContext } from "./context.js";
import { EXIT, exitCode } from "./exit-codes.js";
import { untilInterrupted } from "./interrupt.js";
import { LIMITS_VARIABLE, readLimits } from "./limits.js";
import { allowedFetches, type LevelOptions, levelsOf } from "./option-values.js";
import { type RequestedReport, writeReports } from "./report-options.js";
import { detailsOf } from "./unexpected.js";

/** Options as commander hands them over. */
export interface CheckOptions extends LevelOptions {
  readonly layout?: true;
  readonly externalLinks?: true;
  /** False for `--no-config`. */
  readonly config?: string | false;
  readonly allowFetch?: readonly string[];
  readonly allow?: readonly string[];
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
  readonly publisher?: Pick<Publication, "levels" | "strictness">;
  readonly links: readonly FoundLink[];
  readonly editions?: readonly EditionResult[];
}

/** Checks one after another and gives the exit code. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  context: CliContext,
): Promise<number> {
  const limits = readLimits(context.env[LIMITS_VARIABLE] ?? "");
  if (typeof limits === "string") {
    context.stderr.write(`error: ${LIMITS_VARIABLE} is wrong: ${limits}\n`);
    return EXIT.usage;
  }
  return untilInterrupted(context.stderr, (signal) =>
    checkAll(paths, { ...options, limits }, context, signal),
  );
}

async function checkAll(
  paths: readonly string[],
  options: CheckOptions & { readonly limits: Partial<Limits> },
  context: CliContext,
  signal: AbortSignal,
): Promise<number> {
  const editions: EditionResult[] = [];
  const diagnostics: PublicationDiagnostics[] = [];
  const general = sourceDateFaults(context.env);
  const report = (each: Diagnostic) => void general.push(each);
  const config = await readConfig(options.config, context.cwd, report);
  const settings = await settingsOf(config, options, context, signal, report);
  if (general.length > 0) diagnostics.push({ publication: "", root: context.cwd, diagnostics: general });
  // Without what it asks for, a publication would only seem to have faults of its own.
  for (const path of hasErrors(general) ? [] : paths) {
    const checked = await checkPath(path, options, context, settings).catch((error: unknown): Checked => {
      if (signal.aborted) throw error;
      const diagnostics = [unforeseen(error, `\`${path}\` cannot be checked`)];
      return { publication: path, root: context.cwd, diagnostics, links: [] };
    });
    editions.push(...(checked.editions ?? []));
    const found = await withExternal(checked, options, context, signal);
    diagnostics.push({ publication: checked.publication, root: checked.root, diagnostics: found });
  }
  const code = await tell({ editions, diagnostics }, options, context);
  return signal.aborted ? EXIT.interrupted : code;
}

/** What the user has set, for both kinds of check. */
interface Settings {
  readonly request: Pick<BuildRequest, "extensions" | "allowFetch" | "allow" | "limits">;
  readonly check: CheckSettings;
  readonly signal: AbortSignal;
}

async function settingsOf(
  config: Config | undefined,
  options: CheckOptions & { readonly limits: Partial<Limits> },
  { env, cwd }: CliContext,
  signal: AbortSignal,
  report: (each: Diagnostic) => void,
): Promise<Settings> {
  const extensions = await openExtensions(config?.extensions, cwd, report);
  const fetches = allowedFetches(options.allowFetch, config);
  const limits = limitsFrom(options.limits);
  const allow = (options.allow ?? []).map((each) => resolve(cwd, each));
  const web = await webImagesFor(fetches.allowFetch, { limits, store: noStore, signal }, report);
  return {
    request: {
      ...(config === undefined ? {} : { extensions: config.extensions }),
      ...fetches,
      ...(allow.length === 0 ? {} : { allow }),
      limits: options.limits,
    },
    check: { sourceDateEpoch: sourceDateEpoch(env), extensions, limits, allow, web, signal },
    signal,
  };
}

async function checkPath(
  path: string,
  options: CheckOptions,
  context: CliContext,
  settings: Settings,
): Promise<Checked> {
  const { cwd, env } = context;
  const target = resolve(cwd, path);
  const stats = await stat(target).catch(() => undefined);
  if (stats?.isDirectory() || (stats && isPublicationFile(basename(target))))
    return options.layout === true
      ? await laidOut(target, options, context, settings)
      : levelled(await composed(target, settings), options);
  // Loaded when needed: a build does not check files.
  const { checkFile } = await import("../check/check.js");
  const { signal } = settings;
  const name = relative(cwd, target).replaceAll("\\", "/");
  return levelled(
    { publication: name, root: cwd, ...(await checkFile(target, name, { environment: env, signal })) },
    options,
  );
}

function levelled(checked: Checked, options: CheckOptions): Checked {
  return { ...checked, diagnostics: withLevels(checked.diagnostics, checked, options) };
}

function withLevels(
  found: readonly Diagnostic[],
  { publisher = {} }: Pick<Checked, "publisher">,
  options: CheckOptions,
): readonly Diagnostic[] {
  return leveller(publisher, levelsOf(options))(found);
}

async function composed(folder: string, { check }: Settings): Promise<Checked> {
  const { checkPublication } = await import("../check/publication.js");
  const { publication, ...checked } = await checkPublication(folder, check);
  return { publication: publication.id, root: publication.root, publisher: publication, ...checked };
}

/** Everything that a build says, and where the links are: only a composed book knows that. */
async function laidOut(
  folder: string,
  options: CheckOptions,
  context: CliContext,
  settings: Settings,
): Promise<Checked> {
  const { editions, diagnostics } = await context.build({
    publications: [folder],
    out: context.cwd,
    publish: "never",
    ...(options.cache === false ? { cache: "none" } : {}),
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...levelsOf(options),
    ...settings.request,
    signal: settings.signal,
  });
  const own = diagnostics.find(({ publication }) => publication !== "") ?? diagnostics[0];
  const { publication = basename(folder), root = folder } = own ?? {};
  const found = diagnostics.flatMap((each) => each.diagnostics);
  const { links, publisher } = options.externalLinks === true ? await composed(folder, settings) : NO_LINKS;
  return { publication, root, diagnostics: found, ...(publisher && { publisher }), links, editions };
}

const NO_LINKS: Pick<Checked, "links" | "publisher"> = { links: [] };

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
  if (context.debug === true) stderr.write(detailsOf(all));
  if (!options.quiet) {
    const clean = all.diagnostics.filter((each) => each.diagnostics.length === 0);
    for (const { publication } of clean) stdout.write(`${publication}  nothing found\n`);
  }
  return exitCode(all);
}
