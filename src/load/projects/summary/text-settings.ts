/** What `book.toml` and `book.json` say of how texts are read: values, macros, lines of code that are hidden. */
import type { Report } from "../../../diagnostics/diagnostic.js";
import type { Folder } from "../../../input/folder.js";
import { flatValues, type TextSettings } from "../../../model/text-settings.js";
import type { SettingsText } from "../../outline/settings-file.js";
import { textOf, type Values, valuesOf } from "../../outline/values.js";
import { readMacros } from "./macros.js";

export interface FoundTextSettings {
  readonly texts?: TextSettings;
  /** Other files that say something, relative to the publication's folder. */
  readonly others?: readonly string[];
}

export async function textSettings(
  { file, values, place }: SettingsText,
  folder: Folder,
  report: Report,
): Promise<FoundTextSettings> {
  if (file !== "book.toml") return { texts: { values: flatValues("book", values.variables) } };
  const hidden = hiddenLines(values);
  const named = textOf(valuesOf(valuesOf(values.preprocessor).katex).macros);
  if (named === undefined) return { texts: hidden };
  const found = await readMacros(named, place(["preprocessor", "katex", "macros"]), folder, report);
  return found === undefined
    ? { texts: hidden }
    : { texts: { ...hidden, macros: found.macros }, others: [found.file] };
}

/** https://rust-lang.github.io/mdBook/format/configuration/renderers.html#outputhtmlcode */
function hiddenLines(values: Values): Pick<TextSettings, "hiddenLines"> {
  const prefixes = valuesOf(valuesOf(valuesOf(valuesOf(values.output).html).code).hidelines);
  const found = Object.entries(prefixes).flatMap(([language, value]) => {
    const prefix = textOf(value);
    return prefix === undefined ? [] : [[language, prefix] as const];
  });
  return found.length === 0 ? {} : { hiddenLines: Object.fromEntries(found) };
}
