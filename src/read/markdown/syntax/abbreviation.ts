/**
 * Abbreviations: `*[HTML]: Hypertext Markup Language` marks every `HTML` of the file.
 *
 * markdown-it-abbr reads the definitions. Marking is done here, in one pass over each text,
 * so that it stays linear and each piece keeps its place.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import abbr from "markdown-it-abbr";
import type { PlacedToken } from "../context.js";

/** What means something in a pattern (ECMA-262, `SyntaxCharacter`): with `u`, nothing else may be escaped. */
const SYNTAX = /[$()*+./?[\\\]^{|}]/g;

export function abbreviation(md: MarkdownIt): void {
  md.use(abbr);
  md.core.ruler.at("abbr_replace", markAbbreviations);
}

function markAbbreviations(state: StateCore): void {
  const found = state.env.abbreviations as Record<string, string> | undefined;
  if (!found) return;
  const titles = new Map(Object.entries(found).map(([key, title]) => [key.slice(1), title]));
  const longestFirst = [...titles.keys()].sort((a, b) => b.length - a.length);
  const terms = longestFirst.map((term) => term.replace(SYNTAX, "\\$&"));
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${terms.join("|")})(?![\p{L}\p{N}_])`, "gu");
  for (const token of state.tokens) {
    if (token.type !== "inline" || !token.children) continue;
    token.children = token.children.flatMap((child) =>
      child.type === "text" ? mark(state, child, pattern, titles) : [child],
    );
  }
}

function mark(
  state: StateCore,
  token: PlacedToken,
  pattern: RegExp,
  titles: ReadonlyMap<string, string>,
): Token[] {
  const text = token.content;
  const pieces: Token[] = [];
  const piece = (type: string, tag: string, nesting: -1 | 0 | 1, from: number, to = from) => {
    const made: PlacedToken = new state.Token(type, tag, nesting);
    made.content = text.slice(from, to);
    if (token.start !== undefined) made.start = token.start + from;
    pieces.push(made);
    return made;
  };
  let done = 0;
  for (const { 0: term, index } of text.matchAll(pattern)) {
    if (index > done) piece("text", "", 0, done, index);
    done = index + term.length;
    piece("abbr_open", "abbr", 1, index).attrs = [["title", titles.get(term)!]];
    piece("text", "", 0, index, done);
    piece("abbr_close", "abbr", -1, done);
  }
  if (done === 0) return [token];
  if (done < text.length) piece("text", "", 0, done, text.length);
  return pieces;
}
