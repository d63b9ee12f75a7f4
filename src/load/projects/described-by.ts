/** Projects whose describing file has one of a few names, at one of a few places. */
import { posix } from "node:path";
import type { Project } from "../description.js";

/** Asks only where there is a folder of that name. */
export function ifFolder(name: string, find: Project["find"]): Project["find"] {
  return async (folder) => ((await folder.lookup(name)).status === "folder" ? find(folder) : undefined);
}

/** Asks only where one of the files is there. */
export function ifFile(paths: readonly string[], find: Project["find"]): Project["find"] {
  return async (folder) => {
    for (const path of paths) if ((await folder.lookup(path)).status === "file") return find(folder);
    return undefined;
  };
}

/** @param paths relative to the publication's folder; the first one that is there describes it. */
export function describedBy(...paths: readonly string[]): Pick<Project, "isDescribing" | "find"> {
  const names = new Set(paths.map((path) => posix.basename(path)));
  return {
    isDescribing: (name) => names.has(name),
    async find(folder) {
      for (const path of paths) if ((await folder.lookup(path)).status === "file") return path;
      return undefined;
    },
  };
}
