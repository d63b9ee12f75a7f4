/** Who speaks in each scene of a script. */
import type { Parents } from "hast";
import { classNames } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";

/** Names in capitals, without extensions, by the numbers of the scenes, in their order; scenes without a number are not there. */
export function speakersByScene(tree: Parents): ReadonlyMap<string, ReadonlySet<string>> {
  const scenes = new Map<string, Set<string>>();
  let speakers = new Set<string>();
  visitElements(tree, ({ properties }) => {
    const classes = classNames(properties);
    if (classes.includes("scene-heading")) {
      speakers = new Set();
      if (typeof properties.dataNumber === "string") scenes.set(properties.dataNumber, speakers);
    }
    if (classes.includes("character")) speakers.add(String(properties.dataName ?? "").toUpperCase());
    return undefined;
  });
  return scenes;
}
