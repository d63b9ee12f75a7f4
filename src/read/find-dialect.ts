/**
 * The tool that a text is written for, where neither the project nor its author says it: what no other
 * tool has and no text has by chance.
 */
import { DEFAULT_DIALECT, type Dialect } from "../model/dialect.js";

/** A link or an embed of Obsidian that begins with a word, in no code. What R has in its vectors, `x[[1]]`, is none. */
const WIKI_LINK = /^(?:[^`\n[\\]|\[(?!\[)|`[^`\n]*`)*(?<![\w\])])!?\[\[(?=[\p{L}#])[^[\]\n]+\]\](?![[(:])/mu;
/** An include of Quarto, which no other tool has. */
const QUARTO = /^[ \t]*\{\{<\s*include\s+[^<>\n]+>\}\}[ \t]*$/m;
/** Of GitLab and VitePress: a mark for a list of headings. */
const CONTENTS = /\[\[_?toc_?\]\]/gi;

export function dialectOf(file: string, text: string): Dialect {
  if (/\.mdx$/i.test(file)) return "docusaurus";
  if (/\.qmd$/i.test(file) || QUARTO.test(text)) return "quarto";
  if (/\.rmd$/i.test(file)) return "bookdown";
  const isLinked = text.includes("[[") && WIKI_LINK.test(withoutCode(text.replace(CONTENTS, "")));
  return isLinked ? "obsidian" : DEFAULT_DIALECT;
}

function withoutCode(text: string): string {
  return text.replace(/^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|(?![\s\S]))/gm, "");
}
