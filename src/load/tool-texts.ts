/**
 * A publication file that says `syntax` may stand beside the settings of that tool, as `init --from` writes it: what
 * they say of the texts, as the values of variables, goes on to hold.
 */
import type { Folder } from "../input/folder.js";
import { openReader } from "../input/reader.js";
import type { Description } from "./description.js";
import { PROJECTS } from "./projects/projects.js";

/** @returns the description, with what the tool's settings say of the texts. Their faults concern the tool alone. */
export async function withTextsOfTool(description: Description, folder: Folder): Promise<Description> {
  const { syntax } = description.value;
  if (syntax === undefined || description.dialect !== undefined) return description;
  const silent = () => undefined;
  for (const project of PROJECTS.slice(1)) {
    const file = await project.find(folder);
    if (file === undefined) continue;
    const text = (await openReader(folder.root).text(file, silent)) ?? "";
    const found = await (await project.describer())(text, file, folder, silent);
    if (found?.dialect !== syntax || found.texts === undefined) continue;
    const settings = [...(description.settings ?? []), file, ...(found.settings ?? [])];
    return { ...description, texts: found.texts, settings };
  }
  return description;
}
