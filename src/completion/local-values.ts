/** Publications and editions at hand, for completion: what is wrong with them is not said here. */
import { relative, resolve } from "node:path";
import { loadPublication } from "../load/load.js";
import { isPublication, publicationsIn } from "../load/locate.js";
import { requestedPublications } from "../load/publications.js";
import type { LocalValues } from "./candidates.js";

const silently = () => undefined;

/** @param cwd absolute path of the current folder. */
export function localValues(cwd: string): LocalValues {
  return {
    async publications() {
      const own = (await isPublication(cwd)) ? ["."] : [];
      const inside = [...(await publicationsIn(cwd)), ...(await publicationsIn(resolve(cwd, "content")))];
      return [...own, ...inside.map((path) => relative(cwd, path).replaceAll("\\", "/"))];
    },
    async editions(named) {
      const folders = await requestedPublications(named, cwd, silently);
      const loaded = await Promise.all(folders.map((folder) => loadPublication(folder, silently)));
      const ids = loaded.flatMap((each) => each?.editions.map(({ id }) => id) ?? []);
      return [...new Set(ids)];
    },
  };
}
