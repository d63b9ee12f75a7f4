/**
 * Turns TeX into MathML Core, by temml.
 *
 * What temml writes is brought to what an EPUB may hold: attributes where the schema of MathML 3
 * has them, and only styles that the manuscript may have itself.
 */
import { STYLE_PROPERTIES } from "../../../tree/allowed.js";
import { knownEnvironments } from "./environments.js";
import type { Expansion } from "./expansion.js";
import { type MathNode, renderTree, TooMuch } from "./temml.js";

/** By their names with the backslash. */
export type TexMacros = Readonly<Record<string, Expansion>>;

export type Formula = { readonly mathml: string } | { readonly fault: TexFault };

export interface TexFault {
  /** What is wrong, as a part of a sentence. */
  readonly reason: string;
  /** Offset in the TeX. */
  readonly at: number;
  /** The command that is not known, with its backslash. */
  readonly unknown?: string;
}

const OPTIONS = { throwOnError: true, strict: false, trust: false, maxSize: [100, 100], maxExpand: 10_000 };

/** More than any formula has; temml takes the square of its depth, and its stack is not endless. */
const LONGEST = 20_000;
const DEEPEST = 60;
/** Elements of MathML in each other: commands without braces nest too. */
const DEEPEST_ELEMENTS = 120;

class TooDeep extends Error {}

/** @param display `block` for a formula on lines of its own. */
export function formulaOf(tex: string, display: "block" | "inline", macros: TexMacros = {}): Formula {
  const limit = limitFault(tex);
  if (limit) return { fault: limit };
  const known = knownEnvironments(tex);
  try {
    const root = renderTree(known.tex, {
      ...OPTIONS,
      macros: { ...macros },
      displayMode: display === "block",
    });
    root.attributes = { ...root.attributes, alttext: tex.trim() };
    tidy(root, 0);
    return { mathml: root.toMarkup() };
  } catch (error) {
    const fault = faultOf(error as Error & { position?: number });
    return { fault: { ...fault, at: known.placeOf(fault.at) } };
  }
}

function limitFault(tex: string): TexFault | undefined {
  if (tex.length > LONGEST) return { reason: `it is longer than ${LONGEST} characters`, at: LONGEST };
  let depth = 0;
  for (const { 0: token, index } of tex.matchAll(/\\(?:left|right|begin|end)(?![a-zA-Z])|\\[\s\S]|[{}]/g)) {
    if (/^(?:\{|\\left|\\begin)$/.test(token)) depth += 1;
    else if (/^(?:\}|\\right|\\end)$/.test(token)) depth -= 1;
    if (depth > DEEPEST) return { reason: TOO_DEEP, at: index };
  }
  return undefined;
}

const NO_REFERENCE = "`\\ref` and `\\eqref` lead nowhere; refer to formulas in the text, by `@eq-…`";
const TOO_MUCH = "a macro calls itself, or its macros stand for too much";
const TOO_DEEP = "its parts are nested too deeply";

function tidy(node: MathNode, depth: number): void {
  if (depth > DEEPEST_ELEMENTS) throw new TooDeep(TOO_DEEP);
  const { attributes, style } = node;
  // `mrow` has none of these in MathML 3; `mstyle` is the same with them.
  if (node.type === "mrow" && SIZES.some((name) => attributes?.[name] !== undefined)) node.type = "mstyle";
  // An operator of several parts (`\mathop{\arg\min}`): an element of letters holds no others.
  if (node.type === "mo" && node.children?.some(({ type }) => type !== undefined && type !== "text")) {
    node.type = "mrow";
    node.attributes = {};
  }
  for (const name of Object.keys(style ?? {})) {
    const written = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!STYLE_PROPERTIES.has(written)) delete style![name];
  }
  // Beside an arrow of a diagram temml leaves something else than children.
  if (!Array.isArray(node.children)) return;
  node.children = node.children.filter((child) => !isPlaceOfNumber(child));
  for (const child of node.children) tidy(child, depth + 1);
  node.children = node.children.map(withSizesAround);
}

const SIZES = ["scriptlevel", "displaystyle"];
/** Elements that may say these themselves (MathML 3, 3.1.6). */
const SIZED = new Set(["math", "mstyle", "mtable"]);

/** An element whose size is said around it, where it may not say it. */
function withSizesAround(node: MathNode): MathNode {
  const { attributes = {}, type } = node;
  const said = SIZES.filter((name) => attributes[name] !== undefined);
  if (said.length === 0 || SIZED.has(type)) return node;
  const around = Object.fromEntries(said.map((name) => [name, attributes[name]!]));
  for (const name of said) delete attributes[name];
  const style: MathNode = Object.create(Object.getPrototypeOf(node));
  return Object.assign(style, {
    type: "mstyle",
    attributes: around,
    style: {},
    classes: [],
    children: [node],
  });
}

/** temml leaves the numbers of lines to a counter of its styles. Here numbers are those of ids. */
function isPlaceOfNumber({ classes }: MathNode): boolean {
  if (classes?.includes("tml-ref")) throw new Error(NO_REFERENCE);
  return classes?.includes("tml-eqn") === true;
}

const UNKNOWN = /^(?:Unsupported function name|Undefined control sequence): (\\\S+)/;

/** temml quotes the formula after its reason; the diagnostic has a place instead. */
function faultOf(error: Error & { position?: number }): TexFault {
  // Of the stack, or a string that is too long.
  if (error instanceof RangeError) return { reason: TOO_DEEP, at: 0 };
  if (error instanceof TooMuch || error.message.trim().startsWith("Too many expansions"))
    return { reason: TOO_MUCH, at: 0 };
  const reason = error.message.replace(/ at (?:position \d+|end of input):[\s\S]*$/, "").trim();
  const at = error.position ?? 0;
  const unknown = UNKNOWN.exec(reason)?.[1];
  return unknown === undefined ? { reason, at } : { reason: `\`${unknown}\` is not known`, at, unknown };
}
