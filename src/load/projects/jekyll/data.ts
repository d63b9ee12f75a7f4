/** Files of data, https://jekyllrb.com/docs/datafiles/: `{{ site.data.people.captain.name }}` is what `_data/people.yml` says. */
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import { compareNames } from "../../outline/natural-order.js";
import { readSettingsText, textIn } from "../../outline/settings-file.js";
import { valuesOf } from "../../outline/values.js";

type Data = { [name: string]: unknown };

const KINDS = /\.(?:ya?ml|json)$/i;
const NO_REPORT = () => undefined;

/** By the names of folders and files. A file that cannot be read has no values: the names that ask for one are told. */
export async function dataOfSite(place: string, folder: Folder): Promise<Data> {
  if ((await folder.lookup(place)).status !== "folder") return {};
  const names = await readdir(join(folder.root, place), { recursive: true }).catch((): string[] => []);
  const files = names.map((name) => name.replaceAll("\\", "/")).filter((name) => KINDS.test(name));
  const data = noData();
  for (const file of files.sort(compareNames)) {
    const path = posix.join(place, file);
    const text = await textIn(path, folder, NO_REPORT);
    if (text === undefined) continue;
    const steps = file.replace(KINDS, "").split("/");
    const inner = steps.slice(0, -1).reduce(folderIn, data);
    inner[steps.at(-1)!] = readSettingsText(text, path, NO_REPORT).data;
  }
  return data;
}

/** Without the names that every object has: a folder may be called `__proto__`. */
function noData(): Data {
  return Object.create(null) as Data;
}

/** A folder that is called like a file beside it adds to what that says. */
function folderIn(data: Data, name: string): Data {
  const inner = Object.assign(noData(), valuesOf(data[name]));
  data[name] = inner;
  return inner;
}
