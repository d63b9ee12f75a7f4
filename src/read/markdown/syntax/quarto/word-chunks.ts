/** Chunks that hold words and no code: theorems and blocks of bookdown, `{theorem, pyth, name="…"}`, `{block, type="note"}`. */
import type { StateCore, Token } from "markdown-it";
import { THEOREM_KINDS } from "../../../../model/reference-kinds.js";
import { closeBlock, openBlock } from "../block-token.js";
import { blocksWithin } from "../blocks-within.js";
import type { Chunk } from "./chunk-options.js";

const BLOCK = /^(?:block2?|proof|asis)$/;

/** @returns a div with the text, which later rules read on. */
export function wordsOfChunk(
  { engine, options, code, skipped }: Chunk,
  fence: Token,
  state: StateCore,
): readonly Token[] | undefined {
  const isTheorem = Object.values(THEOREM_KINDS).some((kind) => kind === engine);
  if (!isTheorem && !BLOCK.test(engine)) return undefined;
  const open = openBlock(state, "div", fence.map);
  const type = options.get("type");
  const name = options.get("name");
  const label = options.get("label");
  if (engine !== "asis") open.attrSet("class", type ?? engine);
  if (isTheorem && label !== undefined) open.attrSet("id", label);
  if (isTheorem && name !== undefined) open.attrSet("data-name", name);
  return [open, ...blocksWithin(state, code, fence.map![0] + 1 + skipped), closeBlock(state, "div")];
}
