/** Diagnostics for people: place, message, the line in question with a caret, and a hint. */
import { join, relative } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { BuildResult } from "../model/build.js";
import { codeFrame } from "./code-frame.js";
import type { Colors, ReportContext } from "./context.js";
import { distinct } from "./distinct.js";
import { count } from "./quantities.js";
import { printable } from "./terminal-text.js";

/** `content/ch1.md:12:5  error  broken-link  message`, then the line with a caret, then the hint. */
export async function textReport(result: BuildResult, context: ReportContext): Promise<string> {
  const blocks: string[] = [];
  const all = result.diagnostics.map(distinct);
  for (const { root, diagnostics } of all) {
    for (const each of diagnostics) blocks.push(await block(each, root, context));
  }
  if (blocks.length === 0) return "";
  const found = all.flatMap((each) => each.diagnostics);
  const closing = total(found, context.colors);
  return [...blocks, ...(closing === "" ? [] : [`${closing}\n`])].join("\n");
}

async function block(each: Diagnostic, root: string, context: ReportContext): Promise<string> {
  const { colors } = context;
  const level = LEVELS[each.severity](colors)(each.severity);
  const path = each.location === undefined ? undefined : join(root, each.location.file);
  const place =
    path === undefined || each.location === undefined
      ? []
      : [colors.bold(`${printable(shown(path, context.cwd))}:${each.location.line}:${each.location.column}`)];
  const head = [...place, level, colors.dim(each.code), printable(each.message)].join("  ");
  const lines = path === undefined ? undefined : await context.readLines(path);
  const frame = each.location === undefined ? [] : codeFrame(lines, each.location, colors);
  const hint = each.hint === undefined ? [] : [`  ${colors.cyan("hint:")} ${printable(each.hint)}`];
  return `${[head, ...frame, ...hint].join("\n")}\n`;
}

const LEVELS = {
  error: (colors: Colors) => colors.red,
  warning: (colors: Colors) => colors.yellow,
  info: (colors: Colors) => colors.blue,
} as const;

/** Relative to the current folder, with `/`, as a user would type it. */
function shown(path: string, cwd: string): string {
  return relative(cwd, path).replaceAll("\\", "/");
}

/** `2 errors, 1 warning`. */
function total(found: readonly Diagnostic[], colors: Colors): string {
  const errors = found.filter((each) => each.severity === "error").length;
  const warnings = found.filter((each) => each.severity === "warning").length;
  const parts = [
    ...(errors === 0 ? [] : [colors.red(count(errors, "error"))]),
    ...(warnings === 0 ? [] : [colors.yellow(count(warnings, "warning"))]),
  ];
  return parts.join(", ");
}
