/**
 * How wide a formula is, near enough to say whether a phone has room for it. No font is asked: which one a reading
 * system takes is not known here.
 */
import type { Element, ElementContent } from "hast";

/** Operators with the space around them that MathML gives to relations and binary ones. */
const BETWEEN = 1.25;
/** Brackets, commas and the like. */
const SIGN = 0.4;
const LETTER = 0.53;
const SCRIPT = 0.71;
/** What stands around a radicand, and beside a fraction bar. */
const ROOT = 0.9;
const BAR = 0.25;
/** Between columns of a table. */
const COLUMN_GAP = 1.05;

const INVISIBLE = /[\u2061-\u2064\u200B]/gu;
const CLOSE = /^[()[\]{}|‖⟨⟩⌈⌉⌊⌋,;:.!′'/]$/u;
const LARGE = /^[∑∏∐∫∬∭∮⋃⋂⨁⨂]$/u;

/** In ems of the formula's own size. */
export function formulaWidth(node: ElementContent): number {
  return node.type === "element" ? (WIDTHS[node.tagName]?.(node) ?? rowWidth(node)) : 0;
}

/** Side by side. */
export function rowWidth({ children }: Pick<Element, "children">): number {
  return children.reduce((sum, child) => sum + formulaWidth(child), 0);
}

const WIDTHS: Readonly<Record<string, (element: Element) => number>> = {
  mi: letters,
  mn: letters,
  ms: letters,
  mtext: letters,
  mo: operator,
  mspace: ({ properties }) => ems(properties.width),
  mfrac: (element) => widest(element) + BAR,
  msqrt: (element) => rowWidth(element) + ROOT,
  mroot: (element) => withScripts(element) + ROOT,
  msub: withScripts,
  msup: withScripts,
  msubsup: (element) =>
    partWidth(element, 0) + SCRIPT * Math.max(partWidth(element, 1), partWidth(element, 2)),
  mmultiscripts: withScripts,
  munder: aboveEachOther,
  mover: aboveEachOther,
  munderover: aboveEachOther,
  mtable: table,
  semantics: (element) => partWidth(element, 0),
  annotation: () => 0,
  "annotation-xml": () => 0,
  mphantom: rowWidth,
};

function textOf({ children }: Element): string {
  return children.map((child) => (child.type === "text" ? child.value : "")).join("");
}

function letters(element: Element): number {
  return [...textOf(element).replace(INVISIBLE, "").trim()].length * LETTER;
}

function operator(element: Element): number {
  const sign = textOf(element).replace(INVISIBLE, "").trim();
  if (sign === "") return 0;
  if (LARGE.test(sign)) return 1.4;
  return CLOSE.test(sign) || element.properties.form === "prefix"
    ? SIGN
    : BETWEEN + (sign.length - 1) * LETTER;
}

function ems(width: unknown): number {
  const [, number = "0", unit] = /^\s*(-?[\d.]+)(em|ex)?/.exec(String(width ?? "")) ?? [];
  return unit === "ex" ? Number(number) / 2 : unit === "em" ? Number(number) : 0;
}

function partWidth({ children }: Element, index: number): number {
  const child = children[index];
  return child === undefined ? 0 : formulaWidth(child);
}

function widest({ children }: Element): number {
  return Math.max(0, ...children.map(formulaWidth));
}

function withScripts(element: Element): number {
  const [base = 0, ...scripts] = element.children.map(formulaWidth);
  return base + SCRIPT * scripts.reduce((sum, each) => sum + each, 0);
}

function aboveEachOther(element: Element): number {
  const [base = 0, ...others] = element.children.map(formulaWidth);
  return Math.max(base, ...others.map((width) => SCRIPT * width));
}

function table({ children }: Element): number {
  const columns: number[] = [];
  for (const row of children) {
    if (row.type !== "element") continue;
    row.children.forEach((cell, index) => {
      columns[index] = Math.max(columns[index] ?? 0, formulaWidth(cell));
    });
  }
  return columns.reduce((sum, each) => sum + each, 0) + COLUMN_GAP * Math.max(0, columns.length - 1);
}
