/** The kinds of files that describe a publication, the first one found in a folder wins. */
import type { Source } from "./description.js";
import { publicationYaml } from "./publication-yaml.js";
import { summaryMd } from "./summary/source.js";

export const SOURCES: readonly [Source, ...Source[]] = [publicationYaml, summaryMd];
