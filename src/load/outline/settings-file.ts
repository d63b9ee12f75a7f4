/** Reads the settings of another tool's project: what cannot be read is told once, and the book goes without. */
import { parse as parseToml, TomlError } from "smol-toml";
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { readYaml } from "../../input/data/yaml.js";
import type { Folder } from "../../input/folder.js";
import { openReader } from "../../input/reader.js";
import type { Path } from "../../model/places.js";
import { type Values, valuesOf } from "./values.js";

export interface SettingsText {
  /** Relative to the publication's folder. */
  readonly file: string;
  readonly values: Values;
  /** The value itself, which may be a list. */
  readonly data: unknown;
  place(path: Path): Location;
}

/** The first of the files that is there; undefined when there is none. */
export async function findSettings(
  files: readonly string[],
  folder: Folder,
  report: Report,
): Promise<SettingsText | undefined> {
  for (const name of files) {
    const text = await textIn(name, folder, report);
    if (text !== undefined) return readSettingsText(text, name, report);
  }
  return undefined;
}

/** The text of a file of the project; undefined when it is not there, or cannot be used (reported). */
export async function textIn(
  name: string,
  folder: Folder,
  report: Report = () => undefined,
): Promise<string | undefined> {
  const found = await folder.lookup(name);
  return found.status === "file" ? openReader(folder.root).text(found.path, report) : undefined;
}

/** By the ending of its name, TOML, or YAML, of which JSON is a part. Without values when it cannot be read (reported). */
export function readSettingsText(text: string, file: string, report: Report): SettingsText {
  return file.endsWith(".toml") ? readToml(text, file, report) : readForeignYaml(text, file, report);
}

/** Tags that only the other tool knows (`!!python/name:…`) are passed over. */
export function readForeignYaml(text: string, file: string, report: Report): SettingsText {
  const found: Diagnostic[] = [];
  const yaml = readYaml(text, file, (each) => void found.push(each));
  if (yaml !== undefined) {
    const { data, places } = yaml;
    return { file, data, values: valuesOf(data), place: (path) => places.value(path) };
  }
  const [first] = found;
  if (first !== undefined) report(unreadable(file, first.message, first.location, first.hint));
  return plainSettings(file);
}

export function readToml(text: string, file: string, report: Report): SettingsText {
  try {
    const data = parseToml(text);
    const place = (path: Path) => ({ file, line: lineOfKey(text, String(path.at(-1) ?? "")), column: 1 });
    return { file, data, values: valuesOf(data), place };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    const [, reason = "it is not TOML"] = /^Invalid TOML document: (.*)/.exec(error.message) ?? [];
    report(unreadable(file, reason, { file, line, column }, "Correct the line"));
    return plainSettings(file);
  }
}

/** Settings whose values have no places of their own; without values, those of a file that says nothing. */
export function plainSettings(file: string, values?: Values): SettingsText {
  return { file, data: values, values: values ?? {}, place: () => ({ file, line: 1, column: 1 }) };
}

function unreadable(file: string, reason: string, place: Location | undefined, hint: string | undefined) {
  return diagnostic(
    "bad-settings",
    `\`${file}\` cannot be read: ${reason}`,
    place,
    hint ?? "Correct the line",
  );
}

function lineOfKey(text: string, key: string): number {
  const lines = text.split("\n");
  const index = lines.findIndex((line) => line.trimStart().startsWith(key) && /^\s*["\w-]+\s*=/.test(line));
  return Math.max(index, 0) + 1;
}
