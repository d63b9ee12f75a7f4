/** The heading with which a text begins, as plain words. */
import createMarkdownIt, { type Token } from "markdown-it";
import { withoutFrontMatter } from "../../model/front-matter.js";
import { plain } from "./plain.js";

export interface FoundHeading {
  readonly title: string;
  readonly level: number;
  /** From 1. */
  readonly line: number;
}

/** All headings of a text that say something, without attributes as `{#id}`. */
export function headingsOf(text: string): readonly FoundHeading[] {
  const tokens = createMarkdownIt({ html: true }).parse(withoutFrontMatter(text), {});
  return tokens.flatMap((token, index) =>
    token.type === "heading_open" ? foundHeading(token, tokens[index + 1]!) : [],
  );
}

/** The first heading that says something. */
export function firstHeading(text: string): string | undefined {
  return headingsOf(text)[0]?.title;
}

function foundHeading({ tag, map }: Token, inline: Token): FoundHeading[] {
  const title = plain(inline)
    .replace(/\s*\{[^{}]*\}\s*$/, "")
    .trim();
  return title === "" ? [] : [{ title, level: Number(tag[1]), line: (map?.[0] ?? 0) + 1 }];
}
