/** Rows of data (CSV, YAML, JSON) in which every value keeps its place. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import type { Variable } from "../../model/placeholder.js";
import { readCsv } from "./csv.js";
import { readYaml, type YamlValues } from "./yaml.js";

/** A value and where it is written. */
export interface Cell {
  readonly value: Variable;
  readonly location: Location;
}

/** Variables by name. */
export type Row = ReadonlyMap<string, Cell>;

const VARIABLE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const NAME_HINT = "Use lower-case letters, digits and hyphens, a letter first";

/** How rows are read that are not made for us. */
export interface RowStyle {
  /** The name of a variable for what heads a column. Default: as it is written. */
  readonly spell?: (header: string) => string;
  /** Default: `typed`. */
  readonly values?: YamlValues;
}

type Read = (text: string, file: string, report: Report, style?: RowStyle) => readonly Row[] | undefined;

/**
 * The reader of a kind of data file, by the ending of its name; undefined for one that is not known.
 *
 * It gives undefined, with the reason reported, when there is nothing to go on with.
 */
export function rowReader(path: string): Read | undefined {
  return READERS.find(({ ending }) => ending.test(path))?.read;
}

const READERS: readonly { readonly ending: RegExp; readonly read: Read }[] = [
  { ending: /\.csv$/i, read: csvRows },
  { ending: /\.(?:ya?ml|json)$/i, read: yamlRows },
];

function asWritten(header: string): string {
  return header;
}

/** The first record names the variables. */
function csvRows(
  text: string,
  file: string,
  report: Report,
  { spell = asWritten }: RowStyle = {},
): readonly Row[] | undefined {
  const records = readCsv(text, file, report);
  const [header, ...rest] = records ?? [];
  if (records === undefined || header === undefined) return records && [];
  const names = header.map((field) => spell(field.text.trim()));
  const faults = header.flatMap((field, index) => headerFault(field, names, index, header.length));
  faults.forEach(report);
  if (faults.length > 0) return undefined;
  const uneven = rest.filter((record) => record.length !== names.length);
  for (const record of uneven) {
    const message = `This row has ${record.length} fields, the header has ${names.length}`;
    const hint = "Write every field; put one that holds a comma in quotes";
    report(diagnostic("bad-data", message, record[0]!.location, hint));
  }
  if (uneven.length > 0) return undefined;
  return rest.map(
    (record) =>
      new Map(record.map(({ text: value, location }, index) => [names[index]!, { value, location }])),
  );
}

function headerFault(
  { text, location }: { text: string; location: Location },
  names: readonly string[],
  index: number,
  columns: number,
) {
  const name = names[index]!;
  if (columns === 1 && /[;\t]/.test(text)) {
    const hint = "Save it with commas between the fields (RFC 4180)";
    return [diagnostic("bad-data", "The fields are not separated by commas", location, hint)];
  }
  if (!VARIABLE.test(name)) {
    return [diagnostic("bad-data", `\`${name}\` cannot be the name of a variable`, location, NAME_HINT)];
  }
  if (names.indexOf(name) === index) return [];
  return [diagnostic("bad-data", `Two columns are called \`${name}\``, location, "Rename one of them")];
}

/** A list of mappings; JSON is YAML too. */
function yamlRows(
  text: string,
  file: string,
  report: Report,
  { spell = asWritten, values }: RowStyle = {},
): readonly Row[] | undefined {
  const yaml = readYaml(text, file, report, values);
  if (yaml === undefined) return undefined;
  const { data, places } = yaml;
  if (!Array.isArray(data)) {
    const hint = "Write a list of mappings: `- language: fr`";
    report(diagnostic("bad-data", "The data is not a list", places.value([]), hint));
    return undefined;
  }
  return inlineRows(data, (path, end) => places[end](path), report, spell);
}

/**
 * Rows that are given as a list of mappings with plain values.
 *
 * @param placeOf where the key or value at a path in the list is written.
 */
export function inlineRows(
  data: readonly unknown[],
  placeOf: (path: readonly (string | number)[], end: "key" | "value") => Location,
  report: Report,
  spell: (name: string) => string = asWritten,
): readonly Row[] | undefined {
  let isWhole = true;
  const refuse = (message: string, at: Location, hint: string) => {
    report(diagnostic("bad-data", message, at, hint));
    isWhole = false;
  };
  const rows = data.map((entry, index): Row => {
    const row = new Map<string, Cell>();
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
      refuse("A row is not a mapping", placeOf([index], "value"), "Write `name: value` for each variable");
      return row;
    }
    for (const [written, value] of Object.entries(entry)) {
      const name = spell(written);
      const location = placeOf([index, written], "value");
      if (!VARIABLE.test(name)) {
        refuse(`\`${name}\` cannot be the name of a variable`, placeOf([index, written], "key"), NAME_HINT);
      } else if (!isVariable(value)) {
        refuse(`The value of \`${name}\` is not plain`, location, "Write text, a number, or true or false");
      } else row.set(name, { value, location });
    }
    return row;
  });
  return isWhole ? rows : undefined;
}

export function isVariable(value: unknown): value is Variable {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
