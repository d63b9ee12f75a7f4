/**
 * Formulas that authors write as MathML, made valid (MathML 3, which EPUB 3.3 refers to): parts that
 * are missing are empty, parts out of place stand in a row. What TeX became is valid and stays as it is.
 */
import type { Element, ElementContent, Properties } from "hast";

const TOKENS = new Set(["mi", "mn", "mo", "ms", "mtext", "annotation"]);

/** How many parts an element has. */
const PARTS: Readonly<Record<string, number>> = {
  mfrac: 2,
  mover: 2,
  mroot: 2,
  msub: 2,
  msubsup: 3,
  msup: 2,
  munder: 2,
  munderover: 3,
};

/** Elements that stand in one other only. */
const OWNERS: Readonly<Record<string, string>> = {
  mtr: "mtable",
  mtd: "mtr",
  none: "mmultiscripts",
  mprescripts: "mmultiscripts",
};

const VARIANT =
  /^(normal|bold|italic|bold-italic|double-struck|(bold-)?(fraktur|script)|(bold-)?sans-serif|sans-serif-(bold-)?italic|monospace|initial|tailed|looped|stretched)$/;
const LENGTH = /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*(e[mx]|in|cm|mm|p[xtc]|%|width|height|depth)?\s*$|mathspace$/;

const VALUES: Readonly<Record<string, RegExp>> = {
  depth: LENGTH,
  display: /^(block|inline)$/,
  height: LENGTH,
  lspace: LENGTH,
  mathvariant: VARIANT,
  rspace: LENGTH,
  voffset: LENGTH,
  width: LENGTH,
};

/** @param math `<math>`, or an element inside of one. */
export function validFormula(math: Element): Element {
  const { tagName } = math;
  const properties = validProperties(math.properties);
  if (TOKENS.has(tagName))
    return { ...math, properties, children: [{ type: "text", value: lettersOf(math) }] };
  const parts = math.children.flatMap((child) => part(child, tagName));
  return {
    ...math,
    tagName: tagName === "maction" ? "mrow" : tagName,
    properties,
    children: counted(tagName, parts),
  };
}

function validProperties(properties: Properties): Properties {
  const entries = Object.entries(properties).filter(
    ([name, value]) => VALUES[name]?.test(String(value)) ?? true,
  );
  const { style, ...others } = Object.fromEntries(entries);
  return typeof style === "string" ? { ...others, style: relative(style) } : others;
}

/** Points of TeX by which lengths are reckoned from the size of the text. */
const POINTS_OF_AN_EM = 11.9552;

/** Lengths in points do not follow the reader's size of letters. */
function relative(style: string): string {
  return style.replace(/(\d+\.?\d*|\.\d+)pt\b/g, (_, points: string) => {
    return `${Number((Number(points) / POINTS_OF_AN_EM).toFixed(3))}em`;
  });
}

function lettersOf({ children }: Element): string {
  return children
    .map((child) => (child.type === "text" ? child.value : child.type === "element" ? lettersOf(child) : ""))
    .join("");
}

function part(child: ElementContent, parent: string): ElementContent[] {
  if (child.type === "text")
    return child.value.trim() === "" ? [] : [fitting(make("mtext", [child]), parent)];
  if (child.type !== "element") return [];
  const owner = OWNERS[child.tagName];
  if (owner === undefined || owner === parent) return [fitting(validFormula(child), parent)];
  if (child.children.length === 0) return [];
  return [fitting({ ...validFormula(child), tagName: "mrow" }, parent)];
}

/** Tables are of rows, and rows of cells. */
function fitting(element: Element, parent: string): Element {
  if (parent === "mtable" && element.tagName !== "mtr") return make("mtr", [make("mtd", [element])]);
  return parent === "mtr" && element.tagName !== "mtd" ? make("mtd", [element]) : element;
}

/** As many parts as the element has: the last takes in those that are too many. */
function counted(tagName: string, parts: ElementContent[]): ElementContent[] {
  const count = PARTS[tagName];
  if (count === undefined || parts.length === count) return parts;
  if (parts.length > count) return [...parts.slice(0, count - 1), make("mrow", parts.slice(count - 1))];
  return [...parts, ...Array.from({ length: count - parts.length }, () => make("mrow", []))];
}

function make(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}
