/** The styles that ship with the program, by name. They are our own: the style repository's licence is not. */
import { parseStyle, type Style } from "../csl/style.js";
import { AUTHOR_DATE } from "./author-date.js";
import { NOTES } from "./notes.js";
import { NUMERIC } from "./numeric.js";

const SOURCES: ReadonlyMap<string, string> = new Map(
  Object.entries({ "author-date": AUTHOR_DATE, numeric: NUMERIC, notes: NOTES }),
);

/** Of texts that are part of the program. */
const parsed = new Map<string, Style>();

/** The style of a name; the one for author and date when the name is no built-in one. */
export function builtInStyle(name = "author-date"): Style {
  const known = parsed.get(name);
  if (known) return known;
  const style = parseStyle(SOURCES.get(name) ?? AUTHOR_DATE);
  parsed.set(name, style);
  return style;
}
