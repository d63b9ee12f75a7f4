/** A project as it is understood, before anything is checked: for who wants to write it down. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../diagnostics/diagnostic.js";
import { openFolder } from "../input/folder.js";
import { decodeUtf8 } from "../input/utf8.js";
import type { Description } from "./description.js";
import { locate } from "./locate.js";

export interface DescribedProject {
  /** Real path of its folder. */
  readonly root: string;
  /** The file that describes it, relative to `root`. */
  readonly file: string;
  readonly description: Description;
}

/** @returns undefined when there is none, or nothing to go on with: that is reported. */
export async function describedProject(place: string, report: Report): Promise<DescribedProject | undefined> {
  const located = await locate(place, report);
  if (located === undefined) return undefined;
  const { root, file, project } = located;
  const text = decodeUtf8(await readFile(join(root, file)), file, report);
  const describe = await project.describer();
  const description = text === undefined ? undefined : await describe(text, file, openFolder(root), report);
  return description && { root, file, description };
}
