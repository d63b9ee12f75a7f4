/** `colophon cache`: how large it is, where it is, and how to make it smaller. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { BROWSER_FOLDER, type CacheFile, cacheFiles, folderSize } from "../cache/contents.js";
import { cacheFolder } from "../cache/folder.js";
import { programSince } from "../cache/programs.js";
import { type Pruned, planPruning, prune, total } from "../cache/prune.js";
import { cacheLimit, DEFAULT_CACHE_SIZE, parseAge, parseSize } from "../cache/sizes.js";
import { count, size } from "../report/quantities.js";
import { table } from "../report/table.js";
import type { CliContext } from "./context.js";

interface SizeOptions {
  readonly json?: true;
}

interface PruneOptions extends SizeOptions {
  readonly maxSize?: number;
  readonly maxAge?: number;
  readonly dryRun?: true;
}

interface ClearOptions extends SizeOptions {
  readonly all?: true;
}

const HELP = `
The cache keeps what builds have made: laid-out parts of books, finished editions. All of it can be
made again, so it may be pruned or cleared at any time, also while builds run.
A build that has added to it prunes it to COLOPHON_CACHE_SIZE (default 2GB; 0: no limit): first what only
other versions of Colophon have used, then what was used least recently.

Examples:
  colophon cache size
  colophon cache prune --max-size 500MB
  colophon cache prune --max-age 30d --dry-run
  colophon cache clear
  rm -r "$(colophon cache path)"`;

/** Adds the command with its subcommands. */
export function addCacheCommand(program: Command, context: CliContext): void {
  const cache = program.command("cache").description("show, prune or clear the cache");
  cache.addHelpText("after", HELP);
  cache
    .command("size")
    .description("show how much space the cache takes, by what it keeps")
    .option("--json", "print { path, bytes, limit, kinds: [{ kind, entries, bytes }] }")
    .action((options: SizeOptions) => showSize(options, context));
  cache
    .command("prune")
    .description("remove what was used least recently")
    .option("--max-size <size>", "until entries take no more than this: 500MB, 2GB, 1GiB", sizeOption)
    .option("--max-age <age>", "what was last used longer ago than this: 12h, 30d, 8w", ageOption)
    .option("-n, --dry-run", "only tell what would be removed")
    .option("--json", "print { path, removed: { entries, bytes }, left: { entries, bytes } }")
    .action((options: PruneOptions) => runPrune(options, context));
  cache
    .command("clear")
    .description("remove all entries")
    .option("--all", "remove the unpacked browser too")
    .option("--json", "print { path, removed: { entries, bytes }, left: { entries, bytes } }")
    .action((options: ClearOptions) => clear(options, context));
  cache
    .command("path")
    .description("print the folder that the cache is in")
    .option("--json", "print { path }")
    .action((options: SizeOptions) => showPath(options, context));
}

async function showSize({ json }: SizeOptions, { env, stdout }: CliContext): Promise<void> {
  const path = cacheFolder(env);
  const files = await cacheFiles(path);
  const names = [...new Set(files.map((each) => each.kind))];
  const kinds = names.map((kind) => ({ kind, ...amount(files.filter((each) => each.kind === kind)) }));
  const browser = await folderSize(join(path, BROWSER_FOLDER));
  if (browser > 0) kinds.push({ kind: BROWSER_FOLDER, entries: 1, bytes: browser });
  const bytes = total(files) + browser;
  const limit = cacheLimit(env) ?? DEFAULT_CACHE_SIZE;
  if (json) {
    // JSON has no infinity: without a limit there is no number.
    stdout.write(asJson({ path, bytes, limit: Number.isFinite(limit) ? limit : null, kinds }));
    return;
  }
  const rows = kinds.map((each) => [each.kind, count(each.entries, "entry"), size(each.bytes)]);
  const ceiling = Number.isFinite(limit) ? `limit for entries ${size(limit)}` : "no limit";
  stdout.write(`${table(rows)}${size(bytes)} in ${path} (${ceiling})\n`);
}

async function runPrune(options: PruneOptions, { env, stdout }: CliContext): Promise<void> {
  const path = cacheFolder(env);
  const { maxAge } = options;
  // Without a word about what to prune it is what a build does at its end.
  const maxSize = options.maxSize ?? (maxAge === undefined ? cacheLimit(env) : undefined);
  const since = await programSince(path);
  const rules = {
    ...(maxSize === undefined ? {} : { maxSize }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(since === undefined ? {} : { since }),
    now: Date.now(),
  };
  const pruned = options.dryRun ? planPruning(await cacheFiles(path), rules) : await prune(path, rules);
  stdout.write(report(pruned, path, options.dryRun ? "would be removed" : "removed", options));
}

async function clear(options: ClearOptions, { env, stdout }: CliContext): Promise<void> {
  const path = cacheFolder(env);
  const pruned = await prune(path, { maxAge: 0, now: Number.POSITIVE_INFINITY });
  if (options.all) await rm(join(path, BROWSER_FOLDER), { recursive: true, force: true });
  stdout.write(report(pruned, path, "removed", options));
}

function showPath({ json }: SizeOptions, { env, stdout }: CliContext): void {
  const path = cacheFolder(env);
  stdout.write(json ? asJson({ path }) : `${path}\n`);
}

function report({ removed, kept }: Pruned, path: string, verb: string, { json }: SizeOptions): string {
  if (json) return asJson({ path, removed: amount(removed), left: amount(kept) });
  const words = (files: readonly CacheFile[]) => `${count(files.length, "entry")}, ${size(total(files))}`;
  return `${words(removed)} ${verb}; ${words(kept)} left\n`;
}

function amount(files: readonly CacheFile[]): { entries: number; bytes: number } {
  return { entries: files.length, bytes: total(files) };
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sizeOption(text: string): number {
  const bytes = parseSize(text);
  if (bytes === undefined) throw new InvalidArgumentError("Write a size like 500MB, 2GB or 1GiB.");
  return bytes;
}

function ageOption(text: string): number {
  const seconds = parseAge(text);
  if (seconds === undefined) throw new InvalidArgumentError("Write an age like 12h, 30d or 8w.");
  return seconds;
}
