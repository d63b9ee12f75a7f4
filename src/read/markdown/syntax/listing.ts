/**
 * Code fences with attributes, and listings: fences with a caption.
 *
 * The information after a fence is a language (`rust`, mdBook's `rust,ignore`), an attribute
 * list whose first class is the language (`{.rust #lst-x}`), or both. With a `caption` (Quarto
 * says `lst-cap`) the code becomes a figure of class `listing`. The class `numberLines` asks for
 * line numbers, `startFrom` says which one is the first, as in Pandoc. A `title` is the name of a file,
 * which stands above the code; `code/fence-info.ts` reads what tools write without braces. Lines that are pointed
 * out are attributes of the block (`code/marked-lines.ts`).
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { lineContentStart } from "../../source.js";
import { contextOf, reportAt } from "../context.js";
import { type AttributeList, applyAttributes, readAttributeList } from "./attribute-list.js";
import { blockOfText, closeBlock, openBlock } from "./block-token.js";
import { type FenceInfo, readFenceInfo } from "./code/fence-info.js";
import { readMagicComments } from "./code/magic-comments.js";
import { lineNumbersIn, setLineMarks } from "./code/marked-lines.js";

const CAPTIONS = ["caption", "lst-cap"];
/** Pandoc's name for numbered lines, and what other programs call it. */
const NUMBERED = "numberLines";
const ALSO_NUMBERED = new Set(["number-lines", "line-numbers"]);
const START = "startfrom";
/** Names for what is written above the code. */
const TITLES = new Set(["title", "filename"]);
/** Names for the lines that are pointed out. */
const MARKED = new Set(["hl_lines", "emphasize-lines"]);

export function listing(md: MarkdownIt): void {
  md.core.ruler.after("block", "listing", readFences);
}

function readFences(state: StateCore): void {
  if (!state.tokens.some(({ type }) => type === "fence")) return;
  state.tokens = state.tokens.flatMap((token) =>
    token.type === "fence" ? readFence(state, token) : [token],
  );
}

function readFence(state: StateCore, fence: Token): Token[] {
  const info = fence.info.trim();
  const { code, marks } = readMagicComments(fence.content);
  fence.content = code;
  const brace = info.indexOf("{");
  const list = brace < 0 ? undefined : readAttributeList(info, brace);
  const { title, marked = "" } =
    list?.end === info.length && !isSettings(list)
      ? readList(state, fence, info.slice(0, brace), list)
      : readInfo(fence, info);
  const lines = lineNumbersIn(marked, code.split("\n").length - 1);
  setLineMarks(fence, new Map([...lines.map((line) => [line, "marked"] as const), ...marks]));
  const titled = title === undefined ? [fence] : [...fileName(state, fence, title), fence];
  return frame(state, fence, titled);
}

/** Settings of Hugo, `{linenos=true}`, are no attributes. */
function isSettings({ id, classes, pairs }: AttributeList): boolean {
  const isOne = ([name]: readonly [string, string]) => /^(?:linenos|hl_lines|linenostart)$/.test(name);
  return id === undefined && classes.length === 0 && pairs.every(isOne);
}

type SaidOfCode = Pick<FenceInfo, "title" | "marked">;

function readInfo(fence: Token, info: string): SaidOfCode {
  const { language, firstNumber, isNumbered, ...said } = readFenceInfo(info);
  fence.info = language;
  if (isNumbered) fence.attrJoin("class", NUMBERED);
  if (isNumbered && firstNumber !== undefined) fence.attrSet(`data-${START}`, firstNumber);
  return said;
}

function readList(state: StateCore, fence: Token, before: string, list: AttributeList): SaidOfCode {
  fence.info = readFenceInfo(before).language;
  const classes = list.classes.map((name) => (ALSO_NUMBERED.has(name) ? NUMBERED : name));
  const first = classes.find((name) => name !== NUMBERED);
  if (fence.info === "" && first !== undefined) {
    fence.info = first;
    classes.splice(classes.indexOf(first), 1);
  }
  const title = list.pairs.find(([name]) => TITLES.has(name))?.[1];
  const marked = list.pairs.find(([name]) => MARKED.has(name))?.[1];
  const numbers = list.pairs.find(([name]) => name === "linenums")?.[1];
  if (numbers !== undefined && !classes.includes(NUMBERED)) classes.push(NUMBERED);
  const pairs = list.pairs.flatMap(([name, value]): (readonly [string, string])[] => {
    if (TITLES.has(name) || MARKED.has(name)) return [];
    return name === "linenums" ? [[START, value]] : [[name, value]];
  });
  applyAttributes({ ...list, classes, pairs: checkStart(state, fence, pairs) }, fence);
  return { ...(title ? { title } : {}), ...(marked === undefined ? {} : { marked }) };
}

/** The name of a file above its code, as it is written. */
function fileName(state: StateCore, { map }: Token, title: string): Token[] {
  // No block: its text begins on its line.
  const open = Object.assign(new state.Token("paragraph_open", "p", 1), { map });
  open.attrSet("class", "filename");
  const text = Object.assign(new state.Token("plain_text", "", 0), { map, content: title });
  return [open, text, closeBlock(state, "p")];
}

/** A first number that is none is left out: lines are then counted from 1. */
function checkStart(state: StateCore, fence: Token, pairs: AttributeList["pairs"]): AttributeList["pairs"] {
  const start = pairs.find(([name]) => name === START)?.[1];
  if (start === undefined || /^\d{1,7}$/.test(start)) return pairs;
  const context = contextOf(state.env);
  const message = `\`startFrom\` is \`${start}\`, which is not a line number; lines are counted from 1`;
  const at = lineContentStart(context.source, fence.map?.[0] ?? 0);
  reportAt(context, "bad-line-number", message, at, 'Write a whole number: `startFrom="10"`');
  return pairs.filter(([name]) => name !== START);
}

/** @param titled the fence, with what stands above it. */
function frame(state: StateCore, fence: Token, titled: readonly Token[]): Token[] {
  const caption = takeCaption(fence);
  if (caption === undefined) return [...titled];
  const figure = openBlock(state, "figure", fence.map);
  figure.attrSet("class", "listing");
  const id = fence.attrGet("id");
  if (id !== null) figure.attrSet("id", id);
  fence.attrs = fence.attrs?.filter(([name]) => name !== "id") ?? null;
  return [
    figure,
    ...blockOfText(state, "figcaption", caption, fence.map),
    ...titled,
    closeBlock(state, "figure"),
  ];
}

function takeCaption(fence: Token): string | undefined {
  const caption = fence.attrs?.find(([name]) => CAPTIONS.includes(name))?.[1];
  fence.attrs = fence.attrs?.filter(([name]) => !CAPTIONS.includes(name)) ?? null;
  return caption === undefined || caption === "" ? undefined : String(caption);
}
