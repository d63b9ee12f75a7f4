/** Reads the files that stand for lists of data. */
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { rowReader } from "../../input/data/rows.js";
import type { YamlText } from "../../input/data/yaml.js";
import { type FileContext, fileFrom } from "./files.js";
import type { DataKind } from "./kind.js";
import { isMapping, type TableFile } from "./tables.js";

/** By the keys that name them. What cannot be read is reported. @param file whose data it is. */
export async function tableFiles(
  { data, places }: YamlText,
  { tables }: Pick<DataKind, "tables">,
  file: string,
  context: FileContext,
): Promise<Readonly<Record<string, TableFile>>> {
  const found: Record<string, TableFile> = {};
  for (const key of Object.keys(tables)) {
    const named = isMapping(data) ? data[key] : undefined;
    if (typeof named !== "string" || named.trim() === "") continue;
    const read = await tableFile(named, places.value([key]), file, context);
    if (read !== undefined) found[key] = read;
  }
  return found;
}

async function tableFile(
  name: string,
  place: Location,
  from: string,
  context: FileContext,
): Promise<TableFile | undefined> {
  const file = await fileFrom(name, from, place, context);
  if (file === undefined) return undefined;
  if (rowReader(file) === undefined) {
    const message = `\`${name}\` is not a kind of data that is known`;
    context.report(diagnostic("bad-data", message, place, "Save it as .csv, .yaml or .json"));
    return undefined;
  }
  const text = await context.reader.text(file, context.report);
  return text === undefined ? undefined : { file, text };
}
