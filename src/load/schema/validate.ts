/** Checks plain data against the schema and reports each fault at its place, in plain words. */
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Places } from "../../model/places.js";
import { meantIssues } from "./meant-issues.js";
import { repaired } from "./repair.js";
import { type PublicationDescription, publicationSchema } from "./schema.js";
import { issueDiagnostics } from "./wording.js";

/** Taking out one fault can leave a mapping without what it must have; that settles at once. */
const ROUNDS = 4;

/**
 * Validates what a publication file says.
 *
 * @returns The description; with faults (all reported), what is left of it without them. Undefined
 *   when nothing useful is left.
 */
export function validate(data: unknown, places: Places, report: Report): PublicationDescription | undefined {
  let value = data;
  for (let round = 0; round < ROUNDS; round++) {
    const result = publicationSchema.safeParse(value);
    if (result.success) return result.data;
    // Only the first round sees what the author wrote; later ones see what the repair has left.
    if (round === 0) issueDiagnostics(result.error.issues, data, places).forEach(report);
    value = repaired(value, meantIssues(result.error.issues, value));
  }
  return undefined;
}
