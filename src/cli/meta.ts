/** `colophon meta` and `colophon report`: what is sent where, what shops ask for, what is answered where they ask. */
import { resolve } from "node:path";
import { Argument, type Command, Option } from "commander";
import { disclosureText, overviewText } from "../report/trade-tables.js";
import { disclosureOf } from "../trade/disclosure.js";
import { crossrefFaults } from "../trade/faults.js";
import { FEEDS, type Feed } from "../trade/feeds/feeds.js";
import type { TradeItem } from "../trade/item.js";
import { overviewOf } from "../trade/overview.js";
import type { CliContext } from "./context.js";
import { EXIT_HELP } from "./exit-codes.js";
import {
  type FindFaults,
  type Products,
  type TradeOptions,
  tradeOptions,
  withProducts,
} from "./trade-items.js";

const META_HELP = `
Without --format, a table for each edition: what its file says, what ONIX says, and what shops ask for that is
missing. The editions are made first, or taken as an earlier build has left them.

Examples:
  colophon meta my-book
  colophon meta my-book --format json-ld -o book.jsonld
  colophon meta 'catalogue/*' --format tdmrep -o tdmrep.json
${EXIT_HELP}`;

const REPORT_HELP = `
The answers to the questions that shops ask at upload, in the choices of Amazon's KDP: what generative AI made.

Example:
  colophon report provenance my-book
${EXIT_HELP}`;

type Write = (items: readonly TradeItem[]) => string;

/** Adds both commands. */
export function addMetaCommands(program: Command, context: CliContext, done: (code: number) => void): void {
  const run = async (publications: string[], options: TradeOptions, write: Write, faults?: FindFaults) => {
    const output = ({ items }: Products) => ({
      text: write(items),
      ...(options.out === undefined ? {} : { path: resolve(context.cwd, options.out) }),
    });
    done(await withProducts(publications, options, context, output, faults));
  };
  const meta = program
    .command("meta")
    .description("show which metadata goes where and what shops still ask for, or write it for machines")
    .argument("[publication...]", "folders of publications, texts, or patterns");
  for (const option of tradeOptions("file for the result (default: standard output)")) meta.addOption(option);
  meta
    .addOption(
      new Option(
        "--format <name>",
        "for machines instead: schema.org, MARC 21, CITATION.cff, Crossref, tdmrep.json",
      ).choices(Object.keys(FEEDS)),
    )
    .addHelpText("after", META_HELP)
    .action((publications: string[], options: TradeOptions & { readonly format?: Feed }) =>
      run(
        publications,
        options,
        options.format === undefined ? overviews : FEEDS[options.format],
        options.format === "crossref" ? crossrefFaults : undefined,
      ),
    );
  const report = program
    .command("report")
    .description("answer what shops ask at upload: what generative AI has made")
    .addArgument(new Argument("<what>", "what is asked for").choices(["provenance"]))
    .argument("[publication...]", "folders of publications, texts, or patterns");
  for (const option of tradeOptions("file for the report (default: standard output)"))
    report.addOption(option);
  report
    .addHelpText("after", REPORT_HELP)
    .action((_: string, publications: string[], options: TradeOptions) =>
      run(publications, options, disclosures),
    );
}

function nameOf({ publication, edition }: TradeItem): string {
  return `${publication.id}/${edition.id}`;
}

function overviews(items: readonly TradeItem[]): string {
  return items.map((item) => overviewText(nameOf(item), overviewOf(item))).join("\n");
}

function disclosures(items: readonly TradeItem[]): string {
  return items.map((item) => disclosureText(nameOf(item), disclosureOf(item))).join("\n");
}
