/** Reads a file of settings that is a program, with those files of the project that it imports. */
import { posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import { textIn } from "../settings-file.js";
import { type Module, moduleOf, moduleOfJson } from "./module.js";

/** A site of more files says its menus in none of them. */
const MOST_FILES = 50;

const ENDINGS = [
  "",
  ".ts",
  ".mts",
  ".js",
  ".mjs",
  ".json",
  "/index.ts",
  "/index.mts",
  "/index.js",
  "/index.mjs",
];

/** @param file that `code` is the text of, relative to the publication's folder. */
export async function readModule(file: string, code: string, folder: Folder): Promise<Module> {
  const modules = new Map<string, Module>();
  const read = async (path: string, text: string): Promise<Module> => {
    const others = new Map<string, string>();
    const other = (from: string) => modules.get(others.get(from) ?? "");
    const module = path.endsWith(".json") ? moduleOfJson(text) : moduleOf(text, other);
    modules.set(path, module);
    for (const from of new Set([...module.imports.values()].map((each) => each.from))) {
      const found = from.startsWith(".")
        ? await fileOf(posix.join(posix.dirname(path), from), folder)
        : undefined;
      if (found === undefined || modules.size >= MOST_FILES) continue;
      others.set(from, found);
      if (!modules.has(found)) await read(found, (await textIn(found, folder)) ?? "");
    }
    return module;
  };
  return read(file, code);
}

/** TypeScript writes `./a.js` for `./a.ts`. */
async function fileOf(path: string, folder: Folder): Promise<string | undefined> {
  const names = [...ENDINGS.map((ending) => path + ending), path.replace(/\.(m?)js$/, ".$1ts")];
  for (const name of names) if ((await folder.lookup(name)).status === "file") return name;
  return undefined;
}
