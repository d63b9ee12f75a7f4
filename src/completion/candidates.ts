/**
 * What may come next on a command line, read off the commands themselves.
 *
 * The shells' scripts (`scripts.ts`) only ask and show: whatever command or option is added to the
 * program is completed without a change here.
 */
import type { Argument, Command, Option } from "commander";

/** What a value is, told by its name in the help: `<dir>`, `[publication...]`. */
const VALUE_KINDS: Readonly<Record<string, ValueKind>> = {
  publication: "publications",
  id: "editions",
  dir: "folders",
  folder: "folders",
  file: "files",
  path: "files",
  manifest: "files",
};

type ValueKind = "publications" | "editions" | "folders" | "files";

export interface Candidate {
  readonly value: string;
  readonly description: string;
}

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** What the shell completes by itself, besides. */
  readonly paths: "none" | "files" | "folders";
}

/** Values that only the files at hand can tell. */
export interface LocalValues {
  /** Folders of publications that can be named here. */
  publications(): Promise<readonly string[]>;
  /** Ids of the editions of the publications that are named already. */
  editions(named: readonly string[]): Promise<readonly string[]>;
}

interface State {
  readonly command: Command;
  /** Arguments of the command that stand before the word. */
  readonly operands: readonly string[];
  /** The option whose value comes next. */
  readonly pending: Option | undefined;
  readonly onlyOperands: boolean;
}

/**
 * @param words what stands behind the program's name; the last one is being typed and may be empty.
 */
export async function completionsFor(
  program: Command,
  words: readonly string[],
  local: LocalValues,
): Promise<Completion> {
  // Bash takes `--edition=x` apart into three words.
  const parts = words.filter((word, index) => word !== "=" || index === words.length - 1);
  const typed = parts.at(-1) === "=" ? "" : (parts.at(-1) ?? "");
  const state = read(program, parts.slice(0, -1));
  const [, flag, value] = /^(--[\w-]+)=(.*)$/s.exec(typed) ?? [];
  if (flag !== undefined && state.pending === undefined) {
    const option = optionOf(state.command, flag);
    const found = option ? await valuesOf(option, state, local) : NOTHING;
    return startingWith(value ?? "", found, `${flag}=`);
  }
  return startingWith(typed, await next(state, typed, local), "");
}

const NOTHING: Completion = { candidates: [], paths: "none" };

async function next(state: State, typed: string, local: LocalValues): Promise<Completion> {
  if (state.pending) return valuesOf(state.pending, state, local);
  if (typed.startsWith("-") && !state.onlyOperands) return { candidates: options(state), paths: "none" };
  if (state.command.commands.length > 0) return { candidates: subcommands(state.command), paths: "none" };
  const { registeredArguments: known } = state.command;
  const last = known.at(-1);
  const argument = known[state.operands.length] ?? (last?.variadic ? last : undefined);
  return argument ? valuesOf(argument, state, local) : NOTHING;
}

/** Follows the words to the command that they name, past options and their values. */
function read(program: Command, words: readonly string[]): State {
  let command = program;
  let operands: string[] = [];
  let pending: Option | undefined;
  let onlyOperands = false;
  for (const word of words) {
    if (pending) pending = undefined;
    else if (word === "--") onlyOperands = true;
    else if (!onlyOperands && word.startsWith("-")) {
      const option = word.includes("=") ? undefined : optionOf(command, word);
      pending = option && (option.required || option.optional) ? option : undefined;
    } else {
      const named = command.commands.find((each) => each.name() === word || each.aliases().includes(word));
      if (named && operands.length === 0) command = named;
      else operands = [...operands, word];
    }
  }
  return { command, operands, pending, onlyOperands };
}

function optionOf(command: Command, flag: string): Option | undefined {
  return command.options.find((each) => each.long === flag || each.short === flag);
}

function options({ command }: State): Candidate[] {
  const shown = command.createHelp().visibleOptions(command);
  return shown.flatMap((each) => {
    const flag = each.long ?? each.short;
    return flag === undefined ? [] : [{ value: flag, description: each.description }];
  });
}

function subcommands(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((each) => ({ value: each.name(), description: each.description() }));
}

async function valuesOf(taker: Option | Argument, state: State, local: LocalValues): Promise<Completion> {
  if (taker.argChoices) return { candidates: plain(taker.argChoices), paths: "none" };
  const kind = VALUE_KINDS[valueName(taker)];
  if (kind === "publications") return { candidates: plain(await local.publications()), paths: "folders" };
  if (kind === "editions") return { candidates: plain(await local.editions(state.operands)), paths: "none" };
  return kind === undefined ? NOTHING : { candidates: [], paths: kind };
}

function valueName(taker: Option | Argument): string {
  return "flags" in taker ? (/[<[](\w+)/.exec(taker.flags)?.[1] ?? "") : taker.name();
}

function plain(values: readonly string[]): Candidate[] {
  return values.map((value) => ({ value, description: "" }));
}

function startingWith(typed: string, { candidates, paths }: Completion, before: string): Completion {
  const fitting = candidates.filter(({ value }) => value.startsWith(typed));
  return { candidates: fitting.map((each) => ({ ...each, value: before + each.value })), paths };
}
