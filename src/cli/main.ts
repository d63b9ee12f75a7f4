/** The command line: commands, options, help, and what wrong usage looks like. */
import { Command, CommanderError } from "commander";
import { addBuildCommand } from "./build-command.js";
import { addCacheCommand } from "./cache.js";
import { addCheckCommand } from "./check-command.js";
import { addCompletionCommand } from "./completion.js";
import type { CliContext } from "./context.js";
import { addDoctorCommand } from "./doctor.js";
import { EXIT, EXIT_HELP } from "./exit-codes.js";
import { addExplainCommand } from "./explain.js";
import { addInitCommand } from "./init.js";
import { addManifestCommand } from "./manifest.js";
import { addMetaCommands } from "./meta.js";
import { addOnixCommand } from "./onix.js";
import { addPreviewCommand } from "./preview.js";
import { addReviseCommand } from "./revise.js";
import { addThemesCommand } from "./themes.js";

const PROGRAM_HELP = `
Examples:
  colophon init my-book          begin a publication
  colophon build                 publish what is here
  colophon preview               see the pages while you write
  colophon doctor                see whether anything is missing
  colophon help build            everything about one command
${EXIT_HELP}`;

/**
 * Runs one command.
 *
 * @param argv Arguments without the program's own name.
 * @returns The exit code (see `exit-codes.ts`). Throws only for faults of the program.
 */
export async function main(argv: readonly string[], context: CliContext): Promise<number> {
  let code: number = EXIT.published;
  const program = commandLine(context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.published : EXIT.usage;
  }
}

/** The commands and options, without running one: the manual is written from them. */
export function commandLine(context: CliContext, done: (exitCode: number) => void): Command {
  const program = new Command("colophon")
    .description("Publishes books from Markdown: paginated PDF and EPUB editions.")
    .version(context.version, "-V, --version", "print the version")
    .option("--debug", "show where an unexpected error comes from")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText("after", PROGRAM_HELP)
    .showHelpAfterError("(colophon --help shows the commands and options)")
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      getOutHelpWidth: () => context.stdout.columns ?? 80,
      getErrHelpWidth: () => context.stderr.columns ?? 80,
    })
    .exitOverride();
  addInitCommand(program, context, done);
  addBuildCommand(program, context, done);
  addPreviewCommand(program, context, done);
  addOnixCommand(program, context, done);
  addMetaCommands(program, context, done);
  addReviseCommand(program, context, done);
  addManifestCommand(program, context, done);
  addCheckCommand(program, context, done);
  addThemesCommand(program, context, done);
  addExplainCommand(program, context, done);
  addDoctorCommand(program, context, done);
  addCacheCommand(program, context);
  addCompletionCommand(program, context);
  return program;
}
