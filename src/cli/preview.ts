/** `colophon preview`: the address of the page, what is wrong after each build, until Ctrl-C. */
import { relative } from "node:path";
import { type Command, Option } from "commander";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { requestedPublications } from "../load/publications.js";
import type { BuildResult } from "../model/build.js";
import type { PreviewRequest } from "../model/preview.js";
import { type ProgressEvent, progressRenderer } from "../report/progress.js";
import type { ProgressRenderer } from "../report/progress-renderer.js";
import { readConfig } from "./config.js";
import type { CliContext } from "./context.js";
import { EXIT, EXIT_HELP, exitCode } from "./exit-codes.js";
import { interruptible } from "./interrupt.js";
import { port } from "./numbers.js";
import { openBrowser } from "./open-browser.js";
import {
  allowedFetches,
  allowFetchOption,
  configOption,
  jobsOption,
  noConfigOption,
} from "./option-values.js";
import { printResult } from "./print-result.js";
import { closingLine } from "./watch.js";

const HELP = `
The page shows the pages that would be published, and new ones after every change. It
answers on this machine only. A click on a paragraph shows where it was written; a double
click opens it in $VISUAL or $EDITOR, or in Visual Studio Code.

Examples:
  colophon preview
  colophon preview my-book --open
  colophon preview my-book --edition ebook --port 4000
${EXIT_HELP}`;

export function addPreviewCommand(
  program: Command,
  context: CliContext,
  done: (exitCode: number) => void,
): void {
  program
    .command("preview")
    .description("show a publication in the browser while you write it")
    .argument("[publication]", "folder of a publication, or a text")
    .option("-e, --edition <id>", "show this edition first")
    .option("-p, --port <n>", "answer on this port of 127.0.0.1 (default: one that is free)", port)
    .option("--open", "open the page in the browser")
    .addOption(configOption())
    .addOption(noConfigOption())
    .addOption(allowFetchOption())
    .addOption(jobsOption())
    .addOption(new Option("-q, --quiet", "print nothing but the address and what is wrong").conflicts("json"))
    .option("--json", "print { url }, and { editions, diagnostics } after each build, as JSON")
    .addHelpText("after", HELP)
    .action(async (publication: string | undefined, options: PreviewOptions) => {
      done(await runPreview(publication, options, context));
    });
}

/** Options as commander hands them over. */
export interface PreviewOptions {
  readonly edition?: string;
  readonly port?: number;
  readonly open?: true;
  /** False for `--no-config`. */
  readonly config?: string | false;
  readonly allowFetch?: readonly string[];
  readonly jobs?: number;
  readonly quiet?: true;
  readonly json?: true;
}

/** Shows a publication until Ctrl-C, which is how a preview ends, so that is no failure. */
export async function runPreview(
  given: string | undefined,
  options: PreviewOptions,
  context: CliContext,
): Promise<number> {
  const faults: Diagnostic[] = [];
  const found = await requestedPublications(given === undefined ? [] : [given], context.cwd, (each) =>
    faults.push(each),
  );
  if (found.length > 1) faults.push(several(found, context.cwd));
  const config = await readConfig(options.config, context.cwd, (each) => faults.push(each));
  const [publication] = found;
  if (faults.length > 0 || publication === undefined) return refuse(context.cwd, faults, options, context);
  const interrupt = interruptible(context.stderr);
  try {
    const { signal } = interrupt;
    const extensions = config === undefined ? {} : { extensions: config.extensions };
    const fetches = allowedFetches(options.allowFetch, config);
    return await show({ publication, signal, ...extensions, ...fetches }, options, context);
  } finally {
    interrupt.release();
  }
}

async function show(
  request: PreviewRequest & { readonly signal: AbortSignal },
  options: PreviewOptions,
  context: CliContext,
): Promise<number> {
  // Loaded when needed: a build does without a server.
  const { preview, PreviewError } = await import("../preview/preview.js");
  const { aborted } = await import("../watch/aborted.js");
  const { edition, port: wanted, jobs } = options;
  try {
    const opened = await preview({
      ...request,
      ...reporting(options, context),
      ...(edition === undefined ? {} : { edition }),
      ...(wanted === undefined ? {} : { port: wanted }),
      ...(jobs === undefined ? {} : { jobs }),
    });
    context.stdout.write(options.json ? `${JSON.stringify({ url: opened.url })}\n` : `${opened.url}\n`);
    if (options.open) openBrowser(opened.url);
    await aborted(request.signal);
    await opened.close();
    return EXIT.published;
  } catch (error) {
    if (!(error instanceof PreviewError)) throw error;
    return refuse(error.root, error.diagnostics, options, context);
  }
}

/** What is printed while the preview is open: progress of a build on a terminal, then what it found. */
function reporting(
  options: PreviewOptions,
  context: CliContext,
): Pick<PreviewRequest, "onProgress" | "onBuild"> {
  let progress: ProgressRenderer | undefined;
  const isQuiet = options.quiet === true || options.json === true;
  const onProgress = (event: ProgressEvent) => {
    progress ??= progressRenderer(context.stderr, context.clock);
    progress.show(event);
  };
  return {
    ...(isQuiet || context.stderr.isTTY !== true ? {} : { onProgress }),
    onBuild(result, changed) {
      progress?.close();
      progress = undefined;
      void printResult(result, { ...options, edition: [], out: "", quiet: true }, context).then(() => {
        if (!isQuiet) context.stderr.write(closingLine(result, changed));
      });
    },
  };
}

async function refuse(
  root: string,
  diagnostics: readonly Diagnostic[],
  options: PreviewOptions,
  context: CliContext,
): Promise<number> {
  const result: BuildResult = { editions: [], diagnostics: [{ publication: "", root, diagnostics }] };
  await printResult(result, { ...options, edition: [], out: "" }, context);
  return exitCode(result);
}

function several(found: readonly string[], cwd: string): Diagnostic {
  const names = found.map((each) => relative(cwd, each).replaceAll("\\", "/"));
  const hint = `Name one of: ${names.map((name) => `\`${name}\``).join(", ")} (colophon preview ${names[0]})`;
  return diagnostic("several-publications", "There are several publications here", undefined, hint);
}
