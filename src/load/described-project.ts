/** A project as it is understood, before anything is checked: what `load.ts` goes on from, or who wants to write it down. */
import type { Report } from "../diagnostics/diagnostic.js";
import { type Folder, openFolder } from "../input/folder.js";
import { openReader, type Reader } from "../input/reader.js";
import type { Description } from "./description.js";
import { type Located, locate } from "./locate.js";

export interface DescribedProject extends Omit<Located, "project"> {
  readonly description: Description;
  /** The project's folder, with nothing allowed outside of it. */
  readonly folder: Folder;
  /** Has read the describing file. */
  readonly reader: Reader;
}

/** @returns undefined when there is none, or nothing to go on with: that is reported. */
export async function describedProject(place: string, report: Report): Promise<DescribedProject | undefined> {
  const located = await locate(place, report);
  if (located === undefined) return undefined;
  const { id, root, file, project } = located;
  const reader = openReader(root);
  const text = await reader.text(file, report);
  if (text === undefined) return undefined;
  const folder = openFolder(root);
  const describe = await project.describer();
  const description = await describe(text, file, folder, report);
  return description && { id, root, file, folder, reader, description };
}
