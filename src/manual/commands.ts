/** The chapter on the command line: every command, option, exit code and environment variable. */
import type { Command } from "commander";
import { ENVIRONMENT } from "../cli/environment.js";
import { EXIT_HELP } from "../cli/exit-codes.js";
import { commandLine } from "../cli/main.js";
import {
  code,
  type Definition,
  definitionList,
  escaped,
  generatedNote,
  sentence,
  table,
} from "./markdown.js";

/** Help is written without line breaks of its own. */
const WIDE = 10_000;

export function commandsChapter(): string {
  const written: string[] = [];
  const program = helpProgram((text) => written.push(text));
  const commands = shownIn(program).flatMap((command) => writeCommand(command, "", written));
  const general = definitionList(optionsOf(program));
  const parts = [
    generatedNote("the program's own help in `src/cli/`"),
    INTRODUCTION,
    ...commands,
    "## Options of every command\n\nThey stand before the name of the command.",
    general,
    exitCodes(),
    environment(),
  ];
  return `${parts.join("\n\n")}\n`;
}

const INTRODUCTION = `# The Commands {#sec-commands}

Every command and option of \`colophon\`. \`colophon --help\` and \`colophon build --help\` say the same, in the version that is installed.`;

function helpProgram(write: (text: string) => void): Command {
  const stream = { write, columns: WIDE };
  const nothing = async () => ({ editions: [], diagnostics: [] });
  const context = {
    cwd: "/",
    env: {},
    stdout: stream,
    stderr: stream,
    clock: () => 0,
    version: "",
    build: nothing,
  };
  return commandLine(context, () => {});
}

/** Without those that are not for people, and the one that only shows help. */
function shownIn(command: Command): readonly Command[] {
  const shown = command.createHelp().visibleCommands(command);
  return shown.filter((each) => each.name() !== "help");
}

/** A command, and the commands below it: `colophon cache prune`. */
function writeCommand(command: Command, parent: string, written: string[]): string[] {
  const name = `${parent}${command.name()}`;
  const heading = `## ${code(`colophon ${name}`)} {#sec-command-${name.replaceAll(" ", "-")}}`;
  const usage = `\`\`\`\ncolophon ${parent}${command.name()} ${command.usage()}\n\`\`\``;
  const index = `[]{.index entry="${command.name()} (command)"}`;
  const about = `${index}${sentence(escaped(command.description()))}`;
  const inputs = [...argumentsOf(command), ...optionsOf(command)];
  const own = [
    heading,
    about,
    usage,
    ...(inputs.length > 0 ? [definitionList(inputs)] : []),
    ...moreHelp(command, written),
  ];
  return [own.join("\n\n"), ...shownIn(command).flatMap((each) => writeCommand(each, `${name} `, written))];
}

function argumentsOf(command: Command): Definition[] {
  return command.registeredArguments
    .filter((argument) => argument.description !== "")
    .map((argument) => ({
      term: argument.variadic ? `${argument.name()} …` : argument.name(),
      entry: `${argument.name()} (argument)`,
      paragraphs: [sentence(escaped(argument.description))],
    }));
}

function optionsOf(command: Command): Definition[] {
  return command.options
    .filter((option) => !option.hidden)
    .map((option) => ({
      term: option.flags,
      entry: option.long ?? option.flags,
      paragraphs: [sentence(escaped(option.description) + defaultOf(option.defaultValue))],
    }));
}

function defaultOf(value: unknown): string {
  return typeof value === "string" ? ` (default: ${code(value)})` : "";
}

/** What the help says after the options: notes as text, examples as code. Exit codes have a place of their own. */
function moreHelp(command: Command, written: string[]): string[] {
  written.length = 0;
  command.outputHelp();
  const after = written.join("").slice(command.helpInformation().length).replace(EXIT_HELP, "");
  return after
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map(writeBlock);
}

function writeBlock(block: string): string {
  const [first = "", ...rest] = block.split("\n");
  if (!first.endsWith(":")) return escaped(block.replace(/\s*\n\s*/g, " "));
  const lines = rest.map((line) => line.replace(/^ {2}/, ""));
  return `${first}\n\n\`\`\`\n${lines.join("\n")}\n\`\`\``;
}

function exitCodes(): string {
  const lines = EXIT_HELP.trim().split("\n").slice(1);
  const rows = lines.map((line) => {
    const [, number = "", meaning = ""] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return [code(number), sentence(escaped(meaning))];
  });
  const intro = `What a script learns of a run. When there are errors of several kinds, the [exit code]{.index entry="exit codes"} is 2 before 3 before 1.`;
  return `## Exit codes {#sec-exit-codes}\n\n${intro}\n\n${table(["Code", "Meaning"], rows, "Exit codes {#tbl-exit-codes}")}`;
}

function environment(): string {
  const variables = Object.entries(ENVIRONMENT).map(([term, words]) => ({
    term,
    paragraphs: [escaped(words)],
  }));
  return `## Environment variables {#sec-environment}\n\n${definitionList(variables)}`;
}
