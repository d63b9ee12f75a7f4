/** Headings of parts of Leanpub, `-# Part`. */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { lineText } from "../line-text.js";

export function partHeading(md: MarkdownIt): void {
  md.block.ruler.before("fence", "leanpub_part", readPart, { alt: ["paragraph", "reference"] });
}

function readPart(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const title = /^-#[ \t]+(.*?)[ \t]*$/.exec(lineText(state, line))?.[1];
  if (title === undefined) return false;
  if (silent) return true;
  const map: [number, number] = [line, line + 1];
  Object.assign(state.push("heading_open", "h1", 1), { map, markup: "#" });
  Object.assign(state.push("inline", "", 0), { map, content: title, children: [] });
  state.push("heading_close", "h1", -1).markup = "#";
  state.line = line + 1;
  return true;
}
