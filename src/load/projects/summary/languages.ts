/** GitBook's projects of several languages: a folder for each, beside the pictures that they share. */
import { basename, dirname, join } from "node:path";
import { openFolder } from "../../../input/folder.js";
import { openReader } from "../../../input/reader.js";

const LANGUAGES = "LANGS.md";
const LINK = /\]\(\s*<?(?:\.\/)?([^)>#?\s]+?)\/?(?:README\.md|SUMMARY\.md)?>?\s*\)/gi;

/**
 * The folders of a project's languages, by path, in the order in which it lists them; none where it has no such list.
 *
 * @param project absolute path of its folder.
 */
export async function languagesOf(project: string): Promise<readonly string[]> {
  const folder = openFolder(project);
  const list = await folder.lookup(LANGUAGES, ".");
  if (list.status !== "file") return [];
  const text = (await openReader(project).text(list.path, () => undefined)) ?? "";
  const names = new Set([...text.matchAll(LINK)].map(([, name = ""]) => name));
  const found = await Promise.all(
    [...names].map(async (name) => ({ name, ...(await folder.lookup(name, ".")) })),
  );
  return found.flatMap(({ name, status }) => (status === "folder" ? [join(project, name)] : []));
}

/**
 * True when the folder above lists this one as one of its languages: then all of the project is above.
 *
 * @param root absolute path of the publication's folder.
 */
export async function isOneOfLanguages(root: string): Promise<boolean> {
  const languages = await languagesOf(dirname(root));
  return languages.some((each) => basename(each) === basename(root));
}
