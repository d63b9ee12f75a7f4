/** What Markdown says in words, without its marks. */
import type { Token } from "markdown-it";

/** The words of a line without their marks. */
export function plain(inline: Token): string {
  return (inline.children ?? []).map(wordsOf).join("").trim();
}

export function wordsOf({ type, content }: Token): string {
  if (type === "softbreak") return " ";
  return type === "text" || type === "text_special" || type === "code_inline" ? content : "";
}
