/** Makes the address of every image its path in the publication, and notes which images are used. */
import { visitElements } from "../hast/visit.js";
import { isAddress, resolveReference } from "../model/relative-path.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

/** What cannot be shown was reported when the images were read. */
export function resolveImages(draft: Draft): void {
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        const src = element.properties.src;
        if (element.tagName !== "img" || typeof src !== "string" || isAddress(src)) return;
        const { path } = resolveReference(file, src);
        element.properties.src = path;
        draft.usedImages.add(path);
      });
    }
  }
}
