/** The kinds of files that describe a publication, the first one found in a folder wins. */
import type { Project } from "./description.js";
import { publicationYaml } from "./publication-yaml.js";

/** Loaded for folders without a `publication.yaml`: its readers of Markdown and TOML take 50 ms to load. */
const summaryMd: Project = {
  file: "SUMMARY.md",
  find: async (folder) => (await import("./summary/source.js")).summaryMd.find(folder),
  describe: async (...parts) => (await import("./summary/source.js")).summaryMd.describe(...parts),
};

export const PROJECTS: readonly [Project, ...Project[]] = [publicationYaml, summaryMd];
