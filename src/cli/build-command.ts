/** The options of `colophon build`, and its help. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { runBuild } from "./build.js";
import type { BuildOptions } from "./build-options.js";
import type { CliContext } from "./context.js";
import { EXIT_HELP } from "./exit-codes.js";
import { readLimits } from "./limits.js";
import {
  allowFetchOption,
  allowOption,
  configOption,
  jobsOption,
  levelsOption,
  noConfigOption,
  repeated,
  shardOption,
  strictOption,
} from "./option-values.js";
import { reportsOption } from "./report-options.js";

const HELP = `
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

export function addBuildCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command("build")
    .description("publish the editions of one or more publications")
    .argument("[publication...]", "folders of publications, texts, or patterns")
    .addOption(
      new Option("-e, --edition <id>", "publish this edition only; may be given again").argParser(repeated),
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
    .addOption(jobsOption())
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
      ).argParser(repeated),
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
    .addHelpText("after", HELP)
    .action(async (publications: string[], options: BuildOptions) => {
      done(await runBuild(publications, options, context));
    });
}

function limited(value: string, before: BuildOptions["limit"]): BuildOptions["limit"] {
  const limits = readLimits(value);
  if (typeof limits === "string") throw new InvalidArgumentError(limits);
  return { ...before, ...limits };
}
