/**
 * Definition lists, as in Pandoc, by markdown-it-deflist.
 *
 * Only `: Caption {#tbl-x}` is no definition: it is the caption of the table that follows,
 * even when the paragraph before it could be read as a term. Nor is a mark alone, which says nothing of a term.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import deflist from "markdown-it-deflist";
import { readTrailingAttributeList } from "./attribute-list.js";
import { lineText } from "./line-text.js";

export function definitionList(md: MarkdownIt): void {
  md.use(deflist);
  const read = md.block.ruler.getRules("").find((rule) => rule.name === "deflist")!;
  md.block.ruler.at(
    "deflist",
    (state, line, endLine, silent) =>
      !isNoDefinition(state, line + 1, endLine) && read(state, line, endLine, silent),
    { alt: ["paragraph", "reference", "blockquote"] },
  );
}

/** What stands below a term, after one blank line at most. */
function isNoDefinition(state: StateBlock, below: number, endLine: number): boolean {
  const line = below < endLine && state.isEmpty(below) ? below + 1 : below;
  if (line >= endLine) return false;
  const text = lineText(state, line).trimEnd();
  if (text === ":" || text === "~") return line + 1 >= endLine || state.isEmpty(line + 1);
  return text.startsWith(":") && (readTrailingAttributeList(text)?.id?.startsWith("tbl-") ?? false);
}
