/**
 * What a text says at its top of how it was made: `provenance: assisted`, or a mapping with `made`, `tool`,
 * `reviewed-by` and the other words of the publication file.
 */
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { nearest } from "../../diagnostics/nearest.js";
import { isDate } from "../../model/date.js";
import { frontMatterOf, plainValuesOf } from "../../model/front-matter.js";
import { EDITING, EXTENTS, MAKINGS, type Statement } from "../../model/provenance.js";

const KEY = /^"?provenance"?\s*[:=]/;

/** What stands behind the key, and where: the whole of it, and the keys and values of a mapping. */
interface Said {
  readonly value: unknown;
  readonly location: Location;
  readonly placeOf: (key: string, part: "key" | "value") => Location;
}

/** Undefined when nothing is said, or something that another tool understands by the word. */
export function provenanceSaid(file: string, text: string, report: Report): Statement | undefined {
  const found = text.includes("provenance") ? frontMatterOf(text) : undefined;
  if (found === undefined) return undefined;
  const lines = text.split(/\r\n?|\n/, found.lines);
  const at = lines.findIndex((line) => KEY.test(line.trimStart()));
  if (at < 0) return undefined;
  const location = { file, line: at + 1, column: lines[at]!.search(/\S/) + 1 };
  const said =
    found.language === "yaml"
      ? yamlSaid(lines, location)
      : { value: plainValuesOf(text).provenance, location, placeOf: () => location };
  if (typeof said.value === "string") return ofWord(said.value, said.location, report);
  if (typeof said.value !== "object" || said.value === null || !("made" in said.value)) return undefined;
  return ofMapping(said.value as Record<string, unknown>, said, report);
}

function yamlSaid(lines: readonly string[], location: Location): Said {
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, -1).join("\n"), {
    lineCounter: counter,
    logLevel: "error",
  });
  const node = isMap(document.contents) ? document.contents.get("provenance", true) : undefined;
  const placeAt = (found: unknown): Location => {
    const offset = (found as { readonly range?: readonly number[] | null } | null | undefined)?.range?.[0];
    if (offset === undefined) return location;
    const { line, col } = counter.linePos(offset);
    // The mark that opens the front matter is a line of its own.
    return { file: location.file, line: line + 1, column: col };
  };
  const placeOf = (key: string, part: "key" | "value") => {
    const pair = isMap(node)
      ? node.items.find((each) => isScalar(each.key) && each.key.value === key)
      : undefined;
    return placeAt(pair?.[part]);
  };
  if (document.errors.length > 0) return { value: undefined, location, placeOf };
  const values = document.toJS({ maxAliasCount: 100 }) as { readonly provenance?: unknown } | null;
  return { value: values?.provenance, location: placeAt(node), placeOf };
}

/** Another tool may understand something else by the word; what speaks of a machine can only be meant here. */
const OF_MACHINES = /\b(?:ai|ia|ki|llm|(?:chat)?gpt|machine)\b/i;

function ofWord(word: string, location: Location, report: Report): Statement | undefined {
  const made = MAKINGS.find((each) => each === word);
  if (made !== undefined) return { made, tools: [], reviewers: [], location };
  if (nearest(word, MAKINGS) !== undefined || OF_MACHINES.test(word)) {
    report(unknownWord(`\`provenance\` cannot be \`${word}\``, word, MAKINGS, location));
  }
  return undefined;
}

const KEYS = ["made", "tool", "reviewed-by", "date", "extent", "editing"];

function ofMapping(described: Record<string, unknown>, said: Said, report: Report): Statement | undefined {
  for (const key of Object.keys(described)) {
    if (KEYS.includes(key)) continue;
    const message = `\`provenance\` has no key \`${key}\``;
    report(unknownWord(message, key, KEYS, said.placeOf(key, "key"), "unknown-key"));
  }
  const oneOf = <Word extends string>(key: string, words: readonly Word[]): Word | undefined => {
    const word = described[key];
    const found = words.find((each) => each === word);
    if (found === undefined && word !== undefined) {
      const message = `\`${key}\` cannot be \`${String(word)}\``;
      report(unknownWord(message, String(word), words, said.placeOf(key, "value")));
    }
    return found;
  };
  const made = oneOf("made", MAKINGS);
  const extent = oneOf("extent", EXTENTS);
  const editing = oneOf("editing", EDITING);
  const date = dateSaid(described.date, said, report);
  if (made === undefined) return undefined;
  return {
    made,
    tools: names(described.tool),
    reviewers: names(described["reviewed-by"]),
    ...(date === undefined ? {} : { date }),
    ...(extent === undefined ? {} : { extent }),
    ...(editing === undefined ? {} : { editing }),
    location: said.location,
  };
}

function dateSaid(value: unknown, said: Said, report: Report): string | undefined {
  if (value === undefined) return undefined;
  const date = String(value);
  if (isDate(date)) return date;
  const hint = "Write a year, a month or a day that exists: 2026, 2026-11 or 2026-11-22";
  report(diagnostic("bad-date", `\`${date}\` is not a date`, said.placeOf("date", "value"), hint));
  return undefined;
}

function unknownWord(
  message: string,
  word: string,
  known: readonly string[],
  location: Location,
  code: "unknown-provenance" | "unknown-key" = "unknown-provenance",
) {
  const similar = nearest(word, known);
  const hint = similar === undefined ? `Use one of: ${known.join(", ")}` : `Did you mean \`${similar}\`?`;
  return diagnostic(code, message, location, hint);
}

function names(value: unknown): readonly string[] {
  return [value ?? []].flat().map(String);
}
