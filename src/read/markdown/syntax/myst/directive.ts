/**
 * Directives of MyST and Sphinx, between fences or colons: callouts, figures, code, tables, formulas, tabs.
 * Of one that nobody knows what it holds is read as text, and its name is told once.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { contextOf, lineStart, reportAt } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { tokenizeLines } from "../regions/blocks.js";
import { type DirectiveText, directiveAt } from "./directive-text.js";
import { MEANINGS } from "./meanings.js";

export function directive(md: MarkdownIt): void {
  md.block.ruler.before("fenced_div", "myst_directive", readDirective, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function readDirective(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const found = directiveAt(state, line, endLine);
  if (found === undefined) return false;
  if (silent) return true;
  const meaning = MEANINGS.get(found.name.toLowerCase().replace(/^(?:myst|docutils|prf|proof):/, ""));
  if (meaning === undefined) tellUnknown(state, found, line);
  const { open = [], close = [], holds = "blocks" } = meaning?.(state, found, line) ?? {};
  state.tokens.push(...open);
  if (holds === "blocks") tokenizeLines(state, found.first, found.end);
  state.tokens.push(...close);
  state.line = found.next;
  if (!found.isClosed) tellUnclosed(state, line);
  return true;
}

function tellUnknown(state: StateBlock, { name }: DirectiveText, line: number): void {
  const context = contextOf(state.env);
  const message = `The directive \`{${name}}\` is not followed; what it contains is kept`;
  const at = lineStart(context, line);
  reportOnce(context, "unsupported-directive", `{${name}}`, message, at, "Write what it stands for");
}

function tellUnclosed(state: StateBlock, line: number): void {
  const context = contextOf(state.env);
  const at = lineStart(context, line);
  reportAt(
    context,
    "unclosed-div",
    "This directive is never closed",
    at,
    "End it with a line like its first, without the name",
  );
}
