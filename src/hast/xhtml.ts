/**
 * Writes a hast tree as XHTML (the XML syntax of HTML), with SVG and MathML in their namespaces.
 *
 * The usual pair of libraries goes through a second tree, takes ten times as long on a book
 * and leaves MathML in the namespace of HTML; a reading system then shows no formula.
 */
import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { find, html, type Schema, svg } from "property-information";

const NAMESPACES = {
  html: "http://www.w3.org/1999/xhtml",
  svg: "http://www.w3.org/2000/svg",
  math: "http://www.w3.org/1998/Math/MathML",
  xlink: "http://www.w3.org/1999/xlink",
} as const;

type Space = "html" | "svg" | "math";

const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

/** All but the characters that XML 1.0 allows (section 2.2): the others cannot stand even as references. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The same for the first plane only: fast, and true of nearly every text that needs a second look. */
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/;

/** An attribute name that is safe to write (a part of XML's `Name`, with one optional prefix). */
const ATTRIBUTE_NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;

/** Writes nodes as XHTML for the inside of an element of the HTML namespace. */
export function toXhtml(nodes: readonly (ElementContent | RootContent)[] | Root): string {
  const children = "type" in nodes ? nodes.children : nodes;
  return writeAll(children, "html");
}

/** Text without the characters that no XML document may hold. */
export function xmlText(value: string): string {
  return SUSPECT.test(value) ? value.replace(NOT_XML, "") : value;
}

/**
 * @param space Namespace of the nodes, unless they bring their own.
 * @param declared Namespace that is in force around them.
 */
function writeAll(
  nodes: readonly (ElementContent | RootContent)[],
  space: Space,
  declared: Space = space,
): string {
  let out = "";
  for (const node of nodes) {
    if (node.type === "text") out += escapeText(node.value);
    else if (node.type === "element") out += writeElement(node, space, declared);
  }
  return out;
}

function writeElement(element: Element, parent: Space, declared: Space): string {
  const space = spaceOf(element, parent);
  const name = element.tagName;
  const inside = writeAll(element.children, name === "foreignObject" ? "html" : space, space);
  const namespace = space === declared ? "" : ` xmlns="${NAMESPACES[space]}"`;
  const attributes = namespace + writeAttributes(element.properties, space);
  // The prefix is declared where a reference inside uses it, and only there.
  const xlink =
    name === "svg" && space !== declared && /\sxlink:/.test(attributes + inside)
      ? ` xmlns:xlink="${NAMESPACES.xlink}"`
      : "";
  const start = `<${name}${attributes}${xlink}`;
  if (space === "html" ? VOID.has(name) : inside === "") return `${start}/>`;
  return `${start}>${inside}</${name}>`;
}

function spaceOf(element: Element, parent: Space): Space {
  if (element.tagName === "svg") return "svg";
  if (element.tagName === "math") return "math";
  return parent;
}

function writeAttributes(properties: Properties, space: Space): string {
  let out = "";
  for (const [property, value] of Object.entries(properties)) {
    const info = attributeOf(property, space);
    const text = attributeText(value, info);
    if (text === undefined || !ATTRIBUTE_NAME.test(info.name) || info.name.startsWith("xmlns")) continue;
    out += ` ${info.name}="${escapeAttribute(text)}"`;
  }
  return out;
}

interface AttributeInfo {
  readonly name: string;
  readonly separator: string;
  /** An attribute of two states: there, or not there. */
  readonly boolean: boolean;
  readonly overloaded: boolean;
}

const known: Record<Space, Map<string, AttributeInfo>> = {
  html: new Map(),
  svg: new Map(),
  math: new Map(),
};

function attributeOf(property: string, space: Space): AttributeInfo {
  const cached = known[space].get(property);
  if (cached) return cached;
  const schema: Schema = space === "svg" ? svg : html;
  const found = find(schema, property);
  const info = {
    name: found.attribute,
    separator: found.commaSeparated ? ", " : " ",
    boolean: found.boolean,
    overloaded: found.overloadedBoolean,
  };
  known[space].set(property, info);
  return info;
}

/** The attribute's text, or undefined when the attribute is not there. */
function attributeText(value: Properties[string], info: AttributeInfo): string | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  if (info.boolean || (info.overloaded && typeof value === "boolean"))
    return value === false ? undefined : "";
  if (value === false && info.name.startsWith("aria-") === false) return undefined;
  if (Array.isArray(value)) return value.join(info.separator);
  return String(value);
}

function escapeText(value: string): string {
  return xmlText(value).replace(/[&<>]/g, escapeCharacter);
}

function escapeAttribute(value: string): string {
  return xmlText(value).replace(/[&<>"\t\n\r]/g, escapeCharacter);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function escapeCharacter(character: string): string {
  return ESCAPES[character]!;
}
