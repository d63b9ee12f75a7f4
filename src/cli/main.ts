/** The command line: commands, options, help, and what wrong usage looks like. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type BuildOptions, runBuild } from "./build.js";
import { addCacheCommand } from "./cache.js";
import { type CheckOptions, runCheck } from "./check.js";
import { addCompletionCommand } from "./completion.js";
import type { CliContext } from "./context.js";
import { addDoctorCommand } from "./doctor.js";
import { EXIT, EXIT_HELP } from "./exit-codes.js";
import { addInitCommand } from "./init.js";

const PROGRAM_HELP = `
Examples:
  colophon init my-book          begin a publication
  colophon build                 publish what is here
  colophon doctor                see whether anything is missing
  colophon help build            everything about one command
${EXIT_HELP}`;

const BUILD_HELP = `
Without a publication, the current folder is published when it has a publication.yaml,
or a SUMMARY.md of mdBook or GitBook, else every folder of content/ that has one.

Examples:
  colophon build
  colophon build my-book --edition print
  colophon build my-book --out /tmp/editions --json
  colophon build my-book --config press.config.js
${EXIT_HELP}`;

const CHECK_HELP = `
The official EPUBCheck (Java) is asked too when \`epubcheck\` is in PATH or EPUBCHECK_JAR names it.

Examples:
  colophon check dist/editions/my-book/ebook.epub
  colophon check *.epub --json`;

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

function commandLine(context: CliContext, done: (exitCode: number) => void): Command {
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
  program
    .command("build")
    .description("publish the editions of one or more publications")
    .argument("[publication...]", "folders with a publication.yaml or SUMMARY.md")
    .addOption(
      new Option("-e, --edition <id>", "publish this edition only; may be given again").argParser(collected),
    )
    .option(
      "-o, --out <dir>",
      "folder for the editions: <dir>/<publication>/<edition>.<ext>",
      "dist/editions",
    )
    .option("--no-cache", "make everything anew and keep nothing for the next build")
    .option(
      "--config <file>",
      "extensions from this file (default: ./colophon.config.js beside a package.json)",
    )
    .option("--no-config", "no extensions, whatever files there are")
    .option("-j, --jobs <n>", "how many runs to lay out side by side (default: processors)", positive)
    .addOption(new Option("-q, --quiet", "print nothing but what is wrong").conflicts("json"))
    .option("--json", "print { editions, diagnostics } as JSON")
    .addHelpText("after", BUILD_HELP)
    .action(async (publications: string[], options: BuildOptions) => {
      done(await runBuild(publications, options, context));
    });
  program
    .command("check")
    .description("check ebooks with EPUBCheck and for accessibility")
    .argument("<epub...>", "ebooks of any origin")
    .addOption(new Option("-q, --quiet", "print nothing but what is wrong").conflicts("json"))
    .option("--json", "print { editions: [], diagnostics } as JSON")
    .addHelpText("after", CHECK_HELP)
    .action(async (paths: string[], options: CheckOptions) => {
      done(await runCheck(paths, options, context));
    });
  addDoctorCommand(program, context, done);
  addCacheCommand(program, context);
  addCompletionCommand(program, context);
  return program;
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function positive(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(value);
}
