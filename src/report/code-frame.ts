/** The line of a source that a diagnostic is about, with a caret below its column. */
import type { Location } from "../diagnostics/location.js";
import type { Colors } from "./context.js";
import { columns, fitted, printable } from "./terminal-text.js";

/** A manuscript's paragraph is often one line: only the part around the column is shown. */
const WIDEST = 100;
const BEFORE = 40;

/** Two lines, or none when the source cannot be read or has no such line. */
export function codeFrame(
  lines: readonly string[] | undefined,
  { line, column }: Location,
  colors: Colors,
): readonly string[] {
  const text = lines?.[line - 1];
  if (text === undefined || text.trim() === "") return [];
  const from = column - 1 > WIDEST - BEFORE ? column - 1 - BEFORE : 0;
  const lead = from > 0 ? "…" : "";
  const before = lead + printable(text.slice(from, column - 1));
  // Twice the width is enough to know whether the rest must be cut.
  const rest = printable(text.slice(Math.max(from, column - 1), from + WIDEST * 2));
  const gutter = `  ${line} | `;
  const margin = `  ${" ".repeat(String(line).length)} | `;
  return [
    colors.dim(gutter) + fitted(before + rest, WIDEST),
    colors.dim(margin) + " ".repeat(columns(before)) + colors.red("^"),
  ];
}
