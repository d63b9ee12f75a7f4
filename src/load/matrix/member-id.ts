/** Names of editions that `for-each` makes: they become file names, so values are spelt safely. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { isVariable, type Row } from "../../input/data/rows.js";
import { fillPlaceholders, placeholdersIn, unknownVariable } from "../../model/placeholder.js";
import { spelt } from "../../model/spelt.js";
import { EDITION_ID } from "../editions/edition-id.js";
import type { Mapping } from "./inherit.js";

/** The pattern when none is given: the description's name, then the values that tell its editions apart. */
export function derivedPattern(name: string, keys: readonly string[]): string {
  return [name, ...keys.map((key) => `{{${key}}}`)].join("-");
}

/**
 * @param place of the pattern.
 * @returns undefined, with the reason reported, when no name comes of it.
 */
export function memberId(
  pattern: string,
  variables: Mapping,
  row: Row,
  place: Location,
  report: Report,
): string | undefined {
  const found = placeholdersIn(pattern);
  const unknown = found.find(({ name }) => !isVariable(variables[name]));
  if (unknown !== undefined) {
    report(unknownVariable(unknown.name, Object.keys(variables), place));
    return undefined;
  }
  const id = fillPlaceholders(pattern, (name) => spelt(String(variables[name])));
  if (EDITION_ID.test(id)) return id;
  const cell = found
    .flatMap(({ name }) => row.get(name) ?? [])
    .find(({ value }) => spelt(String(value)) === "");
  const message =
    cell === undefined
      ? `\`${id}\` cannot be the name of an edition`
      : `\`${cell.value}\` gives an edition no name`;
  const hint = "Choose an `id` that has only letters from a to z, digits, and `-`, `_` or `.` between them";
  report(diagnostic("bad-name", message, cell?.location ?? place, hint));
  return undefined;
}
