/**
 * The words of a command, with variables and programs replaced by what they stand for (POSIX, Shell Command Language, 2.6).
 *
 * Of programs only those are understood that name or list files (`cat`, `ls`, `find`, `echo`). What is not known is
 * left out.
 */
import { posix } from "node:path";
import { endOfQuoted, pieces } from "./shell-pieces.js";

/** What the shell knows of files. */
export interface Files {
  /** The text of a file; undefined when it is not there. */
  text(path: string): Promise<string | undefined>;
  /** The path of the script. */
  readonly script: string;
}

/** What a script has said up to here. */
export interface Shell {
  readonly variables: Map<string, string>;
  readonly files: Files;
  folder: string;
}

/** Words of a text, with variables and programs replaced by what they stand for. */
export async function wordsIn(text: string, shell: Shell): Promise<readonly string[]> {
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
      return patternOfFind(args);
    default:
      return "";
  }
}

/** `find chapters -name '*.md'` as a pattern. */
function patternOfFind(args: readonly string[]): string {
  const at = args.findIndex((word) => word === "-name" || word === "-iname");
  const [folder = "."] = args[0]?.startsWith("-") ? [] : args;
  return at < 0 ? "" : posix.join(folder, "**", args[at + 1] ?? "*");
}
