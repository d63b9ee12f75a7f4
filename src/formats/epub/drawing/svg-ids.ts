/**
 * The names of parts of a drawing, where the schema of EPUBCheck will have none: those that come again, and
 * those that are no names in XML. Drawing programs make them of what people call a layer.
 */

/** The letters that begin names in XML, and those that go on (XML 1.0, productions 4 and 4a, without colons). */
const FIRST =
  "A-Za-z_\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}" +
  "\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}";
const OTHER = `${FIRST}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}`;
const NAME = new RegExp(`^[${FIRST}][${OTHER}]*$`, "u");
const NOT_IN_NAMES = new RegExp(`[^${OTHER}]`, "gu");
/** A reference in a property: `url(#a)`, `url("#a")`. */
const URL = /(url\(\s*["']?#)([^"')]+)/g;

/**
 * An attribute with the name that a part may have, or with references to such names.
 *
 * @param given the names of the parts before, to which a new one is added.
 * @returns undefined when the name has been given to another part: browsers find the first.
 */
export function withName(attribute: string, value: string, given: Set<string>): string | undefined {
  if (attribute === "href" || attribute === "xlink:href")
    return value.startsWith("#") ? `#${nameOf(value.slice(1))}` : value;
  if (attribute !== "id") return value.replace(URL, (_, before, id) => before + nameOf(id));
  const id = nameOf(value);
  if (given.has(id)) return undefined;
  given.add(id);
  return id;
}

/** The same for the same id, wherever it stands. */
function nameOf(id: string): string {
  if (id === "" || NAME.test(id)) return id;
  return `_${id.replace(NOT_IN_NAMES, (each) => `-${each.codePointAt(0)!.toString(16)}-`)}`;
}
