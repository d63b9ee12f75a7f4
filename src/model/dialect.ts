/**
 * The tools that texts are written for.
 *
 * Most of what people write means the same everywhere. What one tool takes for a command and another for words
 * is read as the tool does that the texts are for: it is found from the project, or said as `syntax`.
 */

interface DialectFacts {
  /** For people. */
  readonly tool: string;
  /** Whether directives of mdBook and GitBook are followed: `{{#include …}}`, `{% hint %}`. */
  readonly directives: "expanded" | "literal";
}

const FACTS = {
  markdown: { tool: "Markdown", directives: "literal" },
  mdbook: { tool: "mdBook", directives: "expanded" },
  gitbook: { tool: "GitBook", directives: "expanded" },
} as const satisfies Readonly<Record<string, DialectFacts>>;

/** As `syntax` in `publication.yaml` has it. */
export type Dialect = keyof typeof FACTS;

export const DIALECTS: Readonly<Record<Dialect, DialectFacts>> = FACTS;

export const DIALECT_NAMES = Object.keys(FACTS) as [Dialect, ...Dialect[]];

/** What holds when neither the project nor its author says it. */
export const DEFAULT_DIALECT: Dialect = "markdown";
