/** `colophon onix`: one message in ONIX for the editions of one or more publications. */
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { tradeFaults } from "../trade/faults.js";
import { onixMessage, RELEASES, type Release } from "../trade/onix/message.js";
import type { CliContext } from "./context.js";
import { EXIT_HELP } from "./exit-codes.js";
import { type TradeOptions, tradeOptions, withProducts } from "./trade-items.js";

export interface OnixOptions extends TradeOptions {
  readonly release: Release;
}

const HELP = `
The editions are made first, or taken as an earlier build has left them: pages, words, sizes and accessibility
in the message are those of the files.

Examples:
  colophon onix my-book
  colophon onix 'catalogue/*' -o onix.xml
  colophon onix my-book --edition ebook --release 3.0
${EXIT_HELP}`;

/** Adds the command. */
export function addOnixCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  const command = program
    .command("onix")
    .description("write an ONIX message, by which the book trade learns of editions")
    .argument("[publication...]", "folders of publications, texts, or patterns");
  for (const option of tradeOptions("file for the message (default: standard output)"))
    command.addOption(option);
  command
    .addOption(new Option("--release <release>", "of ONIX for Books").choices([...RELEASES]).default("3.1"))
    .addHelpText("after", HELP)
    .action(async (publications: string[], options: OnixOptions) => {
      const code = await withProducts(
        publications,
        options,
        context,
        ({ items, sent }) => ({
          text: onixMessage(items, { release: options.release, ...(sent === undefined ? {} : { sent }) }),
          ...(options.out === undefined ? {} : { path: resolve(context.cwd, options.out) }),
        }),
        tradeFaults,
      );
      done(code);
    });
}
