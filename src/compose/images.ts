/** Makes the address of every image its path in the publication, and notes which images are used. */
import { visitElements } from "../hast/visit.js";
import { isAddress, resolveReference, wholePath } from "../model/relative-path.js";
import { webAddress, webPath } from "../model/web-image.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

/** What cannot be shown was reported when the images were read. */
export function resolveImages(draft: Draft): void {
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        const src = element.properties.src;
        if (element.tagName !== "img" || typeof src !== "string") return;
        const path = isAddress(src) ? fetchedPath(draft, src) : filePath(draft, file, src);
        if (path === undefined) return;
        element.properties.src = path;
        draft.usedImages.add(path);
      });
    }
  }
}

/** Names with `?` and `#` in them come first, as when the files were read. */
function filePath({ resources }: Draft, file: string, src: string): string {
  const whole = wholePath(file, src);
  return resources.has(whole) ? whole : resolveReference(file, src).path;
}

/** Undefined for an image on the web that was not fetched. */
function fetchedPath({ resources }: Draft, src: string): string | undefined {
  const address = webAddress(src);
  const path = address && webPath(address);
  return path !== undefined && resources.has(path) ? path : undefined;
}
