/** The summary that GitHub shows below a job: a short table in Markdown. */
import type { BuildResult } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import { FORMATS } from "../model/format.js";
import { countsByCode } from "./causes.js";
import { distinct } from "./distinct.js";
import { count, duration, size } from "./quantities.js";

/** GitHub takes 1 MiB of summaries a step: a table of more rows is of no use either. */
const MOST_ROWS = 500;

/** A table of the editions, failed ones first, and how much was found, by code. */
export function githubSummary(result: BuildResult): string {
  const found = result.diagnostics.map(distinct).flatMap((each) => each.diagnostics);
  const errors = found.filter(({ severity }) => severity === "error").length;
  const warnings = found.filter(({ severity }) => severity === "warning").length;
  const isGood = ({ status }: EditionResult) => status === "published" || status === "current";
  const editions = [
    ...result.editions.filter((each) => !isGood(each)),
    ...result.editions.filter((each) => isGood(each)),
  ];
  const rows = editions.slice(0, MOST_ROWS).map(row);
  const rest = editions.length - rows.length;
  const title = `### Colophon: ${count(editions.length, "edition")}, ${count(errors, "error")}, ${count(warnings, "warning")}`;
  const table = [
    "| edition | result | length | size | time |",
    "| --- | --- | ---: | ---: | ---: |",
    ...rows,
  ];
  const codes = countsByCode(found).map((each) => `| ${each.code} | ${each.severity} | ${each.count} |`);
  const byCode = codes.length > 0 ? ["", "| found | level | times |", "| --- | --- | ---: |", ...codes] : [];
  const more = rest > 0 ? [`\nand ${count(rest, "edition")} more`] : [];
  return `${[title, "", ...(rows.length > 0 ? table : []), ...more, ...byCode].join("\n")}\n`;
}

function row(each: EditionResult): string {
  const { publication, edition, format, status, extent, bytes, seconds } = each;
  const cells = [
    `${publication}/${edition}`,
    status === "published" || status === "current" ? status : `**${status}**`,
    extent === undefined ? "" : count(extent, FORMATS[format].unit),
    bytes === undefined ? "" : size(bytes),
    duration(seconds),
  ];
  return `| ${cells.map(cellText).join(" | ")} |`;
}

/** Names of folders may hold what ends a cell or begins markup. */
function cellText(text: string): string {
  return text.replace(/[\\|`<>[\]_]/g, "\\$&").replace(/[\r\n]+/g, " ");
}
