/** Code in a line that other tools run, `` `r nrow(x)` `` and `` `{python} x` ``: it is shown as what it is, and told once. */
import type { MarkdownIt } from "markdown-it";
import { contextOf, type PlacedToken } from "../../context.js";
import { reportOnce } from "../../report-once.js";

const RUN = /^(?:r\s+\S|\{(?:r|python|julia|ojs)\}\s*\S)/;
/** A text in which code is run elsewhere. */
const HAS_CHUNKS = /^[ \t]*`{3,}[ \t]*\{\s*(?:r|python|julia|ojs)\b/im;

export function inlineCode(md: MarkdownIt): void {
  md.core.ruler.push("inline_code", (state) => {
    const context = contextOf(state.env);
    const children = state.tokens.flatMap((token) => token.children ?? []) as PlacedToken[];
    const first = children.find(({ type, content }) => type === "code_inline" && RUN.test(content));
    if (!first || (!first.content.startsWith("{") && !HAS_CHUNKS.test(context.source.text))) return;
    reportOnce(
      context,
      "code-not-run",
      "inline",
      `Code in a line, such as \`${first.content.slice(0, 40)}\`, is not run: it is shown as it is`,
      first.start ?? 0,
      "Write what it prints",
    );
  });
}
