/** Finds the book among the commands of a project: the command of Pandoc that makes it of the most texts. */
import { posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import { readForeignYaml, textIn } from "../../outline/settings-file.js";
import { textsOf, type Values, valuesOf } from "../../outline/values.js";
import { type Arguments, argumentsOf } from "./arguments.js";
import { contentOf, filesOf, type Project, sourcesOf } from "./inputs.js";
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
    const args = { inputs: [], options: new Map([["defaults", [file]]]) };
    return [await bookOf(args, origin, [], { folder, commands: [] })];
  }
  const project = { folder, commands: await scriptCommands(script, folder) };
  const found: PandocBook[] = [];
  for (const command of project.commands) {
    const args = argumentsOfPandoc(command);
    if (args === undefined) continue;
    const origin = { file, line: command.line, folder: command.folder };
    const piped = command.input === undefined ? [] : await sourcesOf(command.input, project);
    const book = await bookOf(args, origin, piped, project);
    if (book.texts.length > 0) found.push(book);
    else if (command.folder === ".") {
      // A script in a folder of its own may be meant to run there.
      const own = { ...origin, folder: posix.dirname(file) };
      found.push(await bookOf(args, own, [], project));
    }
  }
  return found;
}

/** The name of the program, or of an image of Docker that has it. */
const PANDOC = /^(?:.*\/)?pandoc(?:\.exe)?$|^pandoc\/[\w.:-]+$/;
/** Programs that are told of Pandoc and do not run it. */
const OTHER = /^(?:echo|printf|which|command|type|brew|apt(?:-get)?|pip3?)$/;

/** What Pandoc is given by a command that runs it, through others (`sudo`, `docker run`) too. */
function argumentsOfPandoc({ words }: Command): Arguments | undefined {
  const at = words.findIndex((word) => PANDOC.test(word));
  const program = words[0] === "sudo" ? words[1] : words[0];
  return at < 0 || OTHER.test(program ?? "") ? undefined : argumentsOf(words.slice(at + 1));
}

type Origin = Pick<PandocBook, "file" | "line" | "folder">;

async function bookOf(
  args: Arguments,
  origin: Origin,
  piped: readonly string[],
  project: Project,
): Promise<PandocBook> {
  const defaults = await defaultsOf(args, origin.folder, project.folder);
  const inputs = [...textsOf(defaults["input-files"]), ...textsOf(defaults["input-file"]), ...args.inputs];
  const files = [...piped];
  for (const each of inputs) files.push(...(await filesOf(each, origin.folder, project)));
  const texts: string[] = [];
  const metadata: string[] = [];
  for (const file of new Set(files)) {
    const holds = await contentOf(file, project.folder);
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
