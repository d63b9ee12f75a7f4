/**
 * Fits formulas that a narrow screen has no room for: pages of an ebook do not scroll sideways.
 *
 * A row is cut into pieces before its relations and binary operators, which the styles let go on to another line
 * where the engine can do that. What is left too wide gets a size in container query units (CSS Containment 3,
 * section 6): full size where there is room, and less where there is not, whatever the reader's own size is.
 */
import type { Element, ElementContent, Properties } from "hast";
import { withClasses } from "../../../hast/class-names.js";
import { formulaWidth, rowWidth } from "./formula-width.js";

/** In ems: shorter ones fit even large letters on a phone. */
const SHORT = 11;
/** Formulas are not set smaller than this part of their size. */
const SMALLEST = 0.5;
/** Per cent of the line that it may take: widths are estimates. */
const WHOLE_LINE = 95;
/** In ems: a phone in portrait at the usual size, less what stands around. */
const PHONE = 20;

const RELATIONS = "=≠<>≤≥≪≫≈≡∼≃≅≐≜≔∝∈∉∋⊂⊆⊃⊇≺≻⪯⪰→←↔⇒⇐⇔⟹⟸⟺⟶⟵↦⟼⊢⊨⊣";
const BINARIES = "+−-±∓×⋅·∗*÷∪∩∧∨⊕⊖⊗⊙∘∖⊎⊔⊓";
const BETWEEN = new Set(RELATIONS + BINARIES);
const OPENING = new Set("([{⟨⌈⌊⟦");
const CLOSING = new Set(")]}⟩⌉⌋⟧");
/** What only stands around a row. */
const WRAPPERS = new Set(["mrow", "mstyle"]);

export interface FittedFormula {
  readonly formula: Element;
  /** Whether it would still be cut off on a phone. */
  readonly isTooWide: boolean;
}

/** @param formula a valid `math` element. */
export function fitFormula(formula: Element): FittedFormula {
  if (rowWidth(formula) <= SHORT) return { formula, isTooWide: false };
  const pieces = piecesOf(formula);
  const width = Math.max(...pieces.map(formulaWidth));
  const classes = pieces.length > 1 ? ["pieces"] : [];
  const children = pieces.length > 1 ? pieces : formula.children;
  const properties = { ...withClasses(formula.properties, ...classes), ...sized(formula.properties, width) };
  return { formula: { ...formula, properties, children }, isTooWide: width * SMALLEST > PHONE };
}

function sized({ style }: Properties, width: number): Properties {
  if (width <= SHORT) return {};
  const size = `font-size: clamp(${SMALLEST}em, ${(WHOLE_LINE / width).toFixed(1)}cqw, 1em)`;
  return { style: typeof style === "string" && style !== "" ? `${style}; ${size}` : size };
}

/** Rows that may stand on lines of their own; the formula as one when it consists of one thing. */
function piecesOf(formula: Element): Element[] {
  const { children } = rowOf(formula);
  return cut(children, atSign).flatMap((piece) =>
    rowWidth(piece) > PHONE ? cut(piece.children, betweenBrackets) : [piece],
  );
}

type IsBreak = (parts: readonly ElementContent[], index: number, depth: number) => boolean;

function cut(parts: readonly ElementContent[], isBreak: IsBreak): Element[] {
  const pieces: ElementContent[][] = [[]];
  let depth = 0;
  for (const [index, part] of parts.entries()) {
    const isHere = index > 0 && isBreak(parts, index, depth);
    if (isHere) pieces.push([]);
    pieces.at(-1)!.push(isHere ? infix(part) : part);
    const sign = signOf(part);
    if (OPENING.has(sign)) depth += 1;
    if (CLOSING.has(sign)) depth = Math.max(0, depth - 1);
  }
  const filled = pieces.filter((piece) => piece.length > 0);
  return filled.map((children) => ({ type: "element", tagName: "mrow", properties: {}, children }));
}

/** A sign at the beginning, or behind another one, belongs to what follows. */
const atSign: IsBreak = (parts, index, depth) => {
  const before = signOf(parts[index - 1]);
  const isSign = depth === 0 && BETWEEN.has(signOf(parts[index]));
  return isSign && index < parts.length - 1 && !BETWEEN.has(before) && !OPENING.has(before);
};

/** The last resort: where one group ends and another begins. */
const betweenBrackets: IsBreak = (parts, index, depth) =>
  depth === 0 && isGroupEnd(parts[index - 1]) && !CLOSING.has(signOf(parts[index]));

/** A closing bracket, or what ends with one, be it with an exponent. */
function isGroupEnd(part: ElementContent | undefined): boolean {
  if (part?.type !== "element") return false;
  if (CLOSING.has(signOf(part))) return true;
  if (/^m(sup|sub|subsup)$/.test(part.tagName)) return isGroupEnd(part.children[0]);
  return part.tagName === "mrow" && isGroupEnd(part.children.at(-1));
}

/** What holds the parts of a formula that is a row; wrappers with a meaning of their own stay whole. */
function rowOf(element: Element): Element {
  const [only, ...others] = element.children;
  const isWrapped =
    others.length === 0 &&
    only?.type === "element" &&
    WRAPPERS.has(only.tagName) &&
    Object.keys(only.properties).length === 0;
  return isWrapped ? rowOf(only) : element;
}

function signOf(part: ElementContent | undefined): string {
  if (part?.type !== "element" || part.tagName !== "mo") return "";
  return part.children
    .map((child) => (child.type === "text" ? child.value : ""))
    .join("")
    .trim();
}

/** At the head of a row it would be taken for a sign before a number, without space (MathML Core, 3.2.4.2). */
function infix(part: ElementContent): ElementContent {
  if (part.type !== "element" || part.tagName !== "mo") return part;
  return { ...part, properties: { ...part.properties, form: "infix" } };
}
