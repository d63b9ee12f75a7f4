/** The options of `colophon check`, and its help. */
import { type Command, Option } from "commander";
import { type CheckOptions, runCheck } from "./check.js";
import type { CliContext } from "./context.js";
import { positive } from "./numbers.js";
import {
  allowFetchOption,
  allowOption,
  configOption,
  levelsOption,
  noConfigOption,
  strictOption,
} from "./option-values.js";
import { reportsOption } from "./report-options.js";

const HELP = `
The official EPUBCheck (Java) is asked about EPUB files too when it is installed or EPUBCHECK_JAR names it.

Nothing is sent anywhere without --external-links, --allow-fetch or allowFetch in the configuration.

Examples:
  colophon check my-book
  colophon check my-book --layout --strict
  colophon check dist/editions/my-book/ebook.epub print.pdf
  colophon check *.epub --json`;

export function addCheckCommand(program: Command, context: CliContext, done: (code: number) => void): void {
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
    .addHelpText("after", HELP)
    .action(async (paths: string[], options: CheckOptions) => {
      done(await runCheck(paths, options, context));
    });
}
