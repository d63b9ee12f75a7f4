/**
 * How long editions took, in a file beside the manifest.
 *
 * Times differ from run to run, so they never go into what must be the same. They are only read
 * back when a build is told to (`--timings`): a shard must not depend on what lies around.
 */
import { readFile } from "node:fs/promises";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.js";
import type { EditionResult } from "../../model/edition-result.js";
import { compare } from "./manifest.js";
import { type Timings, timingsSchema } from "./schema.js";

/** `editions.timings.json` beside `editions.json`. */
export function timingsPath(manifest: string): string {
  return manifest.replace(/(\.json)?$/, ".timings.json");
}

/** Reads timings; a later file counts more than one before it. */
export async function readTimings(
  paths: readonly string[],
  report: (each: Diagnostic) => void,
): Promise<Timings> {
  const all: Record<string, number> = {};
  for (const path of paths) {
    const found = parsed(await readFile(path, "utf8").catch(() => undefined));
    if (found) Object.assign(all, found);
    else report(unreadable(path));
  }
  return all;
}

/** Timings that a manifest has beside it; none when there are none that can be read. */
export async function timingsBeside(manifest: string): Promise<Timings> {
  return parsed(await readFile(timingsPath(manifest), "utf8").catch(() => undefined)) ?? {};
}

/**
 * What is known after a build: how long it took to make an edition. Of one that was taken from
 * an earlier build the earlier time stays, since taking it says nothing of making it.
 */
export function timingsOf(editions: readonly EditionResult[], earlier: Timings): Timings {
  const seconds: Record<string, number> = {};
  for (const each of editions) {
    const name = `${each.publication}/${each.edition}`;
    const known = earlier[name];
    if (each.reused !== true) seconds[name] = Math.round(each.seconds * 1000) / 1000;
    else if (known !== undefined) seconds[name] = known;
  }
  return seconds;
}

export function timingsText(timings: Timings): string {
  const seconds = Object.fromEntries(Object.entries(timings).sort(([a], [b]) => compare(a, b)));
  return `${JSON.stringify({ timings: 1, seconds }, null, 2)}\n`;
}

function parsed(text: string | undefined): Timings | undefined {
  if (text === undefined) return undefined;
  try {
    const found = timingsSchema.safeParse(JSON.parse(text));
    return found.success ? found.data.seconds : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(path: string): Diagnostic {
  const hint = "Name the file that an earlier build has written beside its manifest: editions.timings.json";
  return diagnostic("bad-timings", `\`${path}\` is not a file of timings that can be read`, undefined, hint);
}
