/**
 * The tools that texts are written for.
 *
 * Most of what people write means the same everywhere. What one tool takes for a command and another for words
 * is read as the tool does that the texts are for: it is found from the project, or said as `syntax`.
 */

/** As `syntax` in `publication.yaml` has them. */
export const DIALECT_NAMES = [
  "markdown",
  "mdbook",
  "gitbook",
  "quarto",
  "bookdown",
  "obsidian",
  "docusaurus",
  "vitepress",
  "docsify",
  "mkdocs",
  "leanpub",
  "hugo",
  "jekyll",
  "myst",
] as const;

export type Dialect = (typeof DIALECT_NAMES)[number];

/** What holds when neither the project nor its author says it. */
export const DEFAULT_DIALECT: Dialect = "markdown";
