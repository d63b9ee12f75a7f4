/** Both EPUBChecks find most faults: the official one has the last word on what it found as well. */
import type { Finding } from "../../../diagnostics/finding.js";

export function unite(own: readonly Finding[], official: readonly Finding[]): Finding[] {
  const known = new Set(official.flatMap((each) => keyOf(each) ?? []));
  return [...official, ...own.filter((each) => !known.has(keyOf(each) ?? ""))];
}

/** Undefined for what is no finding of EPUBCheck. */
function keyOf({ message, at }: Finding): string | undefined {
  const id = /EPUBCheck ([A-Z]+-\w+)\)$/.exec(message)?.[1];
  return id === undefined ? undefined : `${id} ${at?.path} ${at?.line}`;
}
