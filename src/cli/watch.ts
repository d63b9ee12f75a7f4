/** `colophon build --watch`: what is wrong and one line after each build, until Ctrl-C. */
import type { BuildRequest, BuildResult } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import { FORMATS } from "../model/format.js";
import { type ProgressEvent, progressRenderer } from "../report/progress.js";
import type { ProgressRenderer } from "../report/progress-renderer.js";
import { count, duration } from "../report/quantities.js";
import { printable } from "../report/terminal-text.js";
import type { BuildOptions } from "./build-options.js";
import type { CliContext } from "./context.js";
import { EXIT } from "./exit-codes.js";
import { printResult } from "./print-result.js";
import { reportUnexpected } from "./unexpected.js";

/** Builds until `signal` is aborted; being ended is how a watch ends, so that is no failure. */
export async function runWatch(
  request: BuildRequest,
  options: BuildOptions,
  context: CliContext,
  signal: AbortSignal,
): Promise<number> {
  const { watchBuild } = await import("../watch/watch-build.js");
  const isTalkative = context.stderr.isTTY === true && options.quiet !== true && options.json !== true;
  let progress: ProgressRenderer | undefined;
  const onProgress = (event: ProgressEvent) => {
    progress ??= progressRenderer(context.stderr, context.clock);
    progress.show(event);
  };
  await watchBuild(isTalkative ? { ...request, onProgress } : request, signal, {
    async onResult(result, changed) {
      progress?.close();
      progress = undefined;
      // The table of all editions once; after that a line is enough.
      await printResult(result, changed.length === 0 ? options : { ...options, quiet: true }, context);
      if (options.quiet === true || options.json === true) return;
      context.stderr.write(closingLine(result, changed));
    },
    onError: (error) => void reportUnexpected(error, [], context.stderr),
  });
  return EXIT.published;
}

/** `one.md: print 12 pages, ebook 5 documents in 0.8 s. Watching for changes; Ctrl-C ends.` */
export function closingLine({ editions }: BuildResult, changed: readonly string[]): string {
  if (changed.length === 0) return "Watching for changes; Ctrl-C ends.\n";
  const what = changed.length === 1 ? printable(changed[0]!) : count(changed.length, "file");
  const seconds = editions.reduce((sum, each) => sum + each.seconds, 0);
  const made = editions.length === 0 ? "nothing built" : editions.map(outcome).join(", ");
  return `${what}: ${made} in ${duration(seconds)}\n`;
}

function outcome({ edition, format, status, extent = 0 }: EditionResult): string {
  if (status === "failed") return `${printable(edition)} failed, the last good one stays`;
  return `${printable(edition)} ${count(extent, FORMATS[format].unit)}`;
}
