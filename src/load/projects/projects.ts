/**
 * The kinds of projects: the first one that finds itself in a folder describes it. A new one is its file or folder
 * here, and a line.
 */
import type { Project } from "../description.js";
import { oneFile } from "./one-file.js";
import { plainFolder } from "./plain-folder.js";
import { publicationYaml } from "./publication-yaml.js";
import { summaryMd } from "./summary/project.js";

/** Projects that files in them describe. */
export const PROJECTS: readonly [Project, ...Project[]] = [publicationYaml, summaryMd];

/** What is published when it is named, though nothing describes it. */
export const UNDESCRIBED = { file: oneFile, folder: plainFolder } as const satisfies Readonly<
  Record<string, Project>
>;
