/**
 * Reads lines of shell as commands with their words, as POSIX (Shell Command Language, 2) and bash take them apart.
 *
 * Nothing is run: of programs only those are understood that name or list files (`cat`, `ls`, `find`, `echo`).
 * Words that are not known are left out.
 */
import { posix } from "node:path";
import { closing, type ScriptLine } from "./makefile.js";

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

/** What the shell knows of files. */
export interface Files {
  /** The text of a file; undefined when it is not there. */
  text(path: string): Promise<string | undefined>;
  /** The path of the script. */
  readonly script: string;
}

interface Shell {
  readonly variables: Map<string, string>;
  readonly files: Files;
  folder: string;
}

/** @param separate whether each line has a shell of its own, as in a makefile. */
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

interface Piece {
  readonly text: string;
  /** True when it reads what the one before it writes. */
  readonly isPiped: boolean;
}

/** The commands of a line: between `;`, `&&`, `||` and `|`, outside of quotes and brackets. */
function pieces(line: string): readonly Piece[] {
  const found: { text: string; isPiped: boolean }[] = [{ text: "", isPiped: false }];
  for (let at = 0; at < line.length; at += 1) {
    const end = endOfQuoted(line, at);
    const two = line.slice(at, at + 2);
    if (end > at) found.at(-1)!.text += line.slice(at, end + 1);
    else if (line[at] === "#" && /^$|\s/.test(line[at - 1] ?? "")) break;
    else if (two === "&&" || two === "||" || line[at] === ";") found.push({ text: "", isPiped: false });
    else if (line[at] === "|") found.push({ text: "", isPiped: true });
    else found.at(-1)!.text += line[at];
    at = end > at ? end : two === "&&" || two === "||" ? at + 1 : at;
  }
  return found.filter(({ text }) => text.trim() !== "");
}

/** Where what begins at `at` ends, when it is in quotes or brackets; else `at`. */
function endOfQuoted(text: string, at: number): number {
  const mark = text[at];
  if (mark === "\\") return at + 1;
  if (mark === "$" && (text[at + 1] === "(" || text[at + 1] === "{")) return closing(text, at + 1);
  if (mark === "(" && text[at - 1] === "=") return closing(text, at);
  if (mark === '"') return endOfDouble(text, at);
  if (mark !== "'" && mark !== "`") return at;
  const end = text.indexOf(mark, at + 1);
  return end < 0 ? text.length : end;
}

/** In double quotes there may be a program with quotes of its own. */
function endOfDouble(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    at = text[at] === "\\" ? at + 1 : text[at] === "$" ? endOfQuoted(text, at) : at;
  }
  return text.length;
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

/** Words of a text, with variables and programs replaced by what they stand for. */
async function wordsIn(text: string, shell: Shell): Promise<readonly string[]> {
  const found: string[] = [];
  let word = "";
  let isWord = false;
  const end = () => {
    if (isWord && word !== "") found.push(word);
    [word, isWord] = ["", false];
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]!;
    const last = endOfQuoted(text, at);
    const inner = text.slice(at + 1, last);
    if (/\s/.test(mark)) {
      end();
      continue;
    }
    isWord = true;
    // All items of an array are words, in quotes too.
    const isArray = /^\$\{\w+\[@\]\}$/.test(inner);
    if (mark === "'") word += inner;
    else if (mark === '"' && isArray) {
      found.push(...(await wordsIn(inner, shell)));
    } else if (mark === '"') word += await quoted(inner, shell);
    else if (mark === "\\") word += text[at + 1] ?? "";
    else if (mark === "`" || mark === "$") {
      const { value, next } = await substitution(text, at, shell);
      const [first = "", ...others] = value.split(/\s+/);
      word += first;
      for (const other of others) {
        end();
        [word, isWord] = [other, true];
      }
      at = next;
      continue;
    } else word += mark;
    at = Math.max(at, last);
  }
  end();
  return found;
}

async function quoted(text: string, shell: Shell): Promise<string> {
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== "$" && text[at] !== "`") {
      out += text[at];
      continue;
    }
    const { value, next } = await substitution(text, at, shell);
    out += value;
    at = next;
  }
  return out;
}

interface Substitution {
  readonly value: string;
  /** Where it ends. */
  readonly next: number;
}

async function substitution(text: string, at: number, shell: Shell): Promise<Substitution> {
  const end = endOfQuoted(text, at);
  if (text[at] === "`") return { value: await listed(text.slice(at + 1, end), shell), next: end };
  if (text[at + 1] === "(") return { value: await listed(text.slice(at + 2, end), shell), next: end };
  if (text[at + 1] === "{") {
    const [name = ""] = /^\w+/.exec(text.slice(at + 2, end)) ?? [];
    return { value: shell.variables.get(name) ?? "", next: end };
  }
  const [name = ""] = /^(?:\w+|[@*])/.exec(text.slice(at + 1)) ?? [];
  return { value: shell.variables.get(name) ?? "", next: at + name.length };
}

/** What a program would write that names or lists files; nothing for others. */
async function listed(text: string, shell: Shell): Promise<string> {
  const [first] = pieces(text);
  const [program = "", ...args] = first === undefined ? [] : await wordsIn(first.text, shell);
  const paths = args.filter((word) => !word.startsWith("-"));
  switch (program) {
    case "cat":
    case "<": {
      const texts = await Promise.all(paths.map((path) => shell.files.text(posix.join(shell.folder, path))));
      return texts.map((each) => each ?? "").join(" ");
    }
    case "ls":
    case "echo":
    case "printf":
    case "realpath":
      return paths.join(" ");
    case "dirname":
      return posix.dirname(paths[0] ?? ".");
    case "pwd":
      return ".";
    case "find":
      return found(args);
    default:
      return "";
  }
}

/** `find chapters -name '*.md'` as a pattern. */
function found(args: readonly string[]): string {
  const at = args.findIndex((word) => word === "-name" || word === "-iname");
  const [folder = "."] = args[0]?.startsWith("-") ? [] : args;
  return at < 0 ? "" : posix.join(folder, "**", args[at + 1] ?? "*");
}
