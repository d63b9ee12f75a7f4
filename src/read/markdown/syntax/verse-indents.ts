/**
 * Verse keeps the blanks that its lines begin with: how far a line steps in is the poet's to say. To Markdown they
 * are nothing, or code.
 *
 * ```
 * ::: verse
 * The tide came in
 *     and went again.
 * :::
 * ```
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";

export function verseIndents(md: MarkdownIt): void {
  md.core.ruler.before("inline", "verse_indents", keepIndents);
}

function keepIndents(state: StateCore): void {
  if (!state.tokens.some(isVerse)) return;
  const lines = state.src.split("\n");
  const open: Token[] = [];
  state.tokens = state.tokens.flatMap((token) => {
    if (token.nesting === 1) open.push(token);
    if (token.nesting === -1) open.pop();
    const verse = open.findLastIndex(isVerse);
    const inside = open.slice(verse + 1);
    // What is in lists and quotations of the verse is no line of it.
    if (verse < 0 || !inside.every(({ type }) => type === "paragraph_open" || type === "div_open"))
      return [token];
    if (token.type === "code_block") return stanzasOf(token, state);
    // Blanks before the fence are those of a list that the verse stands in.
    if (token.type === "inline") token.content = indented(token, lines, indentOf(lines, open[verse]!));
    return [token];
  });
}

function isVerse(token: Token): boolean {
  return token.type === "div_open" && /(?:^|\s)verse(?:\s|$)/.test(String(token.attrGet("class") ?? ""));
}

function indentOf(lines: readonly string[], { map }: Token): number {
  return widthOf(/^[ \t]*/.exec(lines[map?.[0] ?? -1] ?? "")?.[0] ?? "");
}

/** A tab reaches to the next column of four (CommonMark 0.31, 2.2). */
function widthOf(blanks: string): number {
  let width = 0;
  for (const sign of blanks) width += sign === "\t" ? 4 - (width % 4) : 1;
  return width;
}

function indented(token: Token, lines: readonly string[], around: number): string {
  const first = lines[token.map?.[0] ?? -1] ?? "";
  const [line = "", ...others] = token.content.split("\n");
  // In a quotation the line begins with its mark.
  const isWhole = first.trim() === line.trim();
  const before = isWhole ? Math.max(0, indentOf(lines, token) - around) : 0;
  return ["\u00A0".repeat(before) + line, ...others.map(keepBlanks)].join("\n");
}

function keepBlanks(line: string): string {
  return line.replace(/^[ \t]+/, (blanks) => "\u00A0".repeat(widthOf(blanks)));
}

/** Lines that step in by four blanks and more, read as code. */
function stanzasOf(code: Token, { Token: TokenOf }: StateCore): Token[] {
  let [line = 0] = code.map ?? [];
  return code.content
    .replace(/\n+$/, "")
    .split(/\n(?:[ \t]*\n)+/)
    .flatMap((stanza) => {
      const lines = stanza.split("\n");
      const map: [number, number] = [line, line + lines.length];
      line += lines.length + 1;
      const open = new TokenOf("paragraph_open", "p", 1);
      const inline = new TokenOf("inline", "", 0);
      const close = new TokenOf("paragraph_close", "p", -1);
      for (const token of [open, close]) Object.assign(token, { block: true, level: code.level, map });
      const content = lines.map((each) => keepBlanks(`    ${each}`)).join("\n");
      Object.assign(inline, { block: true, level: code.level + 1, map, content, children: [] });
      return [open, inline, close];
    });
}
