/**
 * Definition lists, as in Pandoc, by markdown-it-deflist.
 *
 * Only `: Caption {#tbl-x}` is no definition: it is the caption of the table that follows,
 * even when the paragraph before it could be read as a term.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import deflist from "markdown-it-deflist";
import { readTrailingAttributeList } from "./attribute-list.js";

export function definitionList(md: MarkdownIt): void {
  md.use(deflist);
  const read = md.block.ruler.getRules("").find((rule) => rule.name === "deflist")!;
  md.block.ruler.at(
    "deflist",
    (state, line, endLine, silent) =>
      !isTermBeforeCaption(state, line, endLine) && read(state, line, endLine, silent),
    { alt: ["paragraph", "reference", "blockquote"] },
  );
}

function isTermBeforeCaption(state: StateBlock, line: number, endLine: number): boolean {
  let next = line + 1;
  if (next < endLine && state.isEmpty(next)) next++;
  if (next >= endLine) return false;
  const start = state.bMarks[next]! + state.tShift[next]!;
  if (state.src.charCodeAt(start) !== 0x3a) return false;
  const list = readTrailingAttributeList(state.src.slice(start, state.eMarks[next]).trimEnd());
  return list?.id?.startsWith("tbl-") ?? false;
}
