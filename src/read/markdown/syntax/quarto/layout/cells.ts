/** The blocks of a div that stand side by side, and what stands above them: code whose results they are. */
import type { StateCore, Token } from "markdown-it";
import { inlineToken } from "../../block-token.js";
import { pushTokens } from "../../push-tokens.js";
import { classesOf } from "../div.js";

export interface Cell {
  readonly tokens: readonly Token[];
  /** In percent of the row, when the block says it. */
  readonly width?: number;
}

export interface Cells {
  readonly above: readonly Token[];
  readonly cells: readonly Cell[];
}

const WORDS = String.raw`\[(?:\\.|\[[^\]\n]*\]|[^[\]\\\n])*\]`;
const IMAGE = String.raw`!${WORDS}\((?:<[^<>\n]*>)?[^)\n]*\)(?:\{[^}\n]*\})?`;
const IMAGES_ALONE = new RegExp(String.raw`^${IMAGE}(?:[ \t]*\n[ \t]*${IMAGE})*$`);
const WIDTH = /\bwidth="?(\d+(?:\.\d+)?)%"?/;
/** Stands above the others, where it is read first. */
const ABOVE = /^(?:cell-code|cell-output-stderr|filename)$/;

/** True for the text of a paragraph that holds pictures alone. */
export function isPictures(text: string): boolean {
  return IMAGES_ALONE.test(text.trim());
}

export function cellsOf(content: readonly Token[], state: StateCore): Cells {
  const above: Token[] = [];
  const cells: Cell[] = [];
  let heading: readonly Token[] = [];
  for (const block of blocksOf(content).flatMap(unwrapped)) {
    const [first] = block;
    if (isAbove(first!)) pushTokens(above, block);
    // A heading is the title of what follows it.
    else if (first!.type === "heading_open") heading = [...heading, ...block];
    else {
      for (const cell of cellsIn(block, state)) {
        cells.push({ ...cell, tokens: [...heading, ...cell.tokens] });
        heading = [];
      }
    }
  }
  return { above, cells: heading.length > 0 ? [...cells, { tokens: heading }] : cells };
}

function isAbove(token: Token): boolean {
  return token.type === "html_block" || classesOf(token).some((name) => ABOVE.test(name));
}

/** Blocks with all that they contain. */
export function blocksOf(content: readonly Token[]): (readonly Token[])[] {
  const blocks: Token[][] = [];
  let depth = 0;
  for (const token of content) {
    if (depth === 0) blocks.push([token]);
    else blocks.at(-1)!.push(token);
    depth += token.nesting;
  }
  return blocks;
}

/** Results of code that are several blocks. */
function unwrapped(block: readonly Token[]): readonly (readonly Token[])[] {
  const isResult = classesOf(block[0]!).includes("cell-output-display");
  return isResult && block[0]!.tag === "div" ? blocksOf(block.slice(1, -1)) : [block];
}

/** Pictures that stand below each other in one paragraph are several. */
function cellsIn(block: readonly Token[], state: StateCore): readonly Cell[] {
  const [open, inline, close] = block;
  const text = open!.type === "paragraph_open" ? inline!.content.trim() : "";
  if (!isPictures(text)) return [{ tokens: block }];
  return text.split("\n").map((line, index) => {
    const map: Token["map"] = open!.map ? [open!.map[0] + index, open!.map[0] + index + 1] : null;
    const width = WIDTH.exec(line)?.[1];
    const own = inlineToken(
      state,
      line
        .trim()
        .replace(WIDTH, "")
        .replace(/\{\s*\}$/, ""),
      map,
    );
    const paragraph = Object.assign(new state.Token("paragraph_open", "p", 1), { ...open, map });
    return { tokens: [paragraph, own, close!], ...(width === undefined ? {} : { width: Number(width) }) };
  });
}
