/** What the commands for the book trade have in common: products are made, then something is written of them. */
import { resolve } from "node:path";
import { Option } from "commander";
import { cannotPublish } from "../build/machine-faults.js";
import { publishFile } from "../build/publish.js";
import { sourceDateEpoch } from "../build/source-date.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { loadPublication } from "../load/load.js";
import { requestedPublications } from "../load/publications.js";
import type { BuildResult, PublicationDiagnostics } from "../model/build.js";
import type { Publication } from "../model/publication.js";
import { colorsFor, sourceReader } from "../report/context.js";
import { progressRenderer, silentProgress } from "../report/progress.js";
import { REPORTERS } from "../report/reporters.js";
import type { TradeFault } from "../trade/faults.js";
import type { TradeItem } from "../trade/item.js";
import { tradeItems } from "../trade/items.js";
import { readConfig } from "./config.js";
import type { CliContext } from "./context.js";
import { EXIT, exitCode } from "./exit-codes.js";
import { untilInterrupted } from "./interrupt.js";
import { allowedFetches, allowFetchOption, configOption, noConfigOption, repeated } from "./option-values.js";

/** Options as commander hands them over. */
export interface TradeOptions {
  readonly edition?: readonly string[];
  readonly out?: string;
  readonly config?: string | false;
  readonly allowFetch?: readonly string[];
  readonly allow?: readonly string[];
  readonly quiet?: true;
}

export function tradeOptions(out: string): readonly Option[] {
  return [
    new Option("-e, --edition <id>", "this edition only; may be given again").argParser(repeated),
    new Option("-o, --out <file>", out),
    configOption(),
    noConfigOption(),
    allowFetchOption(),
    new Option(
      "--allow <path>",
      "folder or file outside of a publication that its texts may use; may be given again",
    ).argParser(repeated),
    new Option("-q, --quiet", "print nothing but what is wrong"),
  ];
}

/** Products of publications. */
export interface Products {
  readonly items: readonly TradeItem[];
  readonly publications: readonly Publication[];
  /** From `SOURCE_DATE_EPOCH`. */
  readonly sent?: Date;
}

/** What is wrong with products, for those to whom it matters. */
export type FindFaults = (items: readonly TradeItem[]) => readonly TradeFault[];

const noFaults: FindFaults = () => [];

interface Output {
  readonly text: string;
  /** Absolute path; none: standard output. */
  readonly path?: string;
}

/**
 * Makes the editions without publishing them, and writes what `write` makes of them; nothing when one has errors.
 *
 * @returns the exit code.
 */
export async function withProducts(
  given: readonly string[],
  options: TradeOptions,
  context: CliContext,
  write: (products: Products) => Output,
  findFaults: FindFaults = noFaults,
): Promise<number> {
  return untilInterrupted(context.stderr, async (signal) => {
    const faults: Diagnostic[] = [];
    const report = (each: Diagnostic) => void faults.push(each);
    const paths = await requestedPublications(given, context.cwd, report);
    const config = await readConfig(options.config, context.cwd, report);
    if (faults.length > 0) return await tell(resultOf([], faults, context), context);
    const allow = (options.allow ?? []).map((each) => resolve(context.cwd, each));
    const progress =
      options.quiet === true ? silentProgress : progressRenderer(context.stderr, context.clock);
    const built = await context
      .build({
        publications: paths,
        ...(options.edition === undefined ? {} : { editions: options.edition }),
        out: resolve(context.cwd, "dist/editions"),
        publish: "never",
        ...(config === undefined ? {} : { extensions: config.extensions }),
        ...allowedFetches(options.allowFetch, config),
        allow,
        onProgress: progress.show,
        signal,
      })
      .finally(progress.close);
    if (signal.aborted) return EXIT.interrupted;
    const loaded = await Promise.all(
      paths.map((path) => loadPublication(path, () => undefined, new Map(), allow)),
    );
    const publications = [...new Map(loaded.flatMap((each) => (each ? [[each.root, each]] : []))).values()];
    const items = tradeItems(publications, built.editions);
    const result = withFaults(built, findFaults(items));
    const isWhole = built.editions.every(({ status }) => status !== "failed");
    if (!isWhole || result.diagnostics.some(({ diagnostics }) => hasErrors(diagnostics))) {
      return await tell(result, context);
    }
    const epoch = sourceDateEpoch(context.env);
    const products = {
      items,
      publications,
      ...(epoch === undefined ? {} : { sent: new Date(epoch * 1000) }),
    };
    return await output(write(products), result, context);
  });
}

async function output({ text, path }: Output, result: BuildResult, context: CliContext): Promise<number> {
  if (path === undefined) {
    context.stdout.write(text);
    return await tell(result, context);
  }
  try {
    await publishFile(path, Buffer.from(text));
    return await tell(result, context);
  } catch (error) {
    return await tell(resultOf(result.editions, [cannotPublish(error, path)], context), context);
  }
}

/** With what keeps products from being told of, once, at its publication. */
function withFaults(result: BuildResult, faults: readonly TradeFault[]): BuildResult {
  const found = new Map<string, PublicationDiagnostics>();
  const said = new Set<string>();
  for (const { item, diagnostic } of faults) {
    const { id, root } = item.publication;
    const words = JSON.stringify([root, diagnostic]);
    if (said.has(words)) continue;
    said.add(words);
    const known = found.get(root) ?? { publication: id, root, diagnostics: [] };
    found.set(root, { ...known, diagnostics: [...known.diagnostics, diagnostic] });
  }
  return { ...result, diagnostics: [...result.diagnostics, ...found.values()] };
}

function resultOf(
  editions: BuildResult["editions"],
  faults: readonly Diagnostic[],
  { cwd }: CliContext,
): BuildResult {
  return { editions, diagnostics: [{ publication: "", root: cwd, diagnostics: faults }] };
}

/** Writes what was found, and gives the exit code. */
export async function tell(result: BuildResult, context: CliContext): Promise<number> {
  const { cwd, env, stderr } = context;
  stderr.write(
    await REPORTERS.text(result, { cwd, readLines: sourceReader(), colors: colorsFor(stderr, env) }),
  );
  return exitCode(result);
}
