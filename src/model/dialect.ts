/**
 * The tools that texts are written for.
 *
 * Most of what people write means the same everywhere. What one tool takes for a command and another for words
 * is read as the tool does that the texts are for: it is found from the project, or said as `syntax`.
 */

interface DialectFacts {
  /** For people. */
  readonly tool: string;
}

const FACTS = {
  markdown: { tool: "Markdown" },
  mdbook: { tool: "mdBook" },
  gitbook: { tool: "GitBook" },
  quarto: { tool: "Quarto" },
  bookdown: { tool: "bookdown" },
  obsidian: { tool: "Obsidian" },
  docusaurus: { tool: "Docusaurus" },
  vitepress: { tool: "VitePress" },
  mkdocs: { tool: "MkDocs" },
  leanpub: { tool: "Leanpub" },
  hugo: { tool: "Hugo" },
  jekyll: { tool: "Jekyll" },
  myst: { tool: "MyST" },
} as const satisfies Readonly<Record<string, DialectFacts>>;

/** As `syntax` in `publication.yaml` has it. */
export type Dialect = keyof typeof FACTS;

export const DIALECTS: Readonly<Record<Dialect, DialectFacts>> = FACTS;

export const DIALECT_NAMES = Object.keys(FACTS) as [Dialect, ...Dialect[]];

/** What holds when neither the project nor its author says it. */
export const DEFAULT_DIALECT: Dialect = "markdown";
