/** The heading with which a text begins, as plain words. */
import createMarkdownIt, { type Token } from "markdown-it";
import { withoutFrontMatter } from "../../model/front-matter.js";
import { plain } from "./plain.js";

export interface FoundHeading {
  readonly title: string;
  readonly level: number;
  /** From 1. */
  readonly line: number;
  readonly isAfterWords: boolean;
}

/** All headings of a text that say something, without attributes as `{#id}`. */
export function headingsOf(text: string): readonly FoundHeading[] {
  const tokens = createMarkdownIt({ html: true }).parse(withoutFrontMatter(text), {});
  let hasWords = false;
  return tokens.flatMap((token, index) => {
    const found = headingAt(token, tokens[index + 1], hasWords);
    hasWords ||= found.length > 0 || (token.type === "inline" && plain(token) !== "");
    return found;
  });
}

/**
 * The title of a text: its first heading of the first level, else the first of all, where no words stand before it.
 * Further down a lower one is that of a part of the text.
 */
export function titleHeading(text: string): string | undefined {
  const headings = headingsOf(text);
  const [first] = headings;
  return (headings.find(({ level }) => level === 1) ?? (first?.isAfterWords ? undefined : first))?.title;
}

/** As READMEs have it, with a picture above it or in the middle of the line. */
const HTML_TITLE = /<h1\b[^>]*>(.*?)<\/h1>/is;

function headingAt(token: Token, next: Token | undefined, isAfterWords: boolean): FoundHeading[] {
  const { type, tag, map, content } = token;
  const isHtml = type === "html_block";
  if (!isHtml && type !== "heading_open") return [];
  const words = isHtml ? (HTML_TITLE.exec(content)?.[1] ?? "").replace(/<[^>]*>/g, "") : plain(next!);
  const title = words.replace(/\s*\{[^{}]*\}\s*$/, "").trim();
  return title === ""
    ? []
    : [{ title, level: isHtml ? 1 : Number(tag[1]), line: (map?.[0] ?? 0) + 1, isAfterWords }];
}
