/** By what name the stages know an image before it is found: the reader of files and `compose` must agree. */
import { isAddress, wholePath } from "./relative-path.js";
import { webAddress, webPath } from "./web-image.js";

/**
 * One name for all references of a file that mean the same. For what is on the web, the path that it
 * has in the book; for a file, its path from the manuscript's folder, or from `/`, as it is written.
 *
 * @param from path of the manuscript, relative to the publication's folder.
 */
export function imageKey(from: string, reference: string): string {
  if (isAddress(reference)) {
    const address = webAddress(reference);
    return address === undefined ? reference : webPath(address);
  }
  return wholePath(from, reference);
}
