/**
 * Attributes keep only the values that EPUB takes (HTML Standard; ARIA in HTML; EPUB 3.3, 6.3 for
 * styles). One that says nothing that anybody could read goes without a word: what it is on stays.
 */
import type { Element, Properties } from "hast";
import { isRoleOf } from "./role-values.js";
import type { ContentContext, ContentRule } from "./rule.js";

type Check = (value: string, element: Element, context: ContentContext) => boolean;

const one =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value);
const integer =
  (least: number): Check =>
  (value) =>
    /^-?\d{1,9}$/.test(value) && Number(value) >= least;

const DATE = /^\d{4,}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
const MEDIA_TYPE = /^[\w!#$&+^-]+\/[\w!#$&+^.-]+/;

/** Names of elements that are in the document: an author's name may be of another one, or of none. */
const inDocument: Check = (value, _, { targets, href }) =>
  value.trim() !== "" &&
  value
    .trim()
    .split(/\s+/)
    .every((id) => targets.get(id) === href);

const CHECKS: Readonly<Record<string, Check>> = {
  ariaDescribedBy: inDocument,
  ariaDetails: inDocument,
  ariaHidden: one(/^(true|false)$/),
  ariaLabelledBy: inDocument,
  ariaLevel: (value, { properties }) => properties.role === "heading" && /^[1-9]\d*$/.test(value),
  colSpan: integer(1),
  dateTime: one(DATE),
  dir: one(/^(ltr|rtl|auto)$/),
  headers: inDocument,
  hrefLang: one(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  role: (value, { tagName }) => isRoleOf(value, tagName),
  rowSpan: integer(0),
  scope: one(/^(col|row|colgroup|rowgroup)$/),
  span: integer(1),
  start: integer(-1e9),
  translate: one(/^(yes|no)$/),
};

const OWN_CHECKS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  a: { type: one(MEDIA_TYPE) },
  li: { value: (value, _, { parent }) => parent === "ol" && /^-?\d{1,9}$/.test(value) },
  ol: { type: one(/^[1aAiI]$/) },
  // Newer than the versions of EPUBCheck that many shops run.
  th: { abbr: () => false },
};

export const validValues: ContentRule = (element, context) => {
  const { tagName } = element;
  if (tagName === "svg" || tagName === "math") return element;
  const properties: Properties = {};
  for (const [name, value] of Object.entries(element.properties)) {
    const check = OWN_CHECKS[tagName]?.[name] ?? CHECKS[name];
    if (check === undefined || check(textOf(value), element, context)) properties[name] = value;
  }
  if (properties.hidden !== undefined) properties.hidden = properties.hidden !== false;
  if (properties.style !== undefined) properties.style = validStyle(String(properties.style));
  return withNeeded({ ...element, properties });
};

/** hast knows some attributes as numbers, as truth values or as lists. */
function textOf(value: Properties[string]): string {
  return Array.isArray(value) ? value.join(" ") : String(value ?? "");
}

/** Elements without the attribute that makes them what they are become neutral ones. */
function withNeeded(element: Element): Element {
  const { tagName, properties } = element;
  if (tagName === "bdo" && properties.dir === undefined) return { ...element, tagName: "span" };
  if (tagName === "data" && properties.value === undefined) return { ...element, tagName: "span" };
  if (tagName === "time" && properties.dateTime === undefined) return { ...element, tagName: "span" };
  if (tagName === "colgroup" && element.children.length > 0) delete properties.span;
  if (tagName !== "a" || properties.href !== undefined) return element;
  const { hrefLang: _, type: _1, rel: _2, ...others } = properties;
  return { ...element, properties: others };
}

/** Direction is an attribute in an EPUB, never a style. */
const NO_STYLE = new Set(["direction", "unicode-bidi"]);
/** A property, and a value in which quotation marks come in pairs. */
const DECLARATION = /^([a-z-]+)\s*:\s*(?=\S)(?:[^"'{}\\;:]|"[^"]*"|'[^']*')+$/;

/** The declarations that can be read; undefined when there is none. */
function validStyle(style: string): string | undefined {
  const kept = style
    .split(";")
    .map((each) => each.trim())
    .filter((each) => !NO_STYLE.has(DECLARATION.exec(each)?.[1] ?? "direction"));
  return kept.length === 0 ? undefined : kept.join("; ");
}
