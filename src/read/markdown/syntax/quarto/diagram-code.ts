/**
 * Code of diagrams that Quarto shows as code: `{mermaid}` is drawn there, `{.mermaid}` is a listing, as `{.r}` is one of what
 * `{r}` runs. To others it is drawn: Pandoc's filters read `{.mermaid #fig-x}`.
 */
import type { MarkdownIt } from "markdown-it";

const LISTING = /^\{\s*\.(?:mermaid|dot|graphviz)(?=[\s}])(?!.*\s\.code[\s}])/;

export function diagramCode(md: MarkdownIt): void {
  // Before the chunks, which are written like this in the end.
  md.core.ruler.before("chunks", "quarto_diagram_code", ({ tokens }) => {
    for (const token of tokens) {
      if (token.type === "fence" && LISTING.test(token.info.trim())) token.attrJoin("class", "code");
    }
  });
}
