/** The command line: commands, options, help, and what wrong usage looks like. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { runBuild } from "./build.js";
import type { BuildOptions } from "./build-options.js";
import { addCacheCommand } from "./cache.js";
import { type CheckOptions, runCheck } from "./check.js";
import { addCompletionCommand } from "./completion.js";
import type { CliContext } from "./context.js";
import { addDoctorCommand } from "./doctor.js";
import { EXIT, EXIT_HELP } from "./exit-codes.js";
import { addExplainCommand } from "./explain.js";
import { addInitCommand } from "./init.js";
import { readLimits } from "./limits.js";
import { type ManifestOptions, runManifest } from "./manifest.js";
import { addMetaCommands } from "./meta.js";
import { positive } from "./numbers.js";
import { addOnixCommand } from "./onix.js";
import { allowFetchOption, configOption, levelOption, noConfigOption, shardOption } from "./option-values.js";
import { addPreviewCommand } from "./preview.js";
import { reportOption } from "./report-options.js";
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

const BUILD_HELP = `
A folder is published as its publication.yaml says, else as the settings of another tool do (mdBook,
GitBook, Quarto, MkDocs and others), else in the order of its texts; a text by itself is a book, too.
Without a publication, the current folder is published when a file in it describes it, else every folder
of content/ that has such a file.

Examples:
  colophon build
  colophon build my-book --edition print
  colophon build novel.md
  colophon build film.fountain
  colophon build 'catalogue/*' --jobs 4
  colophon build my-book --out /tmp/editions --json
  colophon build my-book --config press.config.js
  colophon build 'catalogue/*' --shard 2/5 --report github --report junit=report.xml
  colophon build --check
  colophon build my-book --watch
${EXIT_HELP}`;

const CHECK_HELP = `
The official EPUBCheck (Java) is asked about EPUB files too when it is installed or EPUBCHECK_JAR names it.

Nothing is sent anywhere without --external-links, --allow-fetch or allowFetch in the configuration.

Examples:
  colophon check my-book
  colophon check my-book --layout --strict
  colophon check dist/editions/my-book/ebook.epub print.pdf
  colophon check *.epub --json`;

const MANIFEST_HELP = `
The timings beside the manifests come together in the same way, beside the whole one.

Example:
  colophon manifest shards/*/editions.json -o dist/editions/editions.json`;

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
  program
    .command("build")
    .description("publish the editions of one or more publications")
    .argument("[publication...]", "folders of publications, texts, or patterns")
    .addOption(
      new Option("-e, --edition <id>", "publish this edition only; may be given again").argParser(collected),
    )
    .option(
      "-o, --out <dir>",
      "folder for the editions: <dir>/<publication>/<edition>.<ext>",
      "dist/editions",
    )
    .option("--no-cache", "make everything anew and keep nothing for the next build")
    .addOption(configOption())
    .addOption(noConfigOption())
    .addOption(allowFetchOption())
    .option(
      "-j, --jobs <n>",
      "how many parts of a book to lay out at once (default: as many as processors)",
      positive,
    )
    .addOption(
      new Option(
        "--limit <name=n>",
        "stop at n: time, stall, fetch (seconds), pages, memory, text, image (MiB), pixels (million); may be given again",
      ).argParser(limited),
    )
    .addOption(new Option("-q, --quiet", "print nothing but what is wrong").conflicts("json"))
    .option("--json", "print the result and all diagnostics as JSON")
    .option("--check", "write nothing; exit 1 if a published file would change or is missing")
    .addOption(new Option("--shard <i/n>", "build one of n parts of the editions").argParser(shardOption))
    .addOption(
      new Option(
        "--timings <file>",
        "times of an earlier build, to balance shards; may be given again",
      ).argParser(collected),
    )
    .option("--manifest <file>", "where the manifest goes (default: editions.json in the folder of --out)")
    .addOption(levelsOption())
    .addOption(strictOption())
    .addOption(
      new Option("--publish-anyway", "publish what can be made in spite of errors").conflicts("strict"),
    )
    .addOption(allowOption())
    .addOption(reportsOption())
    .addOption(
      new Option("-w, --watch", "build again whenever the sources change, until Ctrl-C").conflicts([
        "check",
        "shard",
        "timings",
        "manifest",
        "report",
      ]),
    )
    .addHelpText("after", BUILD_HELP)
    .action(async (publications: string[], options: BuildOptions) => {
      done(await runBuild(publications, options, context));
    });
  addPreviewCommand(program, context, done);
  addOnixCommand(program, context, done);
  addMetaCommands(program, context, done);
  addReviseCommand(program, context, done);
  program
    .command("manifest")
    .description("put the manifests of shards together into that of the whole build")
    .argument("<manifest...>", "manifests of all shards of one build")
    .option("-o, --out <file>", "file for the whole manifest", "editions.json")
    .addHelpText("after", MANIFEST_HELP)
    .action(async (paths: string[], options: ManifestOptions) => {
      done(await runManifest(paths, options, context));
    });
  program
    .command("check")
    .description("check publications, and finished PDF and EPUB files of any origin")
    .argument("<path...>", "folders of publications, PDF files, EPUB files")
    .option("--layout", "lay out the pages of publications too, as a build does, and publish nothing")
    .option("--external-links", "ask the web whether external links lead somewhere")
    .addOption(configOption())
    .addOption(noConfigOption())
    .addOption(allowFetchOption())
    .option("--no-cache", "with --layout: make everything anew and keep nothing")
    .option("-j, --jobs <n>", "with --layout: how many parts of a book to lay out at once", positive)
    .addOption(levelsOption())
    .addOption(strictOption())
    .addOption(allowOption())
    .addOption(reportsOption())
    .addOption(new Option("-q, --quiet", "print nothing but what is wrong").conflicts("json"))
    .option("--json", "print { editions: [], diagnostics } as JSON")
    .addHelpText("after", CHECK_HELP)
    .action(async (paths: string[], options: CheckOptions) => {
      done(await runCheck(paths, options, context));
    });
  addThemesCommand(program, context, done);
  addExplainCommand(program, context, done);
  addDoctorCommand(program, context, done);
  addCacheCommand(program, context);
  addCompletionCommand(program, context);
  return program;
}

function levelsOption(): Option {
  const help = "level of a diagnostic or a kind (links=error): error, warning or off; may be given again";
  return new Option("--level <name=level>", help).argParser(levelOption);
}

function allowOption(): Option {
  const help = "let texts show and include files of this folder outside the publication; may be given again";
  return new Option("--allow <path>", help).argParser(collected);
}

function strictOption(): Option {
  return new Option("--strict", "warnings are errors");
}

function reportsOption(): Option {
  const help = "also report to junit=FILE, json=FILE, text=FILE, github; may be given again";
  return new Option("--report <kind[=file]>", help).argParser(reportOption);
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function limited(value: string, before: BuildOptions["limit"]): BuildOptions["limit"] {
  const limits = readLimits(value);
  if (typeof limits === "string") throw new InvalidArgumentError(limits);
  return { ...before, ...limits };
}
