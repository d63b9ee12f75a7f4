/** Reads the places that the renderer writes on elements for what is found after the layout. */
import type { Location } from "../../diagnostics/location.js";

/** @param source `file:line:column`; anything else has no place. */
export function sourcePlace(source: string): Location | undefined {
  const match = /^(.+):(\d+):(\d+)$/.exec(source);
  return match ? { file: match[1]!, line: Number(match[2]), column: Number(match[3]) } : undefined;
}
