/** Labels of bookdown in captions and formulas, `(\\#fig:tide)`: ids of what they stand in. */
import type { Token } from "markdown-it";

const LABEL = /\(\\#((?:fig|tab|eq|thm|lem|cor|prp|cnj|def|exm|exr|hyp):[\w-]+)\)\s*/;

/** The text without its label, which becomes the id of the token. */
export function takeLabel(text: string, token: Token): string {
  const label = LABEL.exec(text)?.[1];
  if (label === undefined) return text;
  if (token.attrGet("id") === null) token.attrSet("id", label);
  return text.replace(LABEL, "");
}
