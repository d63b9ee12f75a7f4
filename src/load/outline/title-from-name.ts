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
 * @returns empty for a text that has a title itself; for a name that says none; and for one with a number where the text has no
 *   heading at all: chapters of a novel may do without.
 */
export function titleByName(text: string, path: string): string {
  const name = posix.basename(path).replace(/\.\w+$/, "");
  const [first, ...others] = headingsOf(text);
  const isUntitled =
    first === undefined
      ? !/\d/.test(name)
      : first.isAfterWords && [first, ...others].every(({ level }) => level > 1);
  return isUntitled && !WITHOUT_TITLE.test(name.replace(/[-_]+/g, " ")) ? titleFromName(name) : "";
}
