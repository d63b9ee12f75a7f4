/**
 * Styles that authors wrote on elements by hand, made fit for reading systems: for pages that are white by day and
 * black at night, for letters of the reader's own size, and for screens that are as narrow as a phone.
 */
import type { Element, ElementContent } from "hast";
import { withClasses } from "../../../hast/class-names.js";
import { visitNodes } from "../../../hast/visit.js";
import { colourOf, inkOn, readableOnBoth, written } from "./colours.js";
import type { ContentContext, ContentRule } from "./rule.js";

type Declarations = Map<string, string>;

export const handStyle: ContentRule = (element, context) => {
  const { style } = element.properties;
  if (typeof style !== "string" || element.tagName === "svg" || element.tagName === "math") return element;
  const declared = declarationsOf(style);
  if (element.tagName === "hr") keepRule(declared);
  readable(declared, context);
  scaled(declared);
  narrow(element, declared);
  const isFloat = takeFloat(element, declared);
  const { style: _, ...others } = element.properties;
  const properties = declared.size === 0 ? others : { ...others, style: styleOf(declared) };
  return { ...element, properties: isFloat ? withClasses(properties, `float-${isFloat}`) : properties };
};

/** Whether an element has a ground of its own, on which colours of its text are the author's to choose. */
export function hasGround({ properties: { style } }: Element): boolean {
  return typeof style === "string" && /(?:^|[;\s])background-color\s*:/.test(style);
}

/** What a reader has set is not overruled. */
const IMPORTANT = /!\s*important\s*$/i;

function declarationsOf(style: string): Declarations {
  const parts = style.split(";").map((each) => each.split(/:(.*)/s) as [string, string?]);
  return new Map(
    parts.flatMap(([name, value = ""]) => {
      const plain = value.replace(IMPORTANT, "").trim();
      return plain === "" ? [] : [[name.trim(), plain] as const];
    }),
  );
}

function styleOf(declared: Declarations): string {
  return [...declared].map(([name, value]) => `${name}: ${value}`).join("; ");
}

/** A rule shows by its border, and one without is a change of scene that nobody sees. */
function keepRule(declared: Declarations): void {
  for (const name of declared.keys())
    if (/^(?:border|height|color|background)/.test(name)) declared.delete(name);
}

/** A ground brings the ink that is read on it, and ink without one is such as any page takes. */
function readable(declared: Declarations, { onGround }: ContentContext): void {
  const value = declared.get("background-color") ?? "";
  const ground = colourOf(value);
  // What only the page that it was written for knows may have any colour here, and no ink is sure to be read on it.
  if (ground === undefined && /^(?:var|env)\(/.test(value)) declared.delete("background-color");
  if (ground && !colourOf(declared.get("color") ?? "")) declared.set("color", written(inkOn(ground)));
  if (declared.has("background-color") || onGround) return;
  for (const [name, value] of declared) {
    if (name === "color" || name.startsWith("border")) setOrDelete(declared, name, onAnyPage(value));
  }
}

/** The value with colours that are seen by day and at night; a border without a colour has that of the text. */
function onAnyPage(value: string): string {
  return value
    .split(/\s+(?![^(]*\))/)
    .map((word) => {
      if (/^(?:var|env)\(/.test(word)) return "";
      const colour = colourOf(word);
      const shown = colour && readableOnBoth(colour);
      if (colour === undefined || shown === colour) return word;
      return shown ? written(shown) : "";
    })
    .filter((word) => word !== "")
    .join(" ");
}

function setOrDelete(declared: Declarations, name: string, value: string): void {
  if (value === "") declared.delete(name);
  else declared.set(name, value);
}

/** Sizes of CSS as shares of the text around (CSS Fonts 4, 2.5). */
const SIZES: Readonly<Record<string, number>> = {
  "xx-small": 0.6,
  "x-small": 0.75,
  small: 0.875,
  medium: 1,
  large: 1.2,
  "x-large": 1.5,
  "xx-large": 2,
};
/** Pixels of CSS in each unit that knows nothing of the reader's letters (CSS Values 4, 6.2). */
const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};
/** Letters are so large where nobody has asked for others. */
const TEXT = 16;

/** Letters grow and shrink with the reader's, and so do lines. */
function scaled(declared: Declarations): void {
  const size = declared.get("font-size") ?? "";
  const share = SIZES[size] ?? (absolute(size) ?? Number.NaN) / TEXT;
  if (!Number.isNaN(share)) declared.set("font-size", `${rounded(share)}em`);
  if (absolute(declared.get("line-height") ?? "") !== undefined) declared.delete("line-height");
}

/** A length in pixels; undefined for one that goes with the text or the page. */
function absolute(value: string): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)([a-z]+)$/i.exec(value) ?? [];
  const pixels = PIXELS[unit?.toLowerCase() ?? ""];
  return pixels === undefined ? undefined : Number(number) * pixels;
}

