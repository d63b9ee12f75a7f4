/**
 * The blocks of Leanpub's Markdown and of Markua that have a letter before each line: `A> aside`, `W> warning`,
 * `T> tip`, `E> error`, `D> discussion`, `Q> question`, `I> information`, `X> exercise`, `B> blurb`, `C> centred`.
 *
 * A heading that comes first is the title of the block.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { blocksWithin } from "../blocks-within.js";
import { closeCallout, openCallout } from "../callout/tokens.js";
import { lineText } from "../line-text.js";
import { takeAttributes } from "./attribute-lines.js";

const LINE = /^([ABCDEIQTWX])>(?:[ \t](.*))?$/;
const HEADING = /^#{1,6}[ \t]+(.*?)[ \t]*#*$/;

/** Kinds of callouts by letter; the others are divs of a class. */
const CALLOUTS: ReadonlyMap<string, string> = new Map([
  ["D", "discussion"],
  ["E", "error"],
  ["I", "info"],
  ["Q", "question"],
  ["T", "tip"],
  ["W", "warning"],
  ["X", "exercise"],
]);
const DIVS: ReadonlyMap<string, string> = new Map([
  ["A", "aside"],
  ["B", "note"],
  ["C", "center"],
]);
/** What `{class: warning}` makes of a blurb. */
const BLURBS = new Set(["warning", "tip", "error", "discussion", "question", "information", "exercise"]);

export function aside(md: MarkdownIt): void {
  md.block.ruler.before("fence", "leanpub_aside", readAside, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function readAside(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const letter = LINE.exec(lineText(state, line))?.[1];
  if (letter === undefined) return false;
  if (silent) return true;
  const lines: string[] = [];
  let end = line;
  for (; end < endLine; end++) {
    const [, next, words = ""] = LINE.exec(lineText(state, end)) ?? [];
    if (next !== letter) break;
    lines.push(words);
  }
  pushBlock(state, letter, lines, line);
  state.line = end;
  return true;
}

function pushBlock(state: StateBlock, letter: string, lines: readonly string[], line: number): void {
  const attributes = takeAttributes(state);
  const blurb = attributes.get("class") ?? "";
  const kind =
    letter === "B" && BLURBS.has(blurb) ? blurb.replace("information", "info") : CALLOUTS.get(letter);
  const title = HEADING.exec(lines[0] ?? "")?.[1] ?? "";
  const [first, ...others] = openCallout(state, { kind: kind ?? "note", title }, line);
  if (kind === undefined) first!.attrSet("class", DIVS.get(letter)!);
  const id = attributes.get("id");
  if (id !== undefined) first!.attrSet("id", id);
  const skipped = title === "" ? 0 : 1;
  const within: Token[] = blocksWithin(state, lines.slice(skipped).join("\n"), line + skipped);
  state.tokens.push(first!, ...others, ...within, closeCallout(state));
}
