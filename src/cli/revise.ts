/** `colophon revise`: writes down what goes out, so that the next time shows what has changed since. */
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Issued } from "../build/issue-edition.js";
import { revise } from "../build/revise.js";
import { count } from "../report/quantities.js";
import { table } from "../report/table.js";
import { printable } from "../report/terminal-text.js";
import type { CliContext } from "./context.js";
import { EXIT_HELP } from "./exit-codes.js";
import { repeated } from "./option-values.js";
import { tell } from "./trade-items.js";

interface ReviseOptions {
  readonly edition?: readonly string[];
  readonly name?: string;
  readonly date?: string;
}

const HELP = `
What an edition says is kept in the publication's folder, as issues/<edition>/1.txt and on: small text files, to be
kept with the texts. Builds compare the text with them. In a script, changed lines have stars, pages that have
gone out keep their numbers (what they no longer hold goes on pages 12A, 12B), and each page says the issue that has
changed it last. Issues have the colours of the industry: White, Blue, Pink, Yellow, Green, Goldenrod, …
A call sheet says its issue as its version. The name of editions that 'for-each' has made stands for all of them: those
that say something new are issued, and listed with who gets them.

Examples:
  colophon revise low-water --edition script
  colophon revise low-water --edition script --name Pink --date 2026-12-04
  colophon revise day-2 --edition cast
${EXIT_HELP}`;

export function addReviseCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command("revise")
    .description("issue editions, so that later builds show what has changed since")
    .argument("<publication>", "folder of a publication, or a text")
    .addOption(
      new Option("-e, --edition <id>", "an edition that goes out; may be given again").argParser(repeated),
    )
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
  { edition = [], name, date = new Date().toISOString().slice(0, 10) }: ReviseOptions,
  context: CliContext,
): Promise<number> {
  const names = { date, ...(name === undefined ? {} : { name }) };
  const { issued, root, diagnostics } = await revise(resolve(context.cwd, publication), edition, names);
  const [first] = issued;
  if (first !== undefined) context.stdout.write(issued.length === 1 ? saidOf(first) : listed(issued));
  return tell({ editions: [], diagnostics: [{ publication: "", root, diagnostics }] }, context);
}

function saidOf({ issue: { number, name, date }, file }: Issued): string {
  return file === undefined
    ? `Nothing has changed since issue ${number} (${name}, ${date})\n`
    : `Issue ${number} (${name}, ${date}) is in ${file}\n`;
}

/** How many have gone out, and a line for each: who gets it, which edition it is, and where it is kept. */
function listed(all: readonly Issued[]): string {
  const issued = all.filter(({ file }) => file !== undefined);
  const rest = all.length - issued.length;
  const unchanged = rest === 0 ? "" : `; ${count(rest, "edition")} unchanged`;
  const rows = issued.map(({ edition, recipient = "", issue: { number, name }, file = "" }) => [
    `  ${printable(recipient)}`,
    edition,
    `${number} (${printable(name)})`,
    file,
  ]);
  return `Issued: ${issued.length}${unchanged}\n${table(rows)}`;
}
