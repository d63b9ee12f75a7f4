/** Editions share their sources, so they find the same faults: each is told once. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { PublicationDiagnostics } from "../model/build.js";

/** One publication with each of its diagnostics once, in the order in which they were found first. */
export function distinct(each: PublicationDiagnostics): PublicationDiagnostics {
  const said = new Map<string, Diagnostic>();
  for (const found of each.diagnostics) {
    const words = JSON.stringify([found.code, found.severity, found.location, found.message]);
    if (!said.has(words)) said.set(words, found);
  }
  return { ...each, diagnostics: [...said.values()] };
}
