/** Titles of what has none but its name, as generators of web sites give them. */
import { posix } from "node:path";
import { headingsOf } from "./first-heading.js";

/** `Getting started` of `01-getting_started`. */
export function titleFromName(name: string): string {
  const words = name
    .replace(/^\d+[-_. ]+(?=\S)/, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return words === "" ? name : words[0]!.toUpperCase() + words.slice(1);
}

/** Names that only count, or say what kind of file it is. */
const WITHOUT_TITLE = /^(?:(?:chap(?:ter)?|ch|part|section|sec|text|page|index|readme)\b|[\d\s._-])+$/i;

/**
 * The title that a text has by the name of its file.
 *
 * @returns empty for a text that has a title itself, or no heading at all: a novel may do without; and for a name that says none.
 */
export function titleByName(text: string, path: string): string {
  const name = posix.basename(path).replace(/\.\w+$/, "");
  const [first, ...others] = headingsOf(text);
  const isUntitled = first?.isAfterWords === true && [first, ...others].every(({ level }) => level > 1);
  return isUntitled && !WITHOUT_TITLE.test(name.replace(/[-_]+/g, " ")) ? titleFromName(name) : "";
}
