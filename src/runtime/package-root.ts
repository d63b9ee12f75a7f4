/** Where the program is. `package.json` marks its folder, whether its sources or what is made of them run. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** The folder of the code: `src/`, or the one with the files that the build made of it, all side by side. */
export const CODE_FOLDER = path.basename(HERE) === "runtime" ? path.dirname(HERE) : HERE;

export const PACKAGE_ROOT = findPackageRoot();

function findPackageRoot(): string {
  let folder = CODE_FOLDER;
  while (!existsSync(path.join(folder, "package.json"))) folder = path.dirname(folder);
  return folder;
}
