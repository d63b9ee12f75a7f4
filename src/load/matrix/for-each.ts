/** `for-each`: the variables of every edition that one description makes. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { type Cell, inlineRows, isVariable, type Row } from "../../input/data/rows.js";
import type { Folder } from "../../input/folder.js";
import type { Path, Places } from "../../model/places.js";
import { readDataFile } from "./data-file.js";

/** More editions than any publication has, and fewer than lists that multiply by accident make. */
export const MAX_EDITIONS = 10_000;

/** What `for-each` may be: rows written in place, or lists by name, one of them possibly rows of a file. */
export type ForEach = readonly Readonly<Record<string, unknown>>[] | Readonly<Record<string, unknown>>;

export interface Combinations {
  readonly rows: readonly Row[];
  /** Names of the variables that tell the editions apart when nothing else is said. */
  readonly keys: readonly string[];
}

/**
 * Every combination of the lists, the last list changing fastest; with `data`, for each of its rows.
 *
 * @param path where `for-each` stands.
 * @returns undefined, with the reason reported, when there is nothing to go on with.
 */
export async function combinations(
  forEach: ForEach,
  path: Path,
  places: Places,
  folder: Folder,
  report: Report,
): Promise<Combinations | undefined> {
  if (isList(forEach)) {
    const rows = inlineRows(forEach, (inner, end) => places[end]([...path, ...inner]), report);
    return rows && checked({ rows, keys: firstName(rows) }, path, places, report);
  }
  const { data, ...lists } = forEach;
  const isFile = typeof data === "string";
  const listed = isFile
    ? await readDataFile(data, places.value([...path, "data"]), folder, report)
    : undefined;
  if (isFile && listed === undefined) return undefined;
  const named = Object.entries(isFile ? lists : forEach).map(
    ([name, values]) => [name, cells(values, [...path, name], places)] as const,
  );
  const factors = [listed?.length ?? 1, ...named.map(([, values]) => values.length)];
  const total = factors.reduce((product, factor) => product * factor, 1);
  if (total > MAX_EDITIONS) return tooMany(total, path, places, report);
  const rows = named.reduce<readonly Row[]>(
    (before, [name, values]) =>
      before.flatMap((row) => values.map((cell) => new Map([...row, [name, cell]]))),
    listed ?? [new Map()],
  );
  const keys = [...(listed ? firstName(listed) : []), ...named.map(([name]) => name)];
  return checked({ rows, keys }, path, places, report);
}

function isList(forEach: ForEach): forEach is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(forEach);
}

function cells(values: unknown, path: Path, places: Places): readonly Cell[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value, index) =>
    isVariable(value) ? [{ value, location: places.value([...path, index]) }] : [],
  );
}

function firstName(rows: readonly Row[]): readonly string[] {
  return [...(rows[0]?.keys() ?? [])].slice(0, 1);
}

function checked(found: Combinations, path: Path, places: Places, report: Report): Combinations | undefined {
  const { length } = found.rows;
  return length > MAX_EDITIONS ? tooMany(length, path, places, report) : found;
}

function tooMany(total: number, path: Path, places: Places, report: Report): undefined {
  const message = `\`for-each\` makes ${total} editions; ${MAX_EDITIONS} is the most that one publication has`;
  report(diagnostic("too-many-editions", message, places.key(path), "Split the publication, or the lists"));
}
