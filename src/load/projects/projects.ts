/**
 * The kinds of projects: the first one that finds itself in a folder describes it. A new one is its file or folder
 * here, and a line.
 */
import type { Project } from "../description.js";
import { publicationYaml } from "./publication-yaml.js";
import { summaryMd } from "./summary/project.js";

export const PROJECTS: readonly [Project, ...Project[]] = [publicationYaml, summaryMd];
