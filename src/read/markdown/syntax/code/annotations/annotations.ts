/**
 * Code annotations, as Quarto and MkDocs have them: marks at the ends of lines (`marks.ts`) that the ordered list
 * behind the listing explains. The marks become numbers that lead to the items of the list; where in the
 * code they stand is written on the fence, and `../../../../tree/annotate.ts` puts them in when it is coloured.
 *
 * https://quarto.org/docs/authoring/code-annotation.html
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { lineContentStart } from "../../../../source.js";
import { contextOf } from "../../../context.js";
import { reportOnce } from "../../../report-once.js";
import { type MarkedCode, readMarks } from "./marks.js";
import { type AnnotationStyle, annotationStyle, takeAnnotationStyle } from "./style.js";

interface Annotated extends MarkedCode {
  readonly fence: Token;
  readonly style: AnnotationStyle;
  /** Index of the token behind the listing, and all that frames it. */
  readonly end: number;
}

export function annotations(md: MarkdownIt): void {
  md.core.ruler.after("quarto_divs", "code_annotations", (state) => {
    const found = annotatedIn(state);
    if (found.length === 0) return;
    const left = new Set<Token>();
    // The last listing before a list is the one that it explains.
    const explained = new Map(found.map((each) => [each.end, each]));
    for (const each of found) annotate(each, explained.get(each.end) === each, state, left);
    if (left.size > 0) state.tokens = state.tokens.filter((token) => !left.has(token));
  });
}

function annotatedIn({ tokens, env }: StateCore): Annotated[] {
  const found: Annotated[] = [];
  const open: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.nesting === 1) open.push(token);
    if (token.nesting === -1) open.pop();
    if (token.type !== "fence") continue;
    const style = takeAnnotationStyle(token) ?? annotationStyle(contextOf(env).cells["code-annotations"]);
    const marked = style === "off" ? undefined : readMarks(token.content);
    if (marked) found.push({ ...marked, style, fence: token, end: endOf(tokens, index, framesOf(open)) });
  }
  return found;
}

/** How many blocks around a listing are its frame: a figure with its caption, the cell of a notebook with its results. */
function framesOf(open: readonly Token[]): number {
  const isFrame = (token: Token) =>
    token.tag === "figure" || / (?:cell|code-with-filename) /.test(` ${token.attrGet("class")} `);
  return open.length - 1 - open.findLastIndex((token) => !isFrame(token));
}

/** Behind the listing, or behind the innermost frame that a list follows. */
function endOf(tokens: readonly Token[], index: number, frames: number): number {
  let end = index + 1;
  for (let depth = frames; depth > 0 && !isList(tokens[end]); depth--) end = behindBlock(tokens, end);
  return end;
}

/** @param start of what is left of a block. */
function behindBlock(tokens: readonly Token[], start: number): number {
  let depth = 1;
  let end = start;
  while (depth > 0 && end < tokens.length) depth += tokens[end++]!.nesting;
  return end;
}

function isList(token: Token | undefined): boolean {
  return token?.type === "ordered_list_open";
}

function annotate(each: Annotated, isExplained: boolean, state: StateCore, left: Set<Token>): void {
  const { fence, style, code, marks, end } = each;
  const list = isExplained ? listAt(state.tokens, end) : [];
  const items = itemsOf(list);
  const numbers = [...new Set([...marks.values()].flat())];
  const isAbout = numbers.some((number) => items.has(number));
  if (style === "none" || isAbout) fence.content = code;
  else tell(each, "list", "has no numbered list below it: its marks stay as they are", state);
  if (style === "none" && isAbout) for (const token of list) left.add(token);
  if (style === "none" || !isAbout) return;
  const missing = numbers.find((number) => !items.has(number));
  if (missing !== undefined)
    tell(each, "item", `has the mark <${missing}>, which the list below it does not explain`, state);
  list[0]!.attrJoin("class", "annotations");
  const name = nameOf(state);
  const id = (number: number) => {
    const item = items.get(number);
    if (item?.attrGet("id") === null) item.attrSet("id", `${name}-${number}`);
    return item?.attrGet("id") ?? "";
  };
  const written = [...marks].flatMap(([line, all]) => all.map((number) => `${line}:${number}:${id(number)}`));
  fence.attrSet("data-annotations", written.join(" "));
}

/** The tokens of the ordered list that begins at an index; none when there is another block. */
function listAt(tokens: readonly Token[], start: number): readonly Token[] {
  return isList(tokens[start]) ? tokens.slice(start, behindBlock(tokens, start + 1)) : [];
}

/** The items of a list by their numbers. */
function itemsOf(list: readonly Token[]): ReadonlyMap<number, Token> {
  const items = new Map<number, Token>();
  let number = Number(list[0]?.attrGet("start") ?? 1);
  let depth = 0;
  for (const token of list) {
    if (token.type === "list_item_open" && depth === 1) items.set(number++, token);
    depth += token.nesting;
  }
  return items;
}

const counts = new WeakMap<object, number>();

/** `annotation-2` for the second annotated listing of a text. */
function nameOf({ env }: StateCore): string {
  const context = contextOf(env);
  const count = (counts.get(context) ?? 0) + 1;
  counts.set(context, count);
  return `annotation-${count}`;
}

/** A text that shows how annotations are written has marks, too. */
const SHOWS_SYNTAX = /^(?:markdown|md|qmd|quarto|rmd|mdx)$/i;

function tell({ fence, marks }: Annotated, kind: string, what: string, state: StateCore): void {
  if (SHOWS_SYNTAX.test(fence.info)) return;
  const context = contextOf(state.env);
  const line = (fence.map?.[0] ?? 0) + 1 + [...marks.keys()][0]!;
  reportOnce(
    context,
    "unexplained-annotation",
    kind,
    `A listing with annotations ${what}`,
    lineContentStart(context.source, line),
    "Write a list right below the code, an item for each number, or `code-annotations: false` for code that means itself",
  );
}
