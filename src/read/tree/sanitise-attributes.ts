/** Leaves on an element only the attributes that a book may have, with safe values. */
import type { Element, Properties } from "hast";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import { isSelfContainedValue } from "../../input/css/self-contained.js";
import {
  ADDRESSES,
  ELEMENT_ATTRIBUTES,
  GLOBAL_ATTRIBUTES,
  IMAGE_SCHEMES,
  LINK_SCHEMES,
  MATHML_ATTRIBUTES,
  MEANINGLESS_ATTRIBUTES,
  MEANINGLESS_STYLE,
  RESERVED_CLASS,
  RESERVED_DATA,
  STYLE_PROPERTIES,
  SVG_ATTRIBUTES,
  type Vocabulary,
} from "./allowed.js";
import { reportUnsafe, type TreeContext } from "./step.js";

const PREFIXED = /^(?:data|aria)[A-Z]/;
const SCHEME = /^([a-z][a-z0-9+.-]*):/;
/** What browsers pass over in an address: control characters and blanks. */
const PASSED_OVER = /[\p{Cc}\s]+/gu;
const SAFE_IMAGE_DATA = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/;
/** Functions that fetch something, escapes that hide one, and old ways to run a script. */
const UNSAFE_VALUE = /url\s*\(|image(?:-set)?\s*\(|expression|javascript|attr\s*\(|[\\<>@{}]|\/\*/i;
const LOCAL_REFERENCE = /^url\(\s*["']?#[^"'()\s\\]+["']?\s*\)$/i;

type Value = NonNullable<Properties[string]>;

export function sanitiseAttributes(element: Element, vocabulary: Vocabulary, context: TreeContext): void {
  for (const [name, value] of Object.entries(element.properties)) {
    if (value === null || value === undefined) continue;
    const kept = sanitiseValue(element, name, value, vocabulary, context);
    if (kept === undefined) delete element.properties[name];
    else element.properties[name] = kept;
  }
}

function sanitiseValue(
  element: Element,
  name: string,
  value: Value,
  vocabulary: Vocabulary,
  context: TreeContext,
): Value | undefined {
  if (RESERVED_DATA.test(name)) {
    reportReserved(context, element, `The attribute \`${writtenName(name)}\``);
    return undefined;
  }
  if (!isAllowed(element, name, vocabulary)) {
    if (!MEANINGLESS_ATTRIBUTES.has(name)) reportAttribute(context, element, name);
    return undefined;
  }
  if (name === "style") return sanitiseStyle(element, String(value), context);
  if (ADDRESSES.has(name)) return sanitiseAddress(element, name, String(value), vocabulary, context);
  if (vocabulary === "svg" && !isSelfContained(String(value))) {
    reportAttribute(context, element, name);
    return undefined;
  }
  if (name === "className") return ownClasses(element, value, context);
  // Only the parser itself writes references to footnotes.
  if (name === "dataNote" && !isNote(element, value, context)) return undefined;
  return value;
}

/** What a drawing says of itself leads to its own parts alone, however it is spelt. */
function isSelfContained(value: string): boolean {
  if (/url\s*\(/i.test(value)) return LOCAL_REFERENCE.test(value);
  return isSelfContainedValue(value);
}

/** The classes but for those by which the layout knows its own pages. */
function ownClasses(element: Element, value: Value, context: TreeContext): Value | undefined {
  const classes = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
  const taken = classes.filter((each) => RESERVED_CLASS.test(each));
  if (taken.length === 0) return value;
  reportReserved(context, element, `The class \`${taken[0]}\``);
  const kept = classes.filter((each) => !RESERVED_CLASS.test(each));
  return kept.length > 0 ? kept : undefined;
}

function isAllowed(element: Element, name: string, vocabulary: Vocabulary): boolean {
  if (GLOBAL_ATTRIBUTES.has(name) || PREFIXED.test(name)) return true;
  if (vocabulary === "svg") return SVG_ATTRIBUTES.has(name);
  if (vocabulary === "mathml") return MATHML_ATTRIBUTES.has(name.toLowerCase());
  return ELEMENT_ATTRIBUTES[element.tagName]?.has(name) ?? false;
}

function isNote(element: Element, label: Value, context: TreeContext): boolean {
  return element.tagName === "sup" && context.notes.some((note) => note.label === label);
}

function sanitiseStyle(element: Element, style: string, context: TreeContext): string | undefined {
  const kept: string[] = [];
  const removed: string[] = [];
  for (const declaration of style.split(";").map((each) => each.trim())) {
    const property = declaration.split(":")[0]!.trim().toLowerCase();
    if (declaration === "" || MEANINGLESS_STYLE.test(property)) continue;
    const isSafe = STYLE_PROPERTIES.has(property) && !UNSAFE_VALUE.test(declaration);
    (isSafe ? kept : removed).push(isSafe ? declaration : property);
  }
  if (removed.length > 0) {
    const names = removed.map((name) => `\`${name}\``).join(", ");
    const message = `The style of \`<${element.tagName}>\` sets ${names}; that is removed`;
    reportUnsafe(context, element, message, "Give the element a class, and put its style in a style sheet");
  }
  return kept.length > 0 ? kept.join("; ") : undefined;
}

function sanitiseAddress(
  element: Element,
  name: string,
  address: string,
  vocabulary: Vocabulary,
  context: TreeContext,
): string | undefined {
  if (isSafeAddress(element, name, address.replace(PASSED_OVER, "").toLowerCase(), vocabulary))
    return withScheme(address);
  const shown = address.length > 40 ? `${address.slice(0, 40)}…` : address;
  const message = `The address \`${shown}\` of \`<${element.tagName}>\` is removed`;
  reportUnsafe(context, element, message, "Link to a page on the web, or to a file of the publication");
  return undefined;
}

/** An address that a page of the web completes by the scheme of its own (RFC 3986, 4.2); a book has none. */
function withScheme(address: string): string {
  return address.startsWith("//") ? `https:${address}` : address;
}

function isSafeAddress(element: Element, name: string, address: string, vocabulary: Vocabulary): boolean {
  const scheme = SCHEME.exec(address)?.[1];
  if (vocabulary === "svg" && element.tagName !== "a") return address.startsWith("#");
  if (scheme === undefined) return true;
  if (name !== "src") return LINK_SCHEMES.has(scheme);
  return IMAGE_SCHEMES.has(scheme) && (scheme !== "data" || SAFE_IMAGE_DATA.test(address));
}

function reportReserved(context: TreeContext, element: Element, what: string): void {
  const { line, column } = element.position?.start ?? { line: 1, column: 1 };
  const message = `${what} of \`<${element.tagName}>\` is one that Colophon uses itself; it is removed`;
  const at = { file: context.source.file, line, column };
  context.report(diagnostic("reserved-name", message, at, "Choose another name"));
}

function writtenName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function reportAttribute(context: TreeContext, element: Element, name: string): void {
  const written = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const hint = /^on/.test(written) ? "Delete it: a book runs no scripts" : "Delete it: a book cannot have it";
  reportUnsafe(context, element, `The attribute \`${written}\` of \`<${element.tagName}>\` is removed`, hint);
}
