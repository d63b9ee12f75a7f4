/**
 * Reads lines of shell as commands with their words, as POSIX (Shell Command Language, 2) and bash take them apart.
 *
 * Nothing is run.
 */
import { posix } from "node:path";
import type { ScriptLine } from "./lines.js";
import { pieces } from "./shell-pieces.js";
import { type Files, type Shell, wordsIn } from "./shell-words.js";

export interface Command {
  readonly words: readonly string[];
  /** The folder that it runs in, relative to the project's. */
  readonly folder: string;
  /** The file that takes what it writes: `> book.md`. */
  readonly output?: string;
  /** The command whose output it reads: `cat … | pandoc`. */
  readonly input?: Command;
  readonly line: number;
}

/**
 * The commands of a script, in their order; assignments and `cd` change what those after them say.
 *
 * @param separate whether each line has a shell of its own, as in a makefile.
 */
export async function commandsIn(
  lines: readonly ScriptLine[],
  files: Files,
  separate: "each line" | "none",
): Promise<readonly Command[]> {
  const found: Command[] = [];
  let shell: Shell = { variables: new Map([["0", files.script]]), files, folder: "." };
  for (const { text, line } of lines) {
    if (separate === "each line") shell = { ...shell, variables: new Map(), folder: "." };
    let piped: Command | undefined;
    for (const piece of pieces(text)) {
      const command = await commandOf(piece.text, line, shell, piece.isPiped ? piped : undefined);
      piped = command;
      if (command !== undefined) found.push(command);
    }
  }
  return found;
}

async function commandOf(
  text: string,
  line: number,
  shell: Shell,
  input: Command | undefined,
): Promise<Command | undefined> {
  const [, name, list, value = ""] = /^\s*(?:export\s+|local\s+)?(\w+)=(?:\((.*)\)|(.*))$/s.exec(text) ?? [];
  if (name !== undefined && !/^\S+\s+\S/.test(list === undefined ? unquotedTail(value) : "")) {
    shell.variables.set(name, (await wordsIn(list ?? value, shell)).join(" "));
    return undefined;
  }
  const all = await wordsIn(text, shell);
  const at = all.findIndex((word) => /^(?:[12&]?>>?|<)/.test(word));
  const words = at < 0 ? all : all.slice(0, at);
  const redirection = at < 0 ? "" : all.slice(at).join(" ");
  if (words[0] === "cd") {
    shell.folder = posix.normalize(posix.join(shell.folder, words[1] ?? "."));
    return undefined;
  }
  const [, output] = /(?:^|\s)1?>>?\s*(\S+)/.exec(redirection) ?? [];
  if (words.length === 0) return undefined;
  return {
    words,
    folder: shell.folder,
    line,
    ...(output === undefined ? {} : { output }),
    ...(input === undefined ? {} : { input }),
  };
}

/** Without what stands in quotes, to see whether another word follows. */
function unquotedTail(text: string): string {
  return text.replace(/'[^']*'|"[^"]*"|`[^`]*`|\$\([^()]*\)/g, "x");
}
