/** The lines of a script, with their places. */
import type { ScriptLine } from "./script.js";

/** @param text whose lines end in line feeds. */
export function linesOf(text: string): ScriptLine[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, at };
  });
}
