/** Which directives each tool knows: what is put together before a text is parsed. */
import type { Dialect } from "../../model/dialect.js";
import { docusaurusParts } from "./include/docusaurus.js";
import { gitbookIncludes } from "./include/gitbook.js";
import { mdbookIncludes } from "./include/mdbook.js";
import { obsidianEmbeds } from "./include/obsidian.js";
import { leanpubCode, mkdocsSnippets, vitepressSnippets } from "./include/snippets.js";
import type { IncludeSyntax } from "./include/syntax.js";

export interface Directives {
  readonly includes: readonly IncludeSyntax[];
  /** Whether tags are followed, `{% hint %}` … `{% endhint %}`, and lines of Rust that mdBook hides. */
  readonly blocks: "followed" | "text";
}

const FOLLOWED: Directives = { includes: [mdbookIncludes, gitbookIncludes], blocks: "followed" };

const includes = (...syntaxes: readonly IncludeSyntax[]): Directives => ({
  includes: syntaxes,
  blocks: "text",
});

/** A dialect that is not here has none. */
export const DIRECTIVES: Readonly<Partial<Record<Dialect, Directives>>> = {
  mdbook: FOLLOWED,
  gitbook: FOLLOWED,
  obsidian: includes(obsidianEmbeds),
  mkdocs: includes(mkdocsSnippets),
  vitepress: includes(vitepressSnippets),
  docusaurus: includes(docusaurusParts),
  leanpub: includes(leanpubCode),
};
