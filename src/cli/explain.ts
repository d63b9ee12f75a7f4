/** `colophon explain`: what a diagnostic means and what to do about it, as the manual has it. */
import type { Command } from "commander";
import { CODES, type Code } from "../diagnostics/codes.js";
import { explanationOf } from "../diagnostics/explanations.js";
import { nearest } from "../diagnostics/nearest.js";
import { colorsFor } from "../report/context.js";
import type { CliContext } from "./context.js";
import { EXIT } from "./exit-codes.js";

/** The length of a line that people like to read, whatever the width of the terminal. */
const MEASURE = 80;

const HELP = `
Every diagnostic has a code, which stands behind its place: chapter.md:12:5  error  broken-link  …

Examples:
  colophon explain broken-link
  colophon explain overfull text-lost`;

/** Adds the command. */
export function addExplainCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command("explain")
    .description("tell what a diagnostic means, how it comes about and what to do")
    .argument("<code...>", "codes of diagnostics")
    .addHelpText("after", HELP)
    .action((codes: string[]) => done(runExplain(codes, context)));
}

/** Prints the explanations and gives the exit code: one code that does not exist is wrong usage. */
function runExplain(codes: readonly string[], { env, stdout, stderr }: CliContext): number {
  const colors = colorsFor(stdout, env);
  let exit: number = EXIT.published;
  for (const code of codes) {
    const explanation = explanationOf(code);
    if (explanation === undefined) {
      const similar = nearest(code, Object.keys(CODES));
      stderr.write(`There is no diagnostic ${code}${similar ? `. Did you mean ${similar}?` : ""}\n`);
      exit = EXIT.usage;
      continue;
    }
    const { severity, summary } = CODES[code as Code];
    const lines = [summary, `Cause: ${explanation.cause}`, `What to do: ${explanation.cure}`];
    const text = lines.map((line) => wrapped(line, Math.min(stdout.columns ?? MEASURE, MEASURE)));
    stdout.write(`${colors.bold(code)} (${severity})\n\n${text.join("\n\n")}\n\n`);
  }
  return exit;
}

/** Breaks a paragraph at its spaces; a word that is longer stands alone. */
function wrapped(paragraph: string, width: number): string {
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
