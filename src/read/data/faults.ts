/** Says in plain words what a schema finds wrong with data: one diagnostic for each fault, at its place. */
import type { core } from "zod";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import { pathOf, valueAt } from "../../input/data/value-at.js";
import type { Path, Places } from "../../model/places.js";

/** @param keys what a file of the kind may say. */
export function dataFaults(
  issues: readonly core.$ZodIssue[],
  data: unknown,
  keys: readonly string[],
  places: Places,
): Diagnostic[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => unknownKey(key, path, keys, places));
    }
    return [valueAt(data, path) === undefined ? missing(path, places) : wrongKind(path, issue, places)];
  });
}

function unknownKey(key: string, path: Path, keys: readonly string[], places: Places): Diagnostic {
  const similar = path.length === 0 ? nearest(key, keys) : undefined;
  const use = path.length === 0 ? `Use one of: ${keys.join(", ")}` : "Remove it";
  const hint = similar === undefined ? use : `Did you mean \`${similar}\`?`;
  return diagnostic("unknown-key", `There is no key \`${key}\` here`, places.key([...path, key]), hint);
}

function missing(path: Path, places: Places): Diagnostic {
  const key = String(path.at(-1));
  return diagnostic("missing-key", `\`${key}\` is missing`, places.key(path.slice(0, -1)), `Add \`${key}\``);
}

function wrongKind(path: Path, issue: core.$ZodIssue, places: Places): Diagnostic {
  const wanted = issue.code === "invalid_type" ? (KINDS[issue.expected] ?? issue.expected) : "text";
  const name = path.at(-1);
  const what = typeof name === "number" ? `An entry of \`${path.at(-2)}\`` : `\`${name}\``;
  return diagnostic("wrong-type", `${what} must be ${wanted}`, places.value(path));
}

const KINDS: Readonly<Record<string, string>> = {
  array: "a list, or the name of a data file",
  object: "a mapping (`key: value`)",
  string: "text",
};
