/** The closing table: what was published, how long it is, how big, how fast, and where it lies. */
import { relative } from "node:path";
import type { BuildResult } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import { FORMATS } from "../model/format.js";
import type { ReportContext } from "./context.js";
import { count, duration, size } from "./quantities.js";
import { table } from "./table.js";
import { printable } from "./terminal-text.js";

/** One line for each edition, in the order of the build; empty when there was none. */
export function summary(result: BuildResult, { cwd, colors }: ReportContext): string {
  const lines = table(result.editions.map((each) => cells(each, cwd))).split("\n");
  return lines
    .map((line, index) =>
      result.editions[index] && !isCurrent(result.editions[index]) ? colors.red(line) : line,
    )
    .join("\n");
}

function cells(each: EditionResult, cwd: string): readonly string[] {
  const { unit } = FORMATS[each.format];
  const path = each.path === undefined ? "" : relative(cwd, each.path).replaceAll("\\", "/");
  return [
    printable(`${each.publication}/${each.edition}`),
    [
      ...(isCurrent(each) ? [] : [each.status]),
      ...(each.extent === undefined ? [] : [count(each.extent, unit)]),
    ].join(", "),
    each.bytes === undefined ? "" : size(each.bytes),
    duration(each.seconds),
    printable(path),
  ];
}

/** Its file is what its sources make. */
function isCurrent({ status }: EditionResult): boolean {
  return status === "published" || status === "current" || status === "checked";
}
