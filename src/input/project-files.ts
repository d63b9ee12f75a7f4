/** All files of a project by name: where a picture is looked for last, when its path leads nowhere. */
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Folder } from "./folder.js";

/** Folders that hold what others have made. */
export const PASSED_OVER = new Set(["node_modules", "dist", "build", "target", "_book", "vendor"]);
/** A project of more files is not looked through. */
const MOST_FILES = 20_000;
const DEEPEST = 12;

/** Finds files of a project by their names, without regard to case; it is looked through once, when first asked. */
export interface ProjectFiles {
  /**
   * The only file whose path ends like that one, by as many names as agree, relative to the root; undefined when there is
   * none, or several agree as well.
   */
  named(path: string): Promise<string | undefined>;
  /** True when it has been looked through: what is found then depends on all names. */
  asked(): boolean;
}

export function projectFiles({ root }: Folder): ProjectFiles {
  let listed: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
  return {
    async named(path) {
      listed ??= byName(root);
      const names = path.toLowerCase().split("/").toReversed();
      let agreeing = (await listed).get(names[0]!) ?? [];
      for (const [at, name] of names.entries()) {
        const agreeStill = agreeing.filter(
          (each) =>
            each
              .toLowerCase()
              .split("/")
              .at(-1 - at) === name,
        );
        if (agreeStill.length === 0) break;
        agreeing = agreeStill;
      }
      return agreeing.length === 1 ? agreeing[0] : undefined;
    },
    asked: () => listed !== undefined,
  };
}

async function byName(root: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const path of await filesBelow(root, "", 0, { left: MOST_FILES })) {
    const name = basename(path).toLowerCase();
    found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

/** Links are not followed: a picture that lies behind one has its own name there. */
async function filesBelow(
  root: string,
  folder: string,
  depth: number,
  room: { left: number },
): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith(".") || room.left <= 0) continue;
    if (entry.isFile()) {
      room.left -= 1;
      files.push(path);
    } else if (entry.isDirectory() && depth < DEEPEST && !PASSED_OVER.has(entry.name)) {
      files.push(...(await filesBelow(root, path, depth + 1, room)));
    }
  }
  return files;
}
