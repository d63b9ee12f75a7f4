/** A folder of texts that nothing describes: its README or index leads through it, or it has the order of its names. */
import type { Folder } from "../../input/folder.js";
import type { Describe } from "../description.js";
import { pagesOf } from "../outline/outline.js";
import { isForOwners } from "../texts.js";
import { describeFolder, textsThere } from "./undescribed-folder.js";

const INDEXES = ["README.md", "index.md", "Readme.md", "readme.md", "INDEX.md"];

/** Its index, else its first text. */
export async function find(folder: Folder): Promise<string | undefined> {
  for (const name of INDEXES) if ((await folder.lookup(name)).status === "file") return name;
  return pagesOf(await textsThere(folder, isForOwners))[0]?.location.file;
}

export const describe: Describe = (text, file, folder, report) => {
  const kind = INDEXES.includes(file) ? "index" : "first-text";
  return describeFolder({ file, text, kind, isAside: isForOwners }, folder, report);
};
