/**
 * What a text says at its top of how it was made: `provenance: assisted`, or a mapping with `made`, `tool`,
 * `reviewed-by` and the other words of the publication file.
 */
import { parse } from "yaml";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { nearest } from "../../diagnostics/nearest.js";
import { frontMatterOf, plainValuesOf } from "../../model/front-matter.js";
import { EDITING, EXTENTS, MAKINGS, type Statement } from "../../model/provenance.js";

const KEY = /^"?provenance"?\s*[:=]/;

/** Undefined when nothing is said, or something that another tool understands by the word. */
export function provenanceSaid(file: string, text: string, report: Report): Statement | undefined {
  const found = text.includes("provenance") ? frontMatterOf(text) : undefined;
  if (found === undefined) return undefined;
  const lines = text.split(/\r\n?|\n/, found.lines);
  const at = lines.findIndex((line) => KEY.test(line.trimStart()));
  if (at < 0) return undefined;
  const location = { file, line: at + 1, column: lines[at]!.search(/\S/) + 1 };
  const said = found.language === "yaml" ? yamlValue(lines) : plainValuesOf(text).provenance;
  const described = typeof said === "string" ? { made: said } : said;
  if (typeof described !== "object" || described === null || !("made" in described)) return undefined;
  return statementOf(described as Record<string, unknown>, location, typeof said !== "string", report);
}

function yamlValue(lines: readonly string[]): unknown {
  try {
    const values: unknown = parse(lines.slice(1, -1).join("\n"), { maxAliasCount: 100, logLevel: "error" });
    return (values as { readonly provenance?: unknown } | null)?.provenance;
  } catch {
    return undefined;
  }
}

/** @param isOurs whether it can only be meant for this program: a word alone may be another tool's. */
function statementOf(
  described: Record<string, unknown>,
  location: Location,
  isOurs: boolean,
  report: Report,
): Statement | undefined {
  const made = MAKINGS.find((each) => each === described.made);
  if (made === undefined) {
    const similar = nearest(String(described.made), MAKINGS);
    if (similar === undefined && !isOurs) return undefined;
    const hint = similar === undefined ? `Use one of: ${MAKINGS.join(", ")}` : `Did you mean \`${similar}\`?`;
    const message = `\`provenance\` cannot be \`${String(described.made)}\``;
    report(diagnostic("unknown-provenance", message, location, hint));
    return undefined;
  }
  const extent = EXTENTS.find((each) => each === described.extent);
  const editing = EDITING.find((each) => each === described.editing);
  return {
    made,
    tools: names(described.tool),
    reviewers: names(described["reviewed-by"]),
    ...(described.date === undefined ? {} : { date: String(described.date) }),
    ...(extent === undefined ? {} : { extent }),
    ...(editing === undefined ? {} : { editing }),
    location,
  };
}

function names(value: unknown): readonly string[] {
  return [value ?? []].flat().map(String);
}
