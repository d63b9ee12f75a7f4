/** Sets the units of a script in lines, as if a page had no end. */
import { DUAL_WIDTHS, MEASURES } from "./measures.js";
import type { Block, DualBlock } from "./pages.js";
import { type Paragraph, type Speech, wordsOf } from "./units.js";
import { wrap } from "./wrap.js";

export function setParagraph(paragraph: Paragraph): Block {
  const { width, above } = MEASURES[paragraph.kind];
  return { kind: paragraph.kind, paragraph, above, lines: wrap(wordsOf(paragraph), width) };
}

/** @param added what the page says behind the name. */
export function setCue({ cue }: Speech, added: string | undefined): Block {
  const block = setParagraph(cue);
  return added === undefined ? block : { ...block, added };
}

export function setDual(speeches: readonly [Speech, Speech]): DualBlock {
  const column = ({ cue, parts }: Speech): Block[] => [cue, ...parts].map(setNarrow);
  return {
    kind: "dual",
    above: MEASURES.character.above,
    columns: [column(speeches[0]), column(speeches[1])],
  };
}

function setNarrow(paragraph: Paragraph): Block {
  const { kind } = paragraph;
  const width = kind === "character" || kind === "parenthetical" ? DUAL_WIDTHS.cue : DUAL_WIDTHS.words;
  return { kind, paragraph, above: 0, lines: wrap(wordsOf(paragraph), width) };
}
