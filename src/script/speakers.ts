/** Who speaks in each scene of a script. */
import type { Element, Parents } from "hast";
import { classNames } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { sceneNames } from "./scene-names.js";

export interface SpokenScene {
  readonly heading: Element;
  /** See `scene-names.ts`; scenes without one are not there. */
  readonly name: string;
  /** In capitals, without extensions. */
  readonly speakers: ReadonlySet<string>;
}

/** In their order. */
export function spokenScenes(tree: Parents): readonly SpokenScene[] {
  const scenes = new Map<Element, Set<string>>();
  let speakers = new Set<string>();
  visitElements(tree, (element) => {
    const classes = classNames(element.properties);
    if (classes.includes("scene-heading")) {
      speakers = new Set();
      scenes.set(element, speakers);
    }
    if (classes.includes("character")) speakers.add(String(element.properties.dataName ?? "").toUpperCase());
    return undefined;
  });
  const names = sceneNames([...scenes.keys()]);
  return [...scenes].flatMap(([heading, spoken]) => {
    const name = names.get(heading)!;
    return name === "" ? [] : [{ heading, name, speakers: spoken }];
  });
}
