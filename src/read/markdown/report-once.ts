/** What a text has in many places, and is told of once for a kind. */
import type { Code } from "../../diagnostics/codes.js";
import { type ParseContext, reportAt } from "./context.js";

const told = new WeakMap<ParseContext, Set<string>>();

/**
 * Reports the first thing of a kind that is found in a text.
 *
 * @param kind what the later ones have in common with it, beside the code.
 */
export function reportOnce(
  context: ParseContext,
  code: Code,
  kind: string,
  message: string,
  offset: number,
  hint?: string,
): void {
  const key = `${code} ${kind}`;
  const known = told.get(context) ?? new Set();
  told.set(context, known);
  if (known.has(key)) return;
  known.add(key);
  reportAt(context, code, message, offset, hint);
}
