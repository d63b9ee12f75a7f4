/** Says what an element of a drawing says as the schema of EPUBCheck has it (SVG 1.1). Both are drawn alike. */
import { withName } from "./svg-ids.js";
import { placeOf } from "./svg-schema.js";

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the schema wants said, and what browsers take for said: most such elements are not drawn. */
const UNSAID: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ["circle", { r: "0" }],
  ["path", { d: "" }],
  ["polygon", { points: "" }],
  ["polyline", { points: "" }],
  ["rect", { height: "0", width: "0" }],
  ["stop", { offset: "0" }],
]);

/**
 * @param name what the element is to be.
 * @param given the ids of the elements before, to which its own is added.
 * @returns the same attributes when there is nothing to say otherwise.
 */
export function knownAttributes(
  name: string,
  attributes: Tag["attributes"],
  given: Set<string>,
): Tag["attributes"] {
  const written: Record<string, string> = {};
  const declarations: string[] = [];
  for (const [key, value] of Object.entries(attributes)) {
    const named = withName(key, value, given);
    if (named === undefined) continue;
    const place = placeOf(name, key, named);
    if (place === "attribute") written[key] = named;
    if (place === "style") declarations.push(`${key}:${named}`);
  }
  // What the style says itself comes last, and counts.
  if (declarations.length > 0)
    written.style = [...declarations, ...(written.style === undefined ? [] : [written.style])].join(";");
  const all = { ...written, ...missing(UNSAID.get(name), written) };
  return isSame(all, attributes) ? attributes : all;
}

/** `<font>` of a text in HTML is no element of today's. */
export function ofFont({ color, face, style }: Tag["attributes"]): Tag {
  const declarations = [
    ...(color === undefined ? [] : [`color:${color}`]),
    ...(face === undefined ? [] : [`font-family:${face}`]),
    ...(style === undefined ? [] : [style]),
  ];
  return { name: "span", attributes: declarations.length === 0 ? {} : { style: declarations.join(";") } };
}

export function openingTag({ name, attributes }: Tag, isSelfClosing: boolean): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join("")}${isSelfClosing ? "/" : ""}>`;
}

function missing(wanted: Tag["attributes"] = {}, said: Tag["attributes"]): Tag["attributes"] {
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => said[key] === undefined));
}

function isSame(one: Tag["attributes"], other: Tag["attributes"]): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (each) => `&#${each.charCodeAt(0)};`);
}
