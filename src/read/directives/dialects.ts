/** Which directives each tool knows: what is put together before a text is parsed. */
import type { Dialect } from "../../model/dialect.js";
import type { TextSettings } from "../../model/text-settings.js";
import { gitbookBlocks } from "./blocks/gitbook.js";
import { hugoBlocks } from "./blocks/hugo.js";
import { jekyllBlocks } from "./blocks/jekyll.js";
import type { BlockSyntax } from "./blocks/syntax.js";
import { docsifyEmbeds } from "./include/docsify.js";
import { docusaurusParts } from "./include/docusaurus.js";
import { gitbookCode, gitbookFileNames, gitbookIncludes } from "./include/gitbook.js";
import { mdbookIncludes } from "./include/mdbook.js";
import { mystIncludes } from "./include/myst.js";
import { obsidianEmbeds } from "./include/obsidian.js";
import { knitrChildren, quartoIncludes } from "./include/quarto.js";
import { leanpubCode, mkdocsSnippets, vitepressSnippets } from "./include/snippets.js";
import type { IncludeSyntax } from "./include/syntax.js";
import { mystSubstitutions, paramValues, shortcodeValues, valueNames, valuesOfText } from "./values.js";

export interface Directives {
  /** What stands for other texts, and for what a project or the text itself says. */
  readonly includes: (settings: TextSettings, text: string) => readonly IncludeSyntax[];
  /** Tags around texts, `{% hint %}` … `{% endhint %}`. */
  readonly blocks?: BlockSyntax;
  /** Whether lines of code are left out that mdBook hides. */
  readonly hiddenLines?: "left-out";
  /** Whether what stands between tags of a comment is. */
  readonly comments?: "left-out";
  /** Whether headings may divide the book. */
  readonly divisions?: "headings";
}

const BOOK = new Set(["book"]);
const SITE = new Set(["site", "page"]);
/** A book has no address on the web. */
const NO_SITE = { "site.baseurl": "", "site.url": "" };

const MDBOOK_AND_GITBOOK: Directives = {
  includes: ({ values = {} }) => [
    mdbookIncludes,
    gitbookIncludes,
    gitbookFileNames,
    gitbookCode,
    valueNames(values, BOOK),
  ],
  blocks: gitbookBlocks,
  hiddenLines: "left-out",
};

/** A dialect that is not here has none. */
export const DIRECTIVES: Readonly<Partial<Record<Dialect, Directives>>> = {
  mdbook: MDBOOK_AND_GITBOOK,
  gitbook: MDBOOK_AND_GITBOOK,
  quarto: {
    includes: ({ values }, text) => [
      quartoIncludes,
      shortcodeValues({ ...values, ...valuesOfText(text, "meta") }),
    ],
  },
  bookdown: { includes: () => [knitrChildren, quartoIncludes], divisions: "headings" },
  obsidian: { includes: () => [obsidianEmbeds] },
  mkdocs: { includes: () => [mkdocsSnippets] },
  vitepress: { includes: () => [vitepressSnippets] },
  docusaurus: { includes: () => [docusaurusParts] },
  docsify: { includes: () => [docsifyEmbeds] },
  leanpub: { includes: () => [leanpubCode] },
  hugo: {
    includes: ({ values }, text) => [paramValues({ ...values, ...valuesOfText(text, "params") })],
    blocks: hugoBlocks,
  },
  myst: {
    includes: ({ values }, text) => [
      mystIncludes,
      mystSubstitutions({ ...values, ...valuesOfText(text, "text") }),
    ],
  },
  jekyll: {
    includes: ({ values }, text) => [
      valueNames({ ...values, ...NO_SITE, ...valuesOfText(text, "page") }, SITE),
    ],
    blocks: jekyllBlocks,
    comments: "left-out",
  },
};
