/** The bibliographies and the citation style of an edition: files that are there, or a style by name. */
import type { Report } from "../diagnostics/diagnostic.js";
import type { Folder } from "../input/folder.js";
import type { UncitedWork } from "../model/publication.js";
import type { Merged } from "./editions/merged.js";
import { findFile } from "./files.js";

/** Styles that ship with the program; any other value of `csl` is a file. */
const BUILT_IN: ReadonlySet<string> = new Set(["author-date", "numeric", "notes"]);

export interface CitationSpec {
  readonly bibliography?: readonly string[];
  readonly citationStyle?: string;
  readonly citationLocales?: readonly string[];
  readonly uncited?: readonly UncitedWork[];
}

/** All are relative to the publication's folder. Files that are not there are left out (reported). */
export async function describedCitations(
  merged: Merged,
  folder: Folder,
  report: Report,
): Promise<CitationSpec> {
  const files = await listedFiles(merged, "bibliography", folder, report);
  const locales = await listedFiles(merged, "csl-locale", folder, report);
  const style = await checkedStyle(merged, folder, report);
  const uncited = describedUncited(merged);
  return {
    ...(merged.value.bibliography === undefined ? {} : { bibliography: files }),
    ...(locales.length === 0 ? {} : { citationLocales: locales }),
    ...(style === undefined ? {} : { citationStyle: style }),
    ...(uncited.length === 0 ? {} : { uncited }),
  };
}

/** The files that a key names, one or a list. */
async function listedFiles(
  { value, places, pathOf }: Merged,
  key: "bibliography" | "csl-locale",
  folder: Folder,
  report: Report,
): Promise<string[]> {
  const written = value[key];
  const files: string[] = [];
  for (const [index, name] of (written === undefined ? [] : [written].flat()).entries()) {
    const path = pathOf(key);
    const place = places.value(Array.isArray(written) ? [...path, index] : path);
    const found = await findFile(name, ".", place, folder, report);
    if (found) files.push(found.path);
  }
  return files;
}

/** Keys as Pandoc's metadata has them: `@a, @b`, one text or a list. */
function describedUncited({ value: { nocite }, places, pathOf }: Merged): UncitedWork[] {
  const path = pathOf("nocite");
  return [nocite ?? []].flat().flatMap((text, index) => {
    const location = places.value(Array.isArray(nocite) ? [...path, index] : path);
    return [...text.matchAll(/@?\{?([^\s,;@{}]+)/g)].map(([, key]) => ({ key: key!, location }));
  });
}

async function checkedStyle({ value, places, pathOf }: Merged, folder: Folder, report: Report) {
  if (value.csl === undefined || BUILT_IN.has(value.csl)) return value.csl;
  const found = await findFile(value.csl, ".", places.value(pathOf("csl")), folder, report);
  return found?.path;
}
