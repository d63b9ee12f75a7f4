/**
 * Turns TeX into MathML Core, by temml.
 *
 * What temml writes is brought to what an EPUB may hold: attributes where the schema of MathML 3
 * has them, and only styles that the manuscript may have itself.
 */
import temml from "temml";
import { STYLE_PROPERTIES } from "../tree/allowed.js";

export type Formula = { readonly mathml: string } | { readonly fault: TexFault };

export interface TexFault {
  /** What is wrong, as a part of a sentence. */
  readonly message: string;
  /** Offset in the TeX. */
  readonly at: number;
}

/** The parts of temml's tree that are changed here. */
interface MathNode {
  type: string;
  attributes?: Record<string, string>;
  style?: Record<string, string>;
  children?: MathNode[];
  toMarkup(): string;
}

const OPTIONS = { throwOnError: true, strict: false, trust: false, maxSize: [100, 100], maxExpand: 1000 };

/** @param display `block` for a formula on lines of its own. */
export function formulaOf(tex: string, display: "block" | "inline"): Formula {
  try {
    const root = renderTree(tex, { ...OPTIONS, displayMode: display === "block" });
    root.attributes = { ...root.attributes, alttext: tex.trim() };
    tidy(root);
    return { mathml: root.toMarkup() };
  } catch (error) {
    return { fault: faultOf(error as Error & { position?: number }) };
  }
}

/** Its types name it without the underscores. */
const { __renderToMathMLTree: renderTree } = temml as unknown as {
  __renderToMathMLTree: (tex: string, options: object) => MathNode;
};

function tidy(node: MathNode): void {
  const { attributes, style } = node;
  // `mrow` has neither of the two in MathML 3; `mstyle` is the same with them.
  if (node.type === "mrow" && (attributes?.scriptlevel ?? attributes?.displaystyle) !== undefined) {
    node.type = "mstyle";
  }
  for (const name of Object.keys(style ?? {})) {
    const written = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!STYLE_PROPERTIES.has(written)) delete style![name];
  }
  for (const child of node.children ?? []) tidy(child);
}

/** temml quotes the formula after its message; the diagnostic has a place instead. */
function faultOf(error: Error & { position?: number }): TexFault {
  const message = error.message.replace(/ at (?:position \d+|end of input):[\s\S]*$/, "").trim();
  return { message, at: error.position ?? 0 };
}
