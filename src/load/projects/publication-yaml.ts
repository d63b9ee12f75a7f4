/** A `publication.yaml`, where all is said in our own words. */
import { diagnostic } from "../../diagnostics/diagnostic.js";
import { readYaml } from "../../input/data/yaml.js";
import type { Describe, Project } from "../description.js";
import { expandEditions } from "../matrix/expand.js";
import { validate } from "../schema/validate.js";

const FILE = "publication.yaml";

export const publicationYaml: Project = {
  isDescribing: (name) => name === FILE,
  find: async (folder) => {
    const found = await folder.lookup(FILE);
    return found.status === "file" ? found.path : undefined;
  },
  describer: async () => describe,
};

const describe: Describe = async (text, file, folder, report) => {
  const yaml = readYaml(text, file, report);
  if (yaml === undefined) return undefined;
  if (yaml.data === null) {
    const hint = "Give it a title, a language and the bodymatter";
    report(
      diagnostic("empty-publication", "The publication file is empty", { file, line: 1, column: 1 }, hint),
    );
    return undefined;
  }
  const { data, ...expanded } = await expandEditions(yaml, folder, report);
  const value = validate(data, expanded.places, report);
  return value === undefined ? undefined : { value, ...expanded };
};
