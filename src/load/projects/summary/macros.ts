/** The file of macros that mdbook-katex names in `book.toml`: a line for each, `\\name:{meaning}`. */
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { type Folder, outsideHint } from "../../../input/folder.js";
import { textIn } from "../../outline/settings-file.js";

const MACRO = /^(\\(?:[A-Za-z]+|[^A-Za-z\s])):(.*)$/;

interface Macros {
  /** The file, relative to the publication's folder. */
  readonly file: string;
  /** By their names, with the backslash. */
  readonly macros: Readonly<Record<string, string>>;
}

/**
 * @param named the file as it is written, relative to the publication's folder.
 * @param at where it is named.
 */
export async function readMacros(
  named: string,
  at: Location,
  folder: Folder,
  report: Report,
): Promise<Macros | undefined> {
  const found = await folder.lookup(named);
  if (found.status !== "file") {
    const hint = found.status === "outside" ? outsideHint(found) : "Add the file or correct its name";
    report(diagnostic("bad-settings", `There is no file \`${named}\` of macros`, at, hint));
    return undefined;
  }
  const text = (await textIn(found.path, folder, report)) ?? "";
  const macros = text.split(/\r\n?|\n/).flatMap((line) => {
    const [, name, meaning = ""] = MACRO.exec(line.trim()) ?? [];
    return name === undefined ? [] : [[name, meaning]];
  });
  return { file: found.path, macros: Object.fromEntries(macros) };
}
