/** Diagnostics for people: place, message, the line in question with a caret, a hint, and where else it is so. */
import { join, relative } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { BuildResult } from "../model/build.js";
import { type Cause, causesOf, countsByCode, otherPlaces } from "./causes.js";
import { codeFrame } from "./code-frame.js";
import type { Colors, ReportContext } from "./context.js";
import { distinct } from "./distinct.js";
import { count } from "./quantities.js";
import { printable } from "./terminal-text.js";

/**
 * `content/ch1.md:12:5  error  broken-link  message`, then the line with a caret, the hint, and other places of the
 * same cause; at the end how much was found, by code.
 */
export async function textReport(result: BuildResult, context: ReportContext): Promise<string> {
  const blocks: string[] = [];
  for (const each of result.diagnostics) {
    for (const cause of causesOf(each)) blocks.push(await block(cause, each.root, context));
  }
  if (blocks.length === 0) return "";
  const found = result.diagnostics.flatMap((each) => distinct(each).diagnostics);
  const closing = total(found, context.colors);
  return [...blocks, ...(closing === "" ? [] : [`${closing}\n`])].join("\n");
}

async function block(cause: Cause, root: string, context: ReportContext): Promise<string> {
  const { colors } = context;
  const { first, others } = cause;
  const level = LEVELS[first.severity](colors)(first.severity);
  const path = first.location === undefined ? undefined : join(root, first.location.file);
  const place = placeOf(first, root, context);
  const count = others.length === 0 ? [] : [colors.bold(`(${others.length + 1} times)`)];
  const head = [
    ...(place === undefined ? [] : [colors.bold(`${place}:${first.location?.column}`)]),
    level,
    colors.dim(first.code),
    printable(first.message),
    ...count,
  ].join("  ");
  const lines = path === undefined ? undefined : await context.readLines(path);
  const frame = first.location === undefined ? [] : codeFrame(lines, first.location, colors);
  const hint = first.hint === undefined ? [] : [`  ${colors.cyan("hint:")} ${printable(first.hint)}`];
  // The publication's folder is told by the first place.
  const elsewhere = otherPlaces(cause, ({ location }) => location && `${location.file}:${location.line}`);
  const also = elsewhere === undefined ? [] : [`  ${colors.dim(printable(elsewhere))}`];
  return `${[head, ...frame, ...hint, ...also].join("\n")}\n`;
}

/** `book/content/ch1.md:12`. */
function placeOf({ location }: Diagnostic, root: string, { cwd }: ReportContext): string | undefined {
  return location && `${printable(shown(join(root, location.file), cwd))}:${location.line}`;
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

/** `2 errors, 3 warnings: text-lost 2, broken-link 3`. */
function total(found: readonly Diagnostic[], colors: Colors): string {
  const errors = found.filter((each) => each.severity === "error").length;
  const warnings = found.filter((each) => each.severity === "warning").length;
  const parts = [
    ...(errors === 0 ? [] : [colors.red(count(errors, "error"))]),
    ...(warnings === 0 ? [] : [colors.yellow(count(warnings, "warning"))]),
  ];
  const codes = countsByCode(found).filter(({ severity }) => severity !== "info");
  const byCode = codes.map((each) => `${each.code} ${each.count}`).join(", ");
  return codes.length > 1 ? `${parts.join(", ")}: ${byCode}` : parts.join(", ");
}
