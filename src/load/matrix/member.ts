/** One edition of a description: its variables put in, and where each of its values is written. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { isVariable, type Row } from "../../input/data/rows.js";
import {
  fillPlaceholders,
  placeholdersIn,
  solePlaceholder,
  unknownVariable,
  type Variable,
} from "../../model/placeholder.js";
import type { Path, Places } from "../../model/places.js";
import { takesNumber } from "../schema/known-keys.js";
import { type Inherited, isMapping, type Mapping } from "./inherit.js";

export interface Member {
  readonly values: Mapping;
  /** Place of a value or key at a path inside the edition. */
  place(path: Path, end: "key" | "value"): Location;
  /** Keys that another edition says, which this one extends. */
  readonly inherited: ReadonlySet<string>;
}

interface Filling {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly row: Row;
  readonly cells: Map<string, Location>;
  readonly sourceOf: (path: Path) => Path;
  readonly places: Places;
  readonly report: Report;
}

/**
 * @param name under which `editions` lists the description.
 * @param row the variables of this edition; they win over those of `variables`.
 * @param shared the variables of the publication.
 */
export function memberOf(
  name: string,
  inherited: Inherited,
  row: Row,
  shared: Mapping,
  places: Places,
  report: Report,
): Member {
  const cells = new Map<string, Location>();
  const sourceOf = (path: Path) => sourcePath(inherited, name, path);
  const common = { row, cells, sourceOf, places, report };
  const rowValues = [...row].map(([key, cell]) => [key, cell.value] as const);
  const first: Filling = { ...common, variables: new Map([...plain(shared), ...rowValues]) };
  const own = filled(inherited.values.variables ?? {}, ["variables"], first);
  const named = new Map([...first.variables, ...plain(own), ...rowValues]);
  const second: Filling = { ...common, variables: named };
  const { variables: _, ...rest } = inherited.values;
  const values: Record<string, unknown> = {};
  Object.assign(values, filled(rest, [], second));
  const isOwn = Object.hasOwn(inherited.values, "variables") || row.size > 0;
  if (isOwn) values.variables = isMapping(own) ? { ...own, ...Object.fromEntries(rowValues) } : own;
  for (const [key, cell] of row) cells.set(JSON.stringify(["variables", key]), cell.location);
  const others = Object.keys(values).filter((key) => sourceOf([key])[1] !== name);
  return {
    values,
    inherited: new Set(others),
    place: (path, end) => cells.get(JSON.stringify(path)) ?? places[end](sourceOf(path)),
  };
}

/** Where the file says what stands at a path inside of an edition: in itself, or in one that it extends. */
function sourcePath({ sources }: Inherited, name: string, path: Path): Path {
  for (let length = Math.min(path.length, 2); length > 0; length -= 1) {
    const source = sources.get(JSON.stringify(path.slice(0, length)));
    if (source !== undefined) return [...source, ...path.slice(length)];
  }
  return ["editions", name, ...path];
}

function plain(values: unknown): readonly (readonly [string, Variable])[] {
  const entries = isMapping(values) ? Object.entries(values) : [];
  return entries.filter((entry): entry is [string, Variable] => isVariable(entry[1]));
}

function filled(value: unknown, path: Path, filling: Filling): unknown {
  if (typeof value === "string") return filledText(value, path, filling);
  if (Array.isArray(value)) return value.map((each, index) => filled(each, [...path, index], filling));
  if (!isMapping(value)) return value;
  const bare = path.length === 0 ? undefined : unquoted(value);
  if (bare !== undefined) return reportUnquoted(bare, path, filling);
  const entries = Object.entries(value).map(([key, each]) => [key, filled(each, [...path, key], filling)]);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

/** A value that is a placeholder and nothing else keeps the kind of its variable. */
function filledText(text: string, path: Path, filling: Filling): unknown {
  const { variables, row, cells, report } = filling;
  const found = placeholdersIn(text);
  const unknown = found.find(({ name }) => !variables.has(name));
  if (unknown !== undefined) {
    report(unknownVariable(unknown.name, variables.keys(), filling.places.value(filling.sourceOf(path))));
    return text;
  }
  const cell = found.flatMap(({ name }) => row.get(name) ?? [])[0];
  if (cell !== undefined) cells.set(JSON.stringify(path), cell.location);
  const sole = solePlaceholder(text);
  if (sole === undefined) return fillPlaceholders(text, (name) => String(variables.get(name)));
  const value = variables.get(sole)!;
  // A field of CSV is always text.
  const isNumber = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber && takesNumber(["editions", "", ...path]) ? Number(value) : value;
}

/** `language: {{language}}` without quotes is a mapping in YAML. */
function unquoted(value: Mapping): string | undefined {
  const [key, second] = Object.keys(value);
  if (key === undefined || second !== undefined || value[key] !== null) return undefined;
  return /^\{ ([\w-]+) \}$/.exec(key)?.[1];
}

function reportUnquoted(name: string, path: Path, { places, sourceOf, report }: Filling): unknown {
  const key = path.at(-1);
  const written = `"{{${name}}}"`;
  const hint = `Put it in quotes: \`${typeof key === "string" ? `${key}: ${written}` : written}\``;
  const message = "The braces have no quotes, so YAML reads them as a mapping";
  report(diagnostic("wrong-type", message, places.value(sourceOf(path)), hint));
  // The one key that an edition must have: it has been told what is wrong, not that the key is missing.
  return key === "format" ? "pdf" : undefined;
}
