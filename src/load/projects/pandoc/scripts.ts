/** The files of a project in which books are commonly made by Pandoc, and the commands in them. */
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import { readForeignYaml, textIn } from "../../outline/settings-file.js";
import { textOf, valuesOf } from "../../outline/values.js";
import { joinedLines, type ScriptLine } from "./lines.js";
import { recipeLines } from "./makefile.js";
import { type Command, commandsIn } from "./shell.js";

/** A file with commands, or with what Pandoc takes as `--defaults`. */
export interface Script {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly text: string;
}

const FOLDERS = [".", "scripts", "script", "bin", "tools", "build", ".github/workflows"];
const MAKEFILE = /^(?:GNUm|[Mm])akefile$/;
const SHELL = /\.(?:sh|bash|zsh|bat|cmd)$/;
const NAMES = new RegExp(
  `${MAKEFILE.source}|${SHELL.source}|^[Jj]ustfile$|^package\\.json$|\\.ya?ml$|^README\\.md$`,
);

/** A folder with more of them is no book. */
const MOST = 60;

/** Those that speak of Pandoc, makefiles first. */
export async function scriptsIn(folder: Folder): Promise<readonly Script[]> {
  const paths = await Promise.all(FOLDERS.map((path) => namesIn(folder, path)));
  const found: Script[] = [];
  for (const file of paths.flat().sort(byKind).slice(0, MOST)) {
    const text = await textIn(file, folder);
    if (text !== undefined && (/\bpandoc\b/i.test(text) || isDefaults(file, text)))
      found.push({ file, text });
  }
  return found;
}

async function namesIn(folder: Folder, path: string): Promise<readonly string[]> {
  if ((await folder.lookup(path)).status !== "folder") return [];
  const names = await readdir(join(folder.root, path)).catch((): string[] => []);
  return names.filter((name) => NAMES.test(name)).map((name) => posix.join(path, name));
}

function byKind(one: string, other: string): number {
  const rank = (file: string) => (MAKEFILE.test(posix.basename(file)) ? 0 : SHELL.test(file) ? 1 : 2);
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

/** True for what Pandoc is given as `--defaults` and that names the texts itself. */
export function isDefaults(file: string, text: string): boolean {
  return /\.ya?ml$/.test(file) && /^input-files?:/m.test(text);
}

/** All commands of a script, in their order. */
export async function scriptCommands({ file, text }: Script, folder: Folder): Promise<readonly Command[]> {
  const files = { script: file, text: (path: string) => textIn(path, folder) };
  if (MAKEFILE.test(posix.basename(file))) return commandsIn(recipeLines(text), files, "each line");
  if (SHELL.test(file))
    return commandsIn(joinedLines(withWholeArrays(withoutCarets(file, text))), files, "none");
  return commandsIn(linesOfSettings(file, text), files, "each line");
}

/** Lines of Windows go on after a caret. */
function withoutCarets(file: string, text: string): string {
  return /\.(?:bat|cmd)$/.test(file) ? text.replace(/\^(?=\r?\n)/g, "\\").replaceAll("%~dp0", "./") : text;
}

/** The items of an array may stand on lines of their own. */
function withWholeArrays(text: string): string {
  return text.replace(/=\([^()]*\)/g, (array) => {
    const lines = array.split(/\r?\n/);
    return lines.map((line) => line.replace(/(^|\s)#.*/, "")).join(" ") + "\n".repeat(lines.length - 1);
  });
}

/** Commands in scripts of npm, in recipes of just, in workflows, and in what a README says to type. */
function linesOfSettings(file: string, text: string): readonly ScriptLine[] {
  if (posix.basename(file) === "package.json") {
    const scripts = Object.values(valuesOf(readForeignYaml(text, file, () => undefined).values.scripts));
    return scripts.map((each) => ({ text: textOf(each) ?? "", line: 1 }));
  }
  return joinedLines(text).map((each) => ({
    ...each,
    text: each.text.replace(/^\s*(?:[-$>]\s+)?(?:(?:run|script|command|entrypoint):\s*)?[|>]?/, ""),
  }));
}
