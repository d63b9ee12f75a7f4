/**
 * The files that a command reads, itself or through other commands of its project.
 *
 * What a command reads may have been put together by others before it (`cat chapters/*.md > book.md`).
 */
import { posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import { frontMatterOf, withoutFrontMatter } from "../../../model/front-matter.js";
import { textsLike } from "../../outline/menu.js";
import { textIn } from "../../outline/settings-file.js";
import { isText } from "../../texts.js";
import { argumentsOf } from "./arguments.js";
import type { Command } from "./shell.js";

/** What the words of a command can mean: a project's folder, and the commands of the script that has it. */
export interface Project {
  readonly folder: Folder;
  readonly commands: readonly Command[];
}

/** Files that a word of a command names, relative to the project's folder; for one that is made by other commands, what it is made of. */
export async function filesOf(
  word: string,
  from: string,
  project: Project,
  depth = 0,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of braced(word)) {
    const path = posix.normalize(posix.join(from, pattern));
    if (path.startsWith("../")) continue;
    if (isPattern(path)) found.push(...(await textsLike(path, ".", project.folder)));
    else {
      const sources = await sourcesOfFile(path, project, depth);
      const isThere = (await project.folder.lookup(path)).status === "file";
      found.push(...(sources.length === 0 && isThere ? [path] : sources));
    }
  }
  return found;
}

/** The texts that a command reads, itself or through those that it reads from. */
export async function sourcesOf(
  { words, folder: from, input }: Command,
  project: Project,
  depth = 0,
): Promise<readonly string[]> {
  const piped = input === undefined ? [] : await sourcesOf(input, project, depth);
  const own: string[] = [];
  for (const word of words.slice(1)) {
    if (isText(word) || isPattern(word)) own.push(...(await filesOf(word, from, project, depth)));
  }
  return [...piped, ...own];
}

/** Commands that make files of each other have an end. */
const DEEPEST = 5;

async function sourcesOfFile(path: string, project: Project, depth: number): Promise<readonly string[]> {
  const maker = project.commands.find((each) => madeBy(each) === path);
  return maker === undefined || depth > DEEPEST ? [] : sourcesOf(maker, project, depth + 1);
}

/** The file that a command writes, relative to the project's folder. */
function madeBy({ words, folder, output }: Command): string | undefined {
  const own = output ?? argumentsOf(words).options.get("output")?.[0];
  return own === undefined ? undefined : posix.normalize(posix.join(folder, own));
}

function isPattern(word: string): boolean {
  return /[*?[]/.test(word);
}

/** `docs/{a,b}.md` names both. */
function braced(word: string): readonly string[] {
  const [, before = "", inner, after = ""] = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(word) ?? [];
  return inner === undefined ? [word] : inner.split(",").flatMap((each) => braced(before + each + after));
}

/** Whether a file has something to read, only says things of the book, or is of another kind. */
export async function contentOf(file: string, folder: Folder): Promise<"text" | "metadata" | "other"> {
  if (/\.ya?ml$/i.test(file)) return "metadata";
  if (!isText(file)) return "other";
  const text = (await textIn(file, folder)) ?? "";
  const words = withoutFrontMatter(text).replace(/<!--.*?-->/gs, "");
  const isSaid = frontMatterOf(text) !== undefined && words.trim() === "";
  return isSaid ? "metadata" : "text";
}
