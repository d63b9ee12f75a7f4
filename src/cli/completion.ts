/** `colophon completion`: scripts for shells, and the hidden command that they ask. */
import { Argument, type Command } from "commander";
import { type Completion, completionsFor } from "../completion/candidates.js";
import { SHELL_SCRIPTS, type Shell } from "../completion/scripts.js";
import type { CliContext } from "./context.js";

const HELP = `
It completes commands, options, their values, folders of publications and ids of editions.

Examples:
  bash:  echo 'source <(colophon completion bash)' >> ~/.bashrc
  zsh:   colophon completion zsh > "\${fpath[1]}/_colophon"
  fish:  colophon completion fish > ~/.config/fish/completions/colophon.fish`;

/** Adds both commands. */
export function addCompletionCommand(program: Command, context: CliContext): void {
  program
    .command("completion")
    .description("print a script that lets a shell complete commands")
    .addArgument(new Argument("<shell>", "which shell").choices(Object.keys(SHELL_SCRIPTS)))
    .addHelpText("after", HELP)
    .action((shell: Shell) => void context.stdout.write(SHELL_SCRIPTS[shell]));
  program
    .command("__complete", { hidden: true })
    .argument("[words...]")
    .action(async (words: string[]) => {
      // Loaded when needed: it reads publications.
      const { localValues } = await import("../completion/local-values.js");
      context.stdout.write(lines(await completionsFor(program, words, localValues(context.cwd))));
    });
}

function lines({ candidates, paths }: Completion): string {
  const words = candidates.map(({ value, description }) => `${value}\t${description}\n`);
  return `${words.join("")}:${paths}\n`;
}
