/** Why a run was not laid out to its end. */
import { type Diagnostic, diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { locationFrom } from "../../../diagnostics/location.js";
import type { Limits } from "../../../model/limits.js";
import type { Run } from "../../../model/run.js";

/** The limit that was hit; `crash` when browsers ended at it until nobody tried any more. */
export type StopReason = "time" | "stall" | "pages" | "memory" | "crash";

/** How far the layout had come. */
export interface Progress {
  /** Pages begun. */
  readonly pages: number;
  /** `file:line:column` of the last element that was put on a page; empty when it is not known. */
  readonly source: string;
}

/** The run itself is at fault, so trying again would not help. */
export class LayoutStopped extends Error {
  override readonly name = "LayoutStopped";
  readonly reason: StopReason;
  readonly progress: Progress;
  constructor(reason: StopReason, progress: Progress, cause?: unknown) {
    super(`the layout was stopped: ${reason}`, { cause });
    this.reason = reason;
    this.progress = progress;
  }
}

/** The browser, not the run, is at fault: it does not answer. */
export class BrowserHangs extends Error {
  override readonly name = "BrowserHangs";
}

/** Runs that were stopped, in the order in which they were begun. */
export class RunsStopped extends Error {
  override readonly name = "RunsStopped";
  readonly runs: readonly StoppedRun[];
  constructor(runs: readonly StoppedRun[]) {
    super(`stopped: ${runs.map(({ title }) => title).join(", ")}`);
    this.runs = runs;
  }
}

export interface StoppedRun {
  readonly title: string;
  readonly stopped: LayoutStopped;
}

/** Puts the run's title to the error that stopped it; any other error goes on as it is. */
export function stoppedAt({ title }: Pick<Run, "title">): (error: unknown) => never {
  return (error) => {
    throw error instanceof LayoutStopped ? new RunsStopped([{ title, stopped: error }]) : error;
  };
}

/**
 * Waits for all, so that every run that is stopped is known.
 *
 * @throws RunsStopped with all that were; the first of other errors before that.
 */
export async function allOrStopped(layouts: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(layouts);
  const errors = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
  const other = errors.find((error) => !(error instanceof RunsStopped));
  if (other !== undefined) throw other;
  const runs = errors.flatMap((error) => (error instanceof RunsStopped ? error.runs : []));
  if (runs.length > 0) throw new RunsStopped(runs);
}

export function stoppedDiagnostic({ stopped, title }: StoppedRun, limits: Limits): Diagnostic {
  const { reason, progress } = stopped;
  const where = `The layout of “${title}” was stopped on its page ${Math.max(progress.pages, 1)}`;
  const place = locationFrom(progress.source);
  switch (reason) {
    case "time":
      return limitHit(`${where}: it took longer than ${limits.time} seconds`, place, "time");
    case "stall":
      return diagnostic(
        "layout-stopped",
        `${where}: for ${limits.stall} seconds there was no other page`,
        place,
        "Make the block at this place simpler or smaller; if it only needs longer, raise the limit `stall`",
      );
    case "pages":
      return limitHit(`${where}: it has more than ${limits.pages} pages`, place, "pages");
    case "memory":
      return limitHit(`${where}: the browser took more than ${limits.memory} MiB of memory`, place, "memory");
    case "crash":
      return diagnostic(
        "browser-failed",
        `The browser failed each time it laid out “${title}”: ${reasonOf(stopped.cause)}`,
        place,
        "Build again; if it fails at the same place, divide the section or simplify it",
      );
  }
}

function limitHit(message: string, place: Location | undefined, name: keyof Limits): Diagnostic {
  const hint = `Divide the section, or simplify what stands at this place; \`--limit ${name}=…\` sets the limit`;
  return diagnostic("layout-stopped", message, place, hint);
}

function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split("\n")[0] ?? "";
}
