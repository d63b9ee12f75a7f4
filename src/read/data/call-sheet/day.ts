/** The scenes of a day of shooting, for those who ask a call sheet and publish none: sides. */
import { readYaml } from "../../../input/data/yaml.js";
import { type FileContext, fileFrom } from "../files.js";
import { tableFiles } from "../table-files.js";
import { isMapping, withTables } from "../tables.js";
import { callSheet } from "./call-sheet.js";

/**
 * The numbers of the scenes that a call sheet lists, in the order of shooting.
 *
 * @param name of the sheet's file, seen from `from`, or from the publication's folder.
 * @returns undefined when there is none that can be read: that is reported.
 */
export async function scenesOfSheet(
  name: string,
  from: string,
  place: Parameters<typeof fileFrom>[2],
  context: FileContext,
): Promise<readonly string[] | undefined> {
  const file = await fileFrom(name, from, place, context);
  const text = file === undefined ? undefined : await context.reader.text(file, context.report);
  const yaml =
    file === undefined || text === undefined ? undefined : readYaml(text, file, context.report, "as-written");
  if (file === undefined || yaml === undefined) return undefined;
  const tables = await tableFiles(yaml, callSheet, file, context);
  // What is wrong with the rows is told where the sheet is published.
  const { data } = withTables(yaml, callSheet, tables, () => undefined);
  const scenes: unknown = isMapping(data) ? data.scenes : undefined;
  const rows = Array.isArray(scenes) ? scenes.filter(isMapping) : [];
  return rows.flatMap(({ number }) => (number === undefined ? [] : [String(number)]));
}
