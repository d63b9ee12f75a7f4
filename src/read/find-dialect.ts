/**
 * The tool that a text is written for, where neither the project nor its author says it: what no other
 * tool has and no text has by chance.
 */
import { basename, extname } from "node:path";
import { DEFAULT_DIALECT, type Dialect } from "../model/dialect.js";
import { withoutCode } from "./markdown/syntax/without-code.js";

/** What may be a link or an embed of Obsidian: the mark of an embed, and what it leads to. `x[[1]]` of R is none. */
const WIKI_LINKS = /(?<![\\\w\])])(!?)\[\[(?=[\p{L}\p{N}#])([^[\]\n|]+)(?:\|[^[\]\n]*)?\]\](?![[(:])/gu;
/** An include of Quarto, which no other tool has. */
const QUARTO = /^[ \t]*\{\{<\s*include\s+[^<>\n]+>\}\}[ \t]*$/m;
/** Tools that have all texts of a project to themselves. */
const OF_ALL_TEXTS: ReadonlySet<Dialect> = new Set(["obsidian", "myst"]);
/** Of GitLab and VitePress: a mark for a list of headings. */
const CONTENTS = /\[\[_?toc_?\]\]/gi;

/** A directive of MyST that is no code to run. */
const DIRECTIVE =
  /^[ \t]*(?:`{3,}|~{3,}|:{3,})\{(?:note|tip|hint|important|warning|caution|danger|attention|seealso|admonition|figure|image|toctree|contents|tableofcontents|code-block|literalinclude|include|math|table|list-table|tab-set|tab-item|dropdown|grid|grid-item|margin|sidebar|epigraph|glossary|eval-rst|version(?:added|changed)|deprecated)\}/m;

/**
 * The dialect of each text of a publication. One that says nothing of itself is for the tool of those beside it,
 * if that is one.
 *
 * @param texts By their files, relative to the publication's folder.
 */
export function dialectsOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Dialect> {
  const files = [...texts.keys()];
  const own = new Map([...texts].map(([file, text]) => [file, dialectOf(file, text, files)]));
  const said = new Set([...own.values()].filter((dialect) => OF_ALL_TEXTS.has(dialect)));
  const [common = DEFAULT_DIALECT] = said.size === 1 ? said : [];
  return new Map([...own].map(([file, dialect]) => [file, dialect === DEFAULT_DIALECT ? common : dialect]));
}

/** The dialect that a file has by its name, whatever the project is: MDX means the same in all tools that read it. */
export function dialectByName(file: string): Dialect | undefined {
  return /\.mdx$/i.test(file) ? "docusaurus" : undefined;
}

/** @param texts The files of the publication's texts: a text that links to one by its name is Obsidian's. */
function dialectOf(file: string, text: string, texts: readonly string[]): Dialect {
  const named = dialectByName(file);
  if (named !== undefined) return named;
  if (/\.qmd$/i.test(file) || QUARTO.test(text)) return "quarto";
  if (/\.rmd$/i.test(file)) return "bookdown";
  if (text.includes("{") && DIRECTIVE.test(text)) return "myst";
  return text.includes("[[") && hasWikiLinks(text, texts) ? "obsidian" : DEFAULT_DIALECT;
}

function hasWikiLinks(text: string, texts: readonly string[]): boolean {
  const names = new Set(texts.map((file) => nameOf(file)));
  const links = withoutCode(text.replace(CONTENTS, "")).matchAll(WIKI_LINKS);
  for (const [, embed, target = ""] of links) {
    const [name = ""] = target.split("#");
    if (embed || name === "" || names.has(nameOf(name.trim()))) return true;
  }
  return false;
}

/** Of a note, without its folder and ending, in small letters. */
function nameOf(path: string): string {
  return basename(path, extname(path)).toLowerCase();
}
