/** Writes which version a paper is, typed or that of its issue, behind the word for it; neither where it has none. */
import type { ElementContent } from "hast";
import { visitElements } from "../hast/visit.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

export function writeVersions({ sections }: Draft): void {
  for (const section of sections) {
    for (const { tree } of sectionTrees(section)) {
      visitElements(tree, (element, index, parent) => {
        const { dataVersion, ...properties } = element.properties;
        if (typeof dataVersion !== "string") return undefined;
        const [word, ...behind] = element.children;
        const place = element.position === undefined ? {} : { position: element.position };
        const value = ` ${dataVersion}${behind.length > 0 ? " · " : ""}`;
        const number: ElementContent = { type: "text", value, ...place };
        element.properties = properties;
        element.children = dataVersion === "" ? behind : [word!, number, ...behind];
        if (element.children.length > 0) return undefined;
        parent.children.splice(index, 1);
        return index;
      });
    }
  }
}
