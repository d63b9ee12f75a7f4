/** Turns the schema's issues into diagnostics: one for each fault, at its place, in plain words. */
import type { core } from "zod";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.js";
import { pathOf, valueAt } from "../../input/data/value-at.js";
import type { Path, Places } from "../../model/places.js";
import { MAKINGS } from "../../model/provenance.js";
import { isIsbn } from "./identifier.js";
import { knownKeys, meantKey } from "./known-keys.js";
import { isWrongKind, meantIssues } from "./meant-issues.js";
import { CHECKS } from "./value-words.js";

type Issue = core.$ZodIssue;

/** All diagnostics for the issues of one parse. A key that is misspelt is not also called missing. */
export function issueDiagnostics(issues: readonly Issue[], data: unknown, places: Places): Diagnostic[] {
  const meant = meantIssues(issues, data);
  const misspelt = new Set(meant.flatMap(meantPaths));
  const telling = meant.filter((issue) => !misspelt.has(JSON.stringify(issue.path)));
  return telling.flatMap((issue) => explain(issue, data, places));
}

function meantPaths(issue: Issue): readonly string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const path = pathOf(issue);
  return issue.keys.map((key) => JSON.stringify([...path, meantKey(key, path) ?? key]));
}

function explain(issue: Issue, data: unknown, places: Places): Diagnostic[] {
  const path = pathOf(issue);
  const value = valueAt(data, path);
  const check = CHECKS[checkName(issue)];
  if (issue.code === "invalid_value" && value === undefined) return [missingKey(path, places)];
  // What is said of a value shows it.
  if (issue.code === "invalid_value" && typeof value === "object")
    return [wrongType(path, value, "string", places)];
  if (check !== undefined) {
    const { code, message, hint } = check(value, path);
    return [
      diagnostic(code, message, issue.code === "invalid_key" ? places.key(path) : places.value(path), hint),
    ];
  }
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path, places));
    case "invalid_union":
      return [noKind(issue, value, places)];
    case "invalid_value":
      return [noSuchValue(path, value, issue.values, places)];
    case "invalid_type":
      return [
        value === undefined ? missingKey(path, places) : wrongType(path, value, issue.expected, places),
      ];
    case "too_small":
      return [outOfRange(path, value, `at least ${issue.minimum}`, places)];
    case "too_big":
      return [outOfRange(path, value, `at most ${issue.maximum}`, places)];
    default:
      return [diagnostic("wrong-type", `${named(path)} is not valid: ${issue.message}`, places.value(path))];
  }
}

/** The schema's own error text is the name of a check (see `schema.ts`). */
function checkName(issue: Issue): string {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? "";
  return issue.message;
}

function unknownKey(key: string, parent: Path, places: Places): Diagnostic {
  const keys = knownKeys(parent);
  const similar = meantKey(key, parent);
  const hint = similar === undefined ? `Use one of: ${keys.join(", ")}` : `Did you mean \`${similar}\`?`;
  const owner = parent.length === 0 ? "A publication" : `${capital(named(parent))}`;
  return diagnostic("unknown-key", `${owner} has no key \`${key}\``, places.key([...parent, key]), hint);
}

function missingKey(path: Path, places: Places): Diagnostic {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const owner = parent.length === 0 ? "the publication" : named(parent);
  const example = EXAMPLES[key];
  const hint = example === undefined ? `Add \`${key}\`` : `Add a line like \`${key}: ${example}\``;
  // The name of an edition or of a list is a better place than its first inner key.
  return diagnostic("missing-key", `\`${key}\` is missing from ${owner}`, places.key(parent), hint);
}

const EXAMPLES: Readonly<Record<string, string>> = {
  title: "The Book",
  language: "en",
  date: "2026-11-22",
  format: "pdf",
  name: "Jane Doe",
};

function noSuchValue(path: Path, value: unknown, values: readonly unknown[], places: Places): Diagnostic {
  const message = `${capital(named(path))} cannot be ${typeof value === "string" ? `\`${value}\`` : kindOf(value)}`;
  const hint = `Write ${values.map((each) => `\`${String(each)}\``).join(" or ")}`;
  return diagnostic("wrong-type", message, places.value(path), hint);
}

function wrongType(path: Path, value: unknown, expected: string, places: Places): Diagnostic {
  if (value === null) {
    const hint = "Give it a value or remove the line";
    return diagnostic("wrong-type", `${capital(named(path))} has no value`, places.value(path), hint);
  }
  const message = `${capital(named(path))} must be ${KINDS[expected] ?? expected}, not ${kindOf(value)}`;
  return diagnostic("wrong-type", message, places.value(path), typeHint(path, value, expected));
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping (`key: value`)",
  record: "a mapping (`name: value`)",
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? "text" : `the ${typeof value} ${String(value)}`;
}

function typeHint(path: Path, value: unknown, expected: string): string | undefined {
  const key = path.at(-1);
  const isPlain = typeof value === "number" || typeof value === "boolean";
  if (key === "identifier" && isIsbn(String(value))) return `Write \`identifier: urn:isbn:${value}\``;
  if (expected === "string" && isPlain) {
    return typeof key === "string"
      ? `Put it in quotes: \`${key}: "${value}"\``
      : `Put it in quotes: "${value}"`;
  }
  const [, digits] =
    expected === "number" ? (/^\s*(\d+(?:\.\d+)?)\s*\D{0,3}$/.exec(String(value)) ?? []) : [];
  if (digits !== undefined) return `Write the number alone: \`${key}: ${digits}\``;
  if (expected === "array" && !Array.isArray(value)) return "Start each entry with `- ` on a line of its own";
  return undefined;
}

function outOfRange(path: Path, value: unknown, range: string, places: Places): Diagnostic {
  return diagnostic(
    "bad-value",
    `${capital(named(path))} must be ${range}, not ${value}`,
    places.value(path),
  );
}

/** None of several kinds of value that are allowed. */
function noKind(issue: core.$ZodIssueInvalidUnion, value: unknown, places: Places): Diagnostic {
  const path = pathOf(issue);
  if (value === undefined) return missingKey(path, places);
  if (value === null) return wrongType(path, value, "string", places);
  const kinds = issue.errors.flatMap((branch) => branch.filter(isWrongKind).map((each) => each.expected));
  const words = [...new Set(kinds.map((kind) => KINDS[kind] ?? kind))].join(" or ");
  const message = `${capital(named(path))} must be ${words}, not ${kindOf(value)}`;
  return diagnostic("wrong-type", message, places.value(path), WORDS_OF[String(path.at(-1))]);
}

/** What is a word or a mapping: the words. */
const WORDS_OF: Readonly<Record<string, string>> = {
  "text-and-data-mining": "Write `reserved` or `allowed`",
  provenance: `Write one of: ${MAKINGS.join(", ")}`,
};

/** A value in words: `trim`, an entry of `files`, the edition `print`. */
function named(path: Path): string {
  const [last, parent] = [path.at(-1), path.at(-2)];
  if (last === undefined) return "the publication file";
  if (parent === "editions") return `the edition \`${last}\``;
  return typeof last === "number" ? `an entry of \`${parent}\`` : `\`${last}\``;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
