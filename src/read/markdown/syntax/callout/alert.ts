/**
 * Callouts that are quotations: GitHub's alerts, `> [!NOTE]`, which mdBook has too, and the callouts of
 * Obsidian, `> [!tip]- Title`, where `-` and `+` say whether a web page folds them.
 *
 * A quotation that a link `[!x]: address` of the file explains is none.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { closeCallout, openCallout } from "./tokens.js";

/** The type may have something behind a bar, which Obsidian gives to styles. */
const MARK = /^\[!([A-Za-z][\w -]*)(?:\|[^\]\n]*)?\][+-]?(?:[ \t]+([^\n]*))?(?:\n|$)/;

export function alert(md: MarkdownIt): void {
  md.core.ruler.after("block_attributes", "alert", readAlerts);
}

function readAlerts(state: StateCore): void {
  const { tokens } = state;
  if (!tokens.some(({ type, content }) => type === "inline" && content.startsWith("[!"))) return;
  const kept: Token[] = [];
  /** For each open quotation, whether it is a callout. */
  const open: boolean[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === "blockquote_close" && open.pop()) kept.push(closeCallout(state));
    else if (token.type === "blockquote_open") {
      const callout = readAlert(state, index);
      open.push(callout !== undefined);
      kept.push(...(callout?.tokens ?? [token]));
      index += callout?.read ?? 0;
    } else kept.push(token);
  }
  state.tokens = kept;
}

/** What stands in the place of a quotation and its first line, and how many tokens beyond its first that was. */
function readAlert(state: StateCore, index: number): { tokens: Token[]; read: number } | undefined {
  const [quote, paragraph, inline] = state.tokens.slice(index, index + 3) as [Token, Token?, Token?];
  const match = paragraph?.type === "paragraph_open" && inline ? MARK.exec(inline.content) : null;
  if (!match || !inline || isExplained(state, match[1]!)) return undefined;
  const [whole, kind = "", title = ""] = match;
  const line = quote.map![0];
  const tokens = openCallout(
    state,
    { kind: kind.trim().toLowerCase(), ...(title.trim() === "" ? {} : { title: title.trim() }) },
    line,
  );
  for (const [name, value] of quote.attrs ?? []) tokens[0]!.attrJoin(name, value);
  tokens[0]!.map = quote.map;
  const rest = inline.content.slice(whole.length);
  if (rest.trim() === "") return { tokens, read: 3 };
  inline.content = rest;
  for (const token of [paragraph!, inline]) token.map = [token.map![0] + 1, token.map![1]];
  return { tokens: [...tokens, paragraph!, inline], read: 2 };
}

function isExplained(state: StateCore, kind: string): boolean {
  const label = state.md.utils.normalizeReference(`!${kind}`);
  return Object.hasOwn((state.env.references as object | undefined) ?? {}, label);
}
