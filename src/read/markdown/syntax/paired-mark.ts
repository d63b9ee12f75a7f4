/**
 * Elements between doubled signs: `==marked==`, `++inserted++`, `^^inserted^^`. The signs pair as those of
 * strikethrough do (GitHub Flavored Markdown, 6.5): by what stands beside them.
 */
import type { Delimiter, MarkdownIt, StateInline } from "markdown-it";

export interface PairedMark {
  /** The sign, which stands twice on each side. */
  readonly sign: string;
  readonly tag: string;
}

export function pairedMark(md: MarkdownIt, { sign, tag }: PairedMark): void {
  const marker = sign.charCodeAt(0);
  const name = `${tag}_${marker}`;
  md.inline.ruler.before("emphasis", name, (state, silent) => readMarks(state, silent, marker));
  md.inline.ruler2.before("emphasis", name, (state) => {
    pair(state, state.delimiters, { sign, tag, marker });
    for (const meta of state.tokens_meta)
      if (meta?.delimiters) pair(state, meta.delimiters, { sign, tag, marker });
  });
}

function readMarks(state: StateInline, silent: boolean, marker: number): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== marker) return false;
  const { can_open: open, can_close: close, length } = state.scanDelims(state.pos, true);
  if (length !== 2) return false;
  const token = state.push("text", "", 0);
  token.content = state.src.slice(state.pos, state.pos + length);
  state.delimiters.push({ marker, length: 0, token: state.tokens.length - 1, end: -1, open, close });
  state.pos += length;
  return true;
}

function pair(
  { tokens }: StateInline,
  delimiters: readonly Delimiter[],
  { sign, tag, marker }: PairedMark & { readonly marker: number },
): void {
  for (const start of delimiters) {
    if (start.marker !== marker || start.end === -1) continue;
    const end = delimiters[start.end]!;
    const made = { tag, markup: sign + sign, content: "" };
    Object.assign(tokens[start.token]!, made, { type: `${tag}_open`, nesting: 1 });
    Object.assign(tokens[end.token]!, made, { type: `${tag}_close`, nesting: -1 });
  }
}
