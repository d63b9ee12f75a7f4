/**
 * Code fences with attributes, and listings: fences with a caption.
 *
 * The information after a fence is a language (`rust`, mdBook's `rust,ignore`), an attribute
 * list whose first class is the language (`{.rust #lst-x}`), or both. With a `caption` (Quarto
 * says `lst-cap`) the code becomes a figure of class `listing`. The class `numberLines` asks for
 * line numbers, `startFrom` says which one is the first, as in Pandoc.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { lineContentStart } from "../../source.js";
import { contextOf, reportAt } from "../context.js";
import { type AttributeList, applyAttributes, readAttributeList } from "./attribute-list.js";

const CAPTIONS = ["caption", "lst-cap"];
/** Pandoc's name for numbered lines, and what other programs call it. */
const NUMBERED = "numberLines";
const ALSO_NUMBERED = new Set(["number-lines", "line-numbers"]);
const START = "startfrom";

export function listing(md: MarkdownIt): void {
  md.core.ruler.after("block", "listing", readFences);
}

function readFences(state: StateCore): void {
  if (!state.tokens.some(({ info }) => info.includes("{"))) {
    for (const token of state.tokens) if (token.type === "fence") token.info = languageOf(token.info);
    return;
  }
  state.tokens = state.tokens.flatMap((token) =>
    token.type === "fence" ? readFence(state, token) : [token],
  );
}

function readFence(state: StateCore, fence: Token): Token[] {
  const info = fence.info.trim();
  const brace = info.indexOf("{");
  const list = brace < 0 ? undefined : readAttributeList(info, brace);
  fence.info = languageOf(list ? info.slice(0, brace) : info);
  if (list?.end !== info.length) return [fence];
  const classes = list.classes.map((name) => (ALSO_NUMBERED.has(name) ? NUMBERED : name));
  const first = classes.find((name) => name !== NUMBERED);
  const isLanguage = fence.info === "" && first !== undefined;
  if (isLanguage) {
    fence.info = first;
    classes.splice(classes.indexOf(first), 1);
  }
  applyAttributes({ ...list, classes, pairs: checkStart(state, fence, list.pairs) }, fence);
  return frame(state, fence);
}

/** A first number that is none is left out: lines are then counted from 1. */
function checkStart(state: StateCore, fence: Token, pairs: AttributeList["pairs"]): AttributeList["pairs"] {
  const start = pairs.find(([name]) => name === START)?.[1];
  if (start === undefined || /^\d{1,7}$/.test(start)) return pairs;
  const context = contextOf(state.env);
  const message = `\`startFrom\` is \`${start}\`, which is no line number; lines are counted from 1`;
  const at = lineContentStart(context.source, fence.map?.[0] ?? 0);
  reportAt(context, "bad-line-number", message, at, 'write a whole number: `startFrom="10"`');
  return pairs.filter(([name]) => name !== START);
}

/** The first word, as mdBook has it; `{python}` counts as the word inside. */
function languageOf(info: string): string {
  return /^\s*\{?([^\s,{}]*)/.exec(info)![1]!;
}

function frame(state: StateCore, fence: Token): Token[] {
  const caption = takeCaption(fence);
  if (caption === undefined) return [fence];
  const block = (type: string, tag: string, nesting: -1 | 0 | 1) =>
    Object.assign(new state.Token(type, tag, nesting), { block: true, map: nesting < 0 ? null : fence.map });
  const figure = block("figure_open", "figure", 1);
  figure.attrSet("class", "listing");
  const id = fence.attrGet("id");
  if (id !== null) figure.attrSet("id", id);
  fence.attrs = fence.attrs?.filter(([name]) => name !== "id") ?? null;
  const text = Object.assign(block("inline", "", 0), { content: caption, children: [] });
  return [
    figure,
    block("figcaption_open", "figcaption", 1),
    text,
    block("figcaption_close", "figcaption", -1),
    fence,
    block("figure_close", "figure", -1),
  ];
}

function takeCaption(fence: Token): string | undefined {
  const caption = fence.attrs?.find(([name]) => CAPTIONS.includes(name))?.[1];
  fence.attrs = fence.attrs?.filter(([name]) => !CAPTIONS.includes(name)) ?? null;
  return caption === undefined || caption === "" ? undefined : String(caption);
}
