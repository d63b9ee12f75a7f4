/** Reads the values of options that are more than a word. Each says what is wrong with one, and what to write. */
import { InvalidArgumentError, Option } from "commander";
import { LEVELS, type Level, type Levels, levelFault, levelsFor } from "../diagnostics/levels.js";
import { readEntry } from "../input/web/allow-list.js";
import type { BuildRequest } from "../model/build.js";
import type { Config } from "./config.js";
import { positive } from "./numbers.js";

/** `2/5`. */
export interface ShardOption {
  readonly index: number;
  readonly count: number;
}

/** A machine for each edition of the largest catalogue is enough. */
const MOST_SHARDS = 1000;

export function shardOption(value: string): ShardOption {
  const [index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).slice(1).map(Number);
  if (index < 1 || index > count || count > MOST_SHARDS)
    throw new InvalidArgumentError("Write which part of how many, like 2/5.");
  return { index, count };
}

/** `overfull=error`, `links=error`; of several for one code the last one counts. */
function levelOption(value: string, before: Levels = {}): Levels {
  const [, name = "", level = ""] = /^([^=]*)=(.*)$/.exec(value) ?? [];
  if (!isLevel(level))
    throw new InvalidArgumentError(
      `Write a code or a kind, and a level (${LEVELS.join(", ")}): links=error.`,
    );
  const fault = levelFault(name, level);
  if (fault) throw new InvalidArgumentError(`${fault.message}. ${fault.hint}.`);
  return { ...before, ...levelsFor(name, level) };
}

/** Values of an option that may be given again. */
export function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

export function jobsOption(): Option {
  const help = "how many parts of a book to lay out at once (default: as many as processors)";
  return new Option("-j, --jobs <n>", help).argParser(positive);
}

export function levelsOption(): Option {
  const help = "level of a diagnostic or a kind (links=error): error, warning or off; may be given again";
  return new Option("--level <name=level>", help).argParser(levelOption);
}

export function allowOption(): Option {
  const help = "let texts show and include files of this folder outside the publication; may be given again";
  return new Option("--allow <path>", help).argParser(repeated);
}

export function strictOption(): Option {
  return new Option("--strict", "warnings are errors");
}

/** `--config`, of every command that reads manuscripts: see `config.ts`. */
export function configOption(): Option {
  const help = "extensions from this file (default: ./colophon.config.js beside a package.json)";
  return new Option("--config <file>", help);
}

export function noConfigOption(): Option {
  return new Option("--no-config", "no extensions, whatever files there are");
}

/** `--allow-fetch`, of every command that reads manuscripts: see `web/allow-list.ts`. */
export function allowFetchOption(): Option {
  const help =
    "fetch images from this host or address prefix; may be given again (default: nothing is fetched)";
  return new Option("--allow-fetch <source>", help).argParser(allowedSource);
}

function allowedSource(value: string, before: readonly string[] = []): readonly string[] {
  const entry = readEntry(value);
  if (typeof entry === "string") throw new InvalidArgumentError(`${entry}.`);
  return [...before, value];
}

/** What the command line allows, and what the configuration does. */
export function allowedFetches(
  given: readonly string[] | undefined,
  config: Config | undefined,
): Pick<BuildRequest, "allowFetch"> {
  const allowFetch = [...(config?.allowFetch ?? []), ...(given ?? [])];
  return allowFetch.length === 0 ? {} : { allowFetch };
}

/** Options of every command that finds something. */
export interface LevelOptions {
  readonly level?: Levels;
  readonly strict?: true;
  readonly publishAnyway?: true;
}

export function levelsOf({
  level,
  strict,
  publishAnyway,
}: LevelOptions): Pick<BuildRequest, "levels" | "strictness"> {
  return {
    ...(level === undefined ? {} : { levels: level }),
    ...(strict === true ? { strictness: "strict" } : {}),
    ...(publishAnyway === true ? { strictness: "anyway" } : {}),
  };
}

function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text);
}