/** A length in pixels, with letters of the usual size. */
function fixed(value: string): number | undefined {
  const letters = /^(-?[\d.]+)r?em$/i.exec(value)?.[1];
  return letters === undefined ? absolute(value) : Number(letters) * TEXT;
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}

/** From so many pixels a distance from the side is more than a phone can give away. */
const WIDE_SPACE = 48;
const SIDES = ["margin-left", "margin-right", "padding-left", "padding-right", "text-indent"];
/** A text of more letters does not fit into one line. */
const ONE_LINE = 30;

/** What is wider than the screen is cut off there, and a box that is too low lets its text run over the next one. */
function narrow(element: Element, declared: Declarations): void {
  const isPicture = element.tagName === "img";
  if (fixed(declared.get("width") ?? "") !== undefined) {
    if (!declared.has("max-width")) declared.set("max-width", "100%");
    if ([...declared.keys()].some((name) => /^(?:border|padding)/.test(name)))
      declared.set("box-sizing", "border-box");
    // Narrower than it was made for, a picture keeps its shape.
    if (isPicture) declared.delete("height");
  }
  if ((fixed(declared.get("min-width") ?? "") ?? 0) > WIDE_SPACE) declared.delete("min-width");
  const height = declared.get("height");
  if (height !== undefined && !isPicture && fixed(height) !== undefined) {
    declared.delete("height");
    declared.set("min-height", height);
  }
  for (const name of ["margin", "padding"]) spread(declared, name);
  for (const name of SIDES) setOrDelete(declared, name, spaceOf(name, declared.get(name) ?? ""));
  const space = declared.get("white-space");
  if (space !== "nowrap" && space !== "pre") return;
  if (letters(element) > ONE_LINE) setOrDelete(declared, "white-space", space === "pre" ? "pre-wrap" : "");
}

/** `margin: 1em 300px` as its four sides, when one of them is wide. */
function spread(declared: Declarations, name: string): void {
  const parts = declared.get(name)?.split(/\s+/) ?? [];
  if (parts.length === 0 || parts.length > 4 || parts.some((part) => part.includes("("))) return;
  const [top, right = top!, bottom = top, left = right] = parts as [string, ...string[]];
  if ([left, right].every((side) => spaceOf(`${name}-left`, side) === side)) return;
  declared.delete(name);
  for (const [side, value] of Object.entries({ top, right, bottom, left }))
    declared.set(`${name}-${side}`, value);
}

function spaceOf(name: string, value: string): string {
  const pixels = fixed(value);
  if (pixels === undefined) return value;
  if (pixels < 0) return name.startsWith("margin") ? "" : value;
  return pixels > WIDE_SPACE ? `min(${value}, 15%)` : value;
}

function letters(element: Element): number {
  let count = 0;
  visitNodes(element, (node) => {
    if (node.type === "text") count += node.value.length;
  });
  return count;
}

/** A few letters beside the text are a large initial; what is more stands below it on a narrow screen. */
const INITIAL = 3;

/** Takes a float out of the style: the class of that name knows screens. */
function takeFloat(element: Element, declared: Declarations): "left" | "right" | undefined {
  const side = declared.get("float");
  if (side !== "left" && side !== "right") return undefined;
  const isLarge = letters(element) > INITIAL || holdsPicture(element);
  if (isLarge) declared.delete("float");
  return isLarge ? side : undefined;
}

function holdsPicture(node: ElementContent): boolean {
  if (node.type !== "element") return false;
  return node.tagName === "img" || node.tagName === "svg" || node.children.some(holdsPicture);
}
