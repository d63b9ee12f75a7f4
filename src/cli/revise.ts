/** `colophon revise`: writes down what goes out, so that the next time shows what has changed since. */
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { revise } from "../build/revise.js";
import type { CliContext } from "./context.js";
import { EXIT_HELP } from "./exit-codes.js";
import { tell } from "./trade-items.js";

interface ReviseOptions {
  readonly edition?: string;
  readonly name?: string;
  readonly date?: string;
}

const HELP = `
What an edition says is kept in the publication's folder, as issues/<edition>/1.txt and on: small text files, to be
kept with the texts. Builds compare the text with them. In a script, changed lines have stars, pages that have
gone out keep their numbers (what they no longer hold goes on pages 12A, 12B), and each page says the issue that has
changed it last. Issues have the colours of the industry: White, Blue, Pink, Yellow, Green, Goldenrod, …

Examples:
  colophon revise low-water --edition script
  colophon revise low-water --edition script --name Pink --date 2026-12-04
${EXIT_HELP}`;

export function addReviseCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command("revise")
    .description("issue an edition, so that later builds show what has changed since")
    .argument("<publication>", "folder of a publication, or a text")
    .option("-e, --edition <id>", "the edition that goes out")
    .option("--name <name>", "of the issue (default: its colour)")
    .addOption(new Option("--date <date>", "of the issue (default: today)").argParser(dateOf))
    .addHelpText("after", HELP)
    .action(async (publication: string, options: ReviseOptions) => {
      done(await runRevise(publication, options, context));
    });
}

function dateOf(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError("Write a day, as 2026-12-04.");
}

async function runRevise(
  publication: string,
  { edition, name, date = new Date().toISOString().slice(0, 10) }: ReviseOptions,
  context: CliContext,
): Promise<number> {
  const names = { date, ...(name === undefined ? {} : { name }) };
  const { issued, root, diagnostics } = await revise(resolve(context.cwd, publication), edition, names);
  if (issued !== undefined) {
    const { number, name: called, date: day } = issued.issue;
    const said =
      issued.file === undefined
        ? `Nothing has changed since issue ${number} (${called}, ${day})`
        : `Issue ${number} (${called}, ${day}) is in ${issued.file}`;
    context.stdout.write(`${said}\n`);
  }
  return tell({ editions: [], diagnostics: [{ publication: "", root, diagnostics }] }, context);
}
