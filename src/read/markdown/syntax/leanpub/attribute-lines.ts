/**
 * Lines in braces of Leanpub: `{pagebreak}`, `{sample: true}`, `{mainmatter}`, `{class: warning}`,
 * `{title="Low water", lang=ruby}`, `{#id}`. They say something of the book, or of the block that follows.
 */
import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { pushPageBreak } from "../tex/page-break.js";

/** Of the book: its parts come from its list of files, and all of it is published. */
const OF_BOOK =
  /^\{(?:frontmatter|mainmatter|backmatter|sample:[^{}]*|book:[^{}]*|full(?:-section|-bleed)?[^{}]*|pagebreak|newpage|exercise|quiz[^{}]*|course[^{}]*)\}$/;
const PAGE_BREAK = /^\{(?:pagebreak|newpage)\}$/;
/** Blanks are taken in one way only: in several, each item would double the time that it takes to find a line no list. */
const ONE = String.raw`(?:#[\w:.-]+[ \t]*|[\w-]+[ \t]*[:=](?:[ \t]*"[^"]*"[ \t]*|[^,{}"]+))`;
const LIST = new RegExp(String.raw`^\{[ \t]*${ONE}(?:,[ \t]*${ONE})*\}$`);
const ITEM = /#([\w:.-]+)|([\w-]+)[ \t]*[:=][ \t]*(?:"([^"]*)"|([^,{}"]+))/g;

type Attributes = ReadonlyMap<string, string>;

const NONE: Attributes = new Map();
const HELD = "leanpub_attributes";

export function attributeLines(md: MarkdownIt): void {
  md.block.ruler.before("fence", HELD, readLine, { alt: ["paragraph", "reference"] });
  md.core.ruler.after("block", HELD, applyHeld);
}

function readLine(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (state.src.charCodeAt(start) !== 0x7b) return false;
  const text = state.src.slice(start, state.eMarks[line]).trim();
  const isOfBook = OF_BOOK.test(text);
  if (!isOfBook && !LIST.test(text)) return false;
  if (silent) return true;
  if (PAGE_BREAK.test(text)) pushPageBreak(state, line);
  else if (!isOfBook)
    Object.assign(state.push(HELD, "", 0), { meta: { attributes: attributesIn(text) }, hidden: true });
  state.line = line + 1;
  return true;
}

function attributesIn(text: string): Attributes {
  return new Map(
    [...text.matchAll(ITEM)].map(([, id, name, quoted, bare]) =>
      id === undefined ? [name!, (quoted ?? bare!).trim()] : ["id", id],
    ),
  );
}

/** The attributes of the line before, which are then no more held. */
export function takeAttributes(state: StateBlock): Attributes {
  if (state.tokens.at(-1)?.type !== HELD) return NONE;
  return attributesOf(state.tokens.pop()!);
}

function attributesOf({ meta }: Token): Attributes {
  return (meta as { attributes: Attributes }).attributes;
}

/** Gives what is held to the block that follows: code has a title and a language, all else an id and a class. */
function applyHeld(state: StateCore): void {
  if (!state.tokens.some(({ type }) => type === HELD)) return;
  let held: Attributes = NONE;
  state.tokens = state.tokens.filter((token) => {
    if (token.type === HELD) {
      held = new Map([...held, ...attributesOf(token)]);
      return false;
    }
    if (held.size > 0) apply(held, token);
    held = NONE;
    return true;
  });
}

function apply(held: Attributes, token: Token): void {
  const language = held.get("lang") ?? held.get("language") ?? held.get("format");
  const title = held.get("title") ?? held.get("caption");
  if (token.type === "fence" || token.type === "code_block") {
    Object.assign(token, { type: "fence", tag: "code" });
    const numbers = held.get("line-numbers") === "on" || held.get("line-numbers") === "true";
    const words = [
      language ?? token.info.trim(),
      title && `title="${title.replaceAll('"', "'")}"`,
      numbers && "linenums",
    ];
    token.info = words.filter(Boolean).join(" ");
    return;
  }
  const id = held.get("id");
  if (id !== undefined && token.attrGet("id") === null) token.attrSet("id", id);
  const name = held.get("class");
  if (name !== undefined && /^[\w-]+$/.test(name)) token.attrJoin("class", name);
}
