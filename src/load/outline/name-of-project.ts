/** The name of a project's folder, for a book of which nothing says the title. */
import { basename, dirname } from "node:path";

/** Folders that only hold the texts of a project: it has the name of the one above. */
const HOLDERS: ReadonlySet<string> = new Set(
  "book books chapters content doc docs documentation manuscript site source src text texts website".split(
    " ",
  ),
);
/** The texts of one language: `en`, `pt-br`. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/** @param root absolute path of the folder. */
export function nameOfProject(root: string): string {
  const name = basename(root);
  const above = basename(dirname(root));
  return above !== "" && (HOLDERS.has(name.toLowerCase()) || LANGUAGE.test(name)) ? above : name;
}
