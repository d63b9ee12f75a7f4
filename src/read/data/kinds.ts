/** The kinds of data that become sections. A new one is its folder here, and a line. */
import { callSheet } from "./call-sheet/call-sheet.js";
import type { DataKind } from "./kind.js";
import { plates } from "./plates/plates.js";
import { isMapping } from "./tables.js";

export const KINDS: readonly DataKind[] = [callSheet, plates];

/** @returns undefined when the data does not say what it is, or nobody knows it. */
export function kindOf(data: unknown): DataKind | undefined {
  const name = isMapping(data) ? data.kind : undefined;
  return KINDS.find((kind) => kind.name === name);
}
