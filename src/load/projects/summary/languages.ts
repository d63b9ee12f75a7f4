/** GitBook's projects of several languages: a folder for each, beside the pictures that they share. */
import { basename, dirname } from "node:path";
import { openFolder } from "../../../input/folder.js";
import { openReader } from "../../../input/reader.js";

const LANGUAGES = "LANGS.md";
const LINK = /\]\(\s*<?(?:\.\/)?([^)>#?\s]+?)\/?(?:README\.md|SUMMARY\.md)?>?\s*\)/gi;

/**
 * True when the folder above lists this one as one of its languages: then all of the project is above.
 *
 * @param root absolute path of the publication's folder.
 */
export async function isOneOfLanguages(root: string): Promise<boolean> {
  const project = dirname(root);
  const found = await openFolder(project).lookup(LANGUAGES, ".");
  if (found.status !== "file") return false;
  const text = (await openReader(project).text(found.path, () => undefined)) ?? "";
  return [...text.matchAll(LINK)].some(([, folder]) => folder === basename(root));
}
