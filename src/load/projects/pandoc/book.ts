/**
 * Finds the book among the commands of a project: the command of Pandoc that makes it of the most texts.
 *
 * What a command reads may have been put together by others before it (`cat chapters/*.md > book.md`).
 */
import { posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import { frontMatterOf, withoutFrontMatter } from "../../../model/front-matter.js";
import { textsLike } from "../../outline/menu.js";
import { readForeignYaml, textIn } from "../../outline/settings-file.js";
import { textsOf, type Values, valuesOf } from "../../outline/values.js";
import { isText } from "../../texts.js";
import { type Arguments, argumentsOf } from "./arguments.js";
import { isDefaults, type Script, scriptCommands, scriptsIn } from "./scripts.js";
import type { Command } from "./shell.js";

export interface PandocBook {
  /** The file that says it, and the line in it. */
  readonly file: string;
  readonly line: number;
  /** The folder that paths count from, relative to the project's. */
  readonly folder: string;
  /** Files of the text, in their order, relative to the project's folder. */
  readonly texts: readonly string[];
  /** Files that only say things of the book. */
  readonly metadata: readonly string[];
  readonly options: Arguments["options"];
  /** What a defaults file says of the book. */
  readonly values: Values;
}

/** The ways in which a project makes its book, the best one first; none when Pandoc makes none of texts that are there. */
export async function pandocBooks(folder: Folder): Promise<readonly PandocBook[]> {
  const found: PandocBook[] = [];
  for (const script of await scriptsIn(folder)) found.push(...(await booksIn(script, folder)));
  const books = found.filter(isBook).sort((one, other) => weight(other) - weight(one));
  return books.filter(({ texts }) => texts.join("\n") === books[0]!.texts.join("\n"));
}

/** A page about the project is no book. */
function isBook({ texts }: PandocBook): boolean {
  return (
    texts.length > 1 || texts.some((each) => !/(?:^|\/)(?:readme|changelog|contributing)\.\w+$/i.test(each))
  );
}

/** More texts weigh more; among as many, what is made for readers. */
function weight({ texts, options }: PandocBook): number {
  const made = `${options.get("output") ?? ""} ${options.get("to") ?? ""}`;
  return texts.length * 2 + (/pdf|epub|latex|\.tex/.test(made) ? 1 : 0);
}

async function booksIn(script: Script, folder: Folder): Promise<readonly PandocBook[]> {
  const { file, text } = script;
  if (isDefaults(file, text)) {
    const origin = { file, line: 1, folder: "." };
    return [await bookOf({ inputs: [], options: new Map([["defaults", [file]]]) }, origin, [], folder)];
  }
  const commands = await scriptCommands(script, folder);
  const found: PandocBook[] = [];
  for (const command of commands) {
    const at = command.words.findIndex((word) => /^(?:.*\/)?pandoc(?:\.exe)?$|^pandoc\/[\w.:-]+$/.test(word));
    if (at < 0 || /^(?:echo|printf|which|command|type|brew|apt(?:-get)?|pip3?|sudo)$/.test(command.words[0]!))
      continue;
    const args = argumentsOf(command.words.slice(at + 1));
    const origin = { file, line: command.line, folder: command.folder };
    const piped = command.input === undefined ? [] : await sourcesOf(command.input, commands, folder);
    const book = await bookOf(args, origin, piped, folder, commands);
    if (book.texts.length > 0) found.push(book);
    else if (command.folder === ".") {
      // A script in a folder of its own may be meant to run there.
      const own = { ...origin, folder: posix.dirname(file) };
      found.push(await bookOf(args, own, [], folder, commands));
    }
  }
  return found;
}

type Origin = Pick<PandocBook, "file" | "line" | "folder">;

async function bookOf(
  args: Arguments,
  origin: Origin,
  piped: readonly string[],
  folder: Folder,
  commands: readonly Command[] = [],
): Promise<PandocBook> {
  const defaults = await defaultsOf(args, origin.folder, folder);
  const inputs = [...textsOf(defaults["input-files"]), ...textsOf(defaults["input-file"]), ...args.inputs];
  const files = [...piped];
  for (const each of inputs) files.push(...(await filesOf(each, origin.folder, commands, folder)));
  const texts: string[] = [];
  const metadata: string[] = [];
  for (const file of new Set(files)) {
    const holds = await contentOf(file, folder);
    if (holds === "text") texts.push(file);
    if (holds === "metadata") metadata.push(file);
  }
  const values = { ...defaults, ...valuesOf(defaults.metadata) };
  return { ...origin, texts, metadata, options: args.options, values };
}

/** What the defaults files of a command say, the later ones over the earlier. */
async function defaultsOf({ options }: Arguments, from: string, folder: Folder): Promise<Values> {
  const said: Values[] = [];
  for (const name of options.get("defaults") ?? []) {
    for (const file of [name, `${name}.yaml`, `${name}.yml`].map((each) => posix.join(from, each))) {
      const text = await textIn(file, folder);
      if (text === undefined) continue;
      said.push(readForeignYaml(text, file, () => undefined).values);
      break;
    }
  }
  return Object.assign({}, ...said) as Values;
}

/** Files that a word of a command names; for one that is made by other commands, what it is made of. */
async function filesOf(
  word: string,
  from: string,
  commands: readonly Command[],
  folder: Folder,
  depth = 0,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of braced(word)) {
    const path = posix.normalize(posix.join(from, pattern));
    if (path.startsWith("../")) continue;
    if (/[*?[]/.test(path)) found.push(...(await textsLike(path, ".", folder)));
    else {
      const sources = await sourcesOfFile(path, commands, folder, depth);
      const isThere = (await folder.lookup(path)).status === "file";
      found.push(...(sources.length === 0 && isThere ? [path] : sources));
    }
  }
  return found;
}

/** Commands that make files of each other have an end. */
const DEEPEST = 5;

async function sourcesOfFile(path: string, commands: readonly Command[], folder: Folder, depth: number) {
  const maker = commands.find((each) => madeBy(each) === path);
  return maker === undefined || depth > DEEPEST ? [] : sourcesOf(maker, commands, folder, depth + 1);
}

/** The file that a command writes, relative to the project's folder. */
function madeBy({ words, folder, output }: Command): string | undefined {
  const own = output ?? argumentsOf(words).options.get("output")?.[0];
  return own === undefined ? undefined : posix.normalize(posix.join(folder, own));
}

/** The texts that a command reads, itself or through those that it reads from. */
async function sourcesOf(
  { words, folder: from, input }: Command,
  commands: readonly Command[],
  folder: Folder,
  depth = 0,
): Promise<readonly string[]> {
  const piped = input === undefined ? [] : await sourcesOf(input, commands, folder, depth);
  const own: string[] = [];
  for (const word of words.slice(1)) {
    if (isText(word) || /[*?[]/.test(word)) own.push(...(await filesOf(word, from, commands, folder, depth)));
  }
  return [...piped, ...own];
}

/** `docs/{a,b}.md` names both. */
function braced(word: string): readonly string[] {
  const [, before = "", inner, after = ""] = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(word) ?? [];
  return inner === undefined ? [word] : inner.split(",").flatMap((each) => braced(before + each + after));
}

async function contentOf(file: string, folder: Folder): Promise<"text" | "metadata" | "other"> {
  if (/\.ya?ml$/i.test(file)) return "metadata";
  if (!isText(file)) return "other";
  const text = (await textIn(file, folder)) ?? "";
  const words = withoutFrontMatter(text).replace(/<!--.*?-->/gs, "");
  const isSaid = frontMatterOf(text) !== undefined && words.trim() === "";
  return isSaid ? "metadata" : "text";
}
