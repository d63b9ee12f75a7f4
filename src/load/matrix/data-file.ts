/** Rows of a data file: the variables of one edition each. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { type Row, rowReader } from "../../input/data/rows.js";
import type { Folder } from "../../input/folder.js";
import { decodeUtf8 } from "../../input/utf8.js";
import { findFile } from "../files.js";

/**
 * @param name path relative to the publication's folder, as it is given at `place`.
 * @returns undefined, with the reason reported, when there is nothing to go on with.
 */
export async function readDataFile(
  name: string,
  place: Location,
  folder: Folder,
  report: Report,
): Promise<readonly Row[] | undefined> {
  const found = await findFile(name, ".", place, folder, report);
  if (found === undefined) return undefined;
  const { path } = found;
  const read = rowReader(path);
  if (read === undefined) {
    const hint = "Save it as .csv, .yaml or .json";
    report(diagnostic("bad-data", `\`${name}\` is not a kind of data that is known`, place, hint));
    return undefined;
  }
  const text = await decodeUtf8(await readFile(join(folder.root, path)), path, report);
  const rows = text === undefined ? undefined : read(text, path, report);
  if (rows?.length === 0) {
    const hint = "Add a row for each edition";
    report(diagnostic("bad-data", `\`${name}\` has no rows`, { file: path, line: 1, column: 1 }, hint));
  }
  return rows?.length === 0 ? undefined : rows;
}
