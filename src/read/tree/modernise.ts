/**
 * Says in today's HTML what an author said in yesterday's: `<center>`, `align`, `width="50%"`,
 * `<a name>`, `xlink:href`. What was meant is kept, and the result is valid.
 */
import type { Element, Root } from "hast";
import { REPLACED_ELEMENTS } from "./elements.js";
import { eachElement } from "./step.js";

const ALIGNMENT = /^(?:left|right|center|justify)$/i;
const LENGTH = /^\s*(\d+(?:\.\d+)?)\s*(%|px|pt|pc|in|cm|mm|em|rem)?\s*$/;
const FLOATS = new Set(["img", "table", "figure"]);

export function modernise(tree: Root): void {
  eachElement(tree, (element) => {
    // SVG and MathML have these names for other things.
    if (element.tagName === "svg") eachElement(element, moveLink);
    if (element.tagName === "svg" || element.tagName === "math") return "skip";
    if (element.tagName === "center") addStyle(element, "text-align", "center");
    element.tagName = REPLACED_ELEMENTS.get(element.tagName) ?? element.tagName;
    moveName(element);
    moveAlignment(element);
    moveLength(element, "width");
    moveLength(element, "height");
    return undefined;
  });
}

/** Links of drawings are links like others (SVG 2, 16.2). */
function moveLink({ tagName, properties }: Element): undefined {
  if (tagName !== "a" || properties.xLinkHref === undefined) return undefined;
  properties.href ??= properties.xLinkHref;
  delete properties.xLinkHref;
  return undefined;
}

function moveName(element: Element): void {
  const { name, id } = element.properties;
  if (element.tagName === "a" && typeof name === "string" && id === undefined) element.properties.id = name;
}

function moveAlignment(element: Element): void {
  const align = String(element.properties.align ?? "").toLowerCase();
  delete element.properties.align;
  if (!ALIGNMENT.test(align)) return;
  if (!FLOATS.has(element.tagName)) addStyle(element, "text-align", align);
  else if (align !== "center" && align !== "justify") addStyle(element, "float", align);
}

/** In HTML only images have a width and height, and those are whole pixels. */
function moveLength(element: Element, side: "width" | "height"): void {
  const value = element.properties[side];
  if (value === undefined) return;
  const match = LENGTH.exec(String(value));
  delete element.properties[side];
  if (!match) return;
  const [, amount, unit = "px"] = match;
  if (element.tagName === "img" && unit === "px") element.properties[side] = Math.round(Number(amount));
  else addStyle(element, side, `${amount}${unit}`);
}

function addStyle(element: Element, property: string, value: string): void {
  const before = element.properties.style;
  const declaration = `${property}: ${value}`;
  element.properties.style =
    typeof before === "string" && before !== "" ? `${declaration}; ${before}` : declaration;
}
