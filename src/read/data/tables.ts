/** Puts the rows of other files in the place of their names, with columns by the names that a kind of data has for them. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { nearest } from "../../diagnostics/nearest.js";
import { type Row, rowReader } from "../../input/data/rows.js";
import type { YamlText } from "../../input/data/yaml.js";
import type { Path, Places } from "../../model/places.js";
import type { DataKind, DataTable } from "./kind.js";
import { columnName } from "./shape.js";

/** A file that stands for a list. */
export interface TableFile {
  readonly file: string;
  readonly text: string;
}

type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param files by the key whose value names them. A list whose file cannot be used is left out: that is reported. */
export function withTables(
  { data, places }: YamlText,
  kind: Pick<DataKind, "tables">,
  files: Readonly<Record<string, TableFile>>,
  report: Report,
): YamlText {
  if (!isMapping(data)) return { data, places };
  const own = new Map<string, Location>();
  const values: Record<string, unknown> = { ...data };
  for (const [key, table] of Object.entries(kind.tables)) {
    const file = files[key];
    const value = data[key];
    if (file !== undefined) values[key] = rowsOfFile(key, file, table, own, report);
    else if (Array.isArray(value)) values[key] = rowsOfList(key, value, table, places, own);
    else if (typeof value === "string") values[key] = undefined;
    reportSlips(key, values[key], table, own, report);
  }
  const placed = (end: keyof Places) => (path: Path) =>
    own.get(JSON.stringify(path)) ?? own.get(JSON.stringify(path.slice(0, 2))) ?? places[end](path);
  return { data: values, places: { value: placed("value"), key: placed("key") } };
}

function rowsOfFile(
  key: string,
  { file, text }: TableFile,
  table: DataTable,
  own: Map<string, Location>,
  report: Report,
): unknown {
  const spell = (header: string) => columnName(header, table);
  const rows = rowReader(file)?.(text, file, report, { spell, values: "as-written" });
  return rows?.map((row: Row, index) => {
    const [first] = row.values();
    if (first !== undefined) own.set(JSON.stringify([key, index]), first.location);
    for (const [name, { location }] of row) own.set(JSON.stringify([key, index, name]), location);
    return Object.fromEntries([...row].map(([name, { value }]) => [name, String(value)]));
  });
}

function rowsOfList(
  key: string,
  rows: readonly unknown[],
  table: DataTable,
  places: Places,
  own: Map<string, Location>,
): unknown {
  return rows.map((row, index) => {
    own.set(JSON.stringify([key, index]), places.value([key, index]));
    if (!isMapping(row)) return row;
    return Object.fromEntries(
      Object.entries(row).map(([written, value]) => {
        const name = columnName(written, table);
        own.set(JSON.stringify([key, index, name]), places.value([key, index, written]));
        return [name, value];
      }),
    );
  });
}

/** A column of the author's own is for variables; one that is almost a known one is a slip of the pen. */
function reportSlips(
  key: string,
  rows: unknown,
  table: DataTable,
  own: ReadonlyMap<string, Location>,
  report: Report,
): void {
  if (!Array.isArray(rows)) return;
  const told = new Set<string>();
  const { columns } = table;
  // Short names are near to any other one.
  const names = [...columns, ...Object.keys(table.aliases).filter(({ length }) => length > 5)];
  for (const [index, row] of rows.entries()) {
    for (const name of isMapping(row) ? Object.keys(row) : []) {
      if (columns.includes(name) || told.has(name)) continue;
      told.add(name);
      const near = nearest(name, names);
      const meant = near === undefined ? undefined : columnName(near, table);
      if (meant === undefined || Object.hasOwn(row as Mapping, meant)) continue;
      const place = own.get(JSON.stringify([key, index, name]));
      const message = `\`${name}\` is not a column of \`${key}\`, so it is not shown`;
      report(diagnostic("sheet-column", message, place, `Did you mean \`${meant}\`?`));
    }
  }
}
