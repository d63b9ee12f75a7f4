/** Where an issue of the schema is, and what is there. */
import type { core } from "zod";
import type { Path } from "../../model/places.js";

/** Zod's paths may hold symbols; YAML has none. */
export function pathOf(issue: core.$ZodIssue): Path {
  return issue.path.map((step) => (typeof step === "number" ? step : String(step)));
}

/** The value that a path leads to; undefined when it leads nowhere. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
