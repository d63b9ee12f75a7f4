/**
 * Turns TeX into MathML Core, by temml.
 *
 * What temml writes is brought to what an EPUB may hold: attributes where the schema of MathML 3
 * has them, and only styles that the manuscript may have itself.
 */
import { STYLE_PROPERTIES } from "../../../tree/allowed.js";
import { REFERENCE_MARK } from "./commands.js";
import { knownEnvironments } from "./environments.js";
import type { Expansion } from "./expansion.js";
import { labelsIn } from "./labels.js";
import { settleNumbers } from "./row-numbers.js";
import { type MathNode, renderTree, TOO_MANY_EXPANSIONS } from "./temml.js";

/** By their names with the backslash. */
export type TexMacros = Readonly<Record<string, Expansion>>;

export type Formula =
  | { readonly mathml: string /** What its tag says, as MathML. */; readonly tag?: string }
  | { readonly fault: TexFault };

export interface TexFault {
  /** What is wrong, as a part of a sentence. */
  readonly reason: string;
  /** Offset in the TeX. */
  readonly at: number;
  /** The command that is not known, with its backslash. */
  readonly unknown?: string;
  /** True where macros were the trouble: other formulas that have them are in the same. */
  readonly isEndless?: boolean;
}

/** Calls of macros in one formula, those of temml among them. */
const MOST_CALLS = 10_000;

const OPTIONS = { throwOnError: true, strict: false, trust: false, maxSize: [100, 100] };

/** More than any formula has; temml takes the square of its depth, and its stack is not endless. */
const LONGEST = 20_000;
const DEEPEST = 60;
/** Elements of MathML in each other: commands without braces nest too. */
const DEEPEST_ELEMENTS = 120;

class TooDeep extends Error {}

/**
 * @param display `block` for a formula on lines of its own.
 * @param calls of macros that it may have.
 */
export function formulaOf(
  tex: string,
  display: "block" | "inline",
  macros: TexMacros = {},
  calls = MOST_CALLS,
): Formula {
  const limit = limitFault(tex);
  if (limit) return { fault: limit };
  const known = knownEnvironments(tex, display);
  try {
    const root = renderTree(known.tex, {
      ...OPTIONS,
      macros: { ...macros },
      displayMode: display === "block",
      maxExpand: calls,
    });
    root.attributes = { ...root.attributes, alttext: tex.trim() };
    const tag = settleNumbers(root, labelsIn(tex));
    tidy(root, 0);
    if (tag !== undefined) tidy(tag, 0);
    return { mathml: root.toMarkup(), ...(tag === undefined ? {} : { tag: tag.toMarkup() }) };
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
  node.children = node.children.map(withReferences);
  for (const child of node.children) tidy(child, depth + 1);
  node.children = node.children.map(withSizesAround);
}

/** The parts of a text that names other formulas, whose numbers `compose/references.ts` knows. */
function withReferences(node: MathNode): MathNode {
  const text = node.type === "mtext" ? (node.children ?? []).map(({ text = "" }) => text).join("") : "";
  if (!text.includes(REFERENCE_MARK)) return node;
  const children = text.split(REFERENCE_MARK).map((part, index): MathNode => {
    const [shown, attributes] =
      index % 2 === 0
        ? [part, {}]
        : [`\\ref{${part}}`, { "data-reference": part, "data-reference-form": "number" }];
    return like(node, "mtext", attributes, [
      Object.assign(like(node.children![0]!, "text", {}, []), { text: shown }),
    ]);
  });
  return like(
    node,
    "mrow",
    {},
    children.filter(({ children }) => children![0]!.text !== ""),
  );
}

/** Another node of the kind of one. */
function like(
  node: MathNode,
  type: string,
  attributes: Record<string, string>,
  children: MathNode[],
): MathNode {
  const made: MathNode = Object.create(Object.getPrototypeOf(node));
  return Object.assign(made, { type, attributes, style: {}, classes: [], children });
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
  return like(node, "mstyle", around, [node]);
}

const UNKNOWN = /^(?:Unsupported function name|Undefined control sequence): (\\\S+)/;

/** temml quotes the formula after its reason; the diagnostic has a place instead. */
function faultOf(error: Error & { position?: number }): TexFault {
  // Of the stack, or a string that is too long.
  if (error instanceof RangeError) return { reason: TOO_DEEP, at: 0 };
  if (error.message.trim().startsWith(TOO_MANY_EXPANSIONS))
    return { reason: TOO_MUCH, at: 0, isEndless: true };
  // Of what it cannot read temml says where it is; this it has not foreseen.
  if (error instanceof TypeError) return { reason: "something is missing in it", at: 0 };
  const reason = error.message.replace(/ at (?:position \d+|end of input):[\s\S]*$/, "").trim();
  const at = error.position ?? 0;
  const unknown = UNKNOWN.exec(reason)?.[1];
  return unknown === undefined ? { reason, at } : { reason: `\`${unknown}\` is not known`, at, unknown };
}
