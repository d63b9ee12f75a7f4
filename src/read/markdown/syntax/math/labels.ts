/** What formulas are called: `\label{eq:x}` of LaTeX and `(\#eq:x)` of bookdown. */
import type { Token } from "markdown-it";

const OF_BOOKDOWN = /\(\\#(eq:[\w-]+)\)/g;
const LABEL = /\\label\s*\{([^{}]*)\}/g;

/** Rows of which one has a tag: the label is that of its own row. */
const TAGGED_ROWS = /\\begin\s*\{(?:align|alignat|flalign|gather|eqnarray)\*?\}[\s\S]*\\tag(?![A-Za-z])/;

/**
 * @param tex What the formula holds.
 * @param token of the formula, whose id its one label becomes. With several labels each names its row.
 * @returns the TeX without a label that is the id of the token.
 */
export function takeLabels(tex: string, token: Token): string {
  const text = tex.replace(OF_BOOKDOWN, "\\label{$1}");
  const labels = labelsIn(text);
  const [label] = labels;
  if (label === undefined || labels.length > 1 || TAGGED_ROWS.test(text)) return text;
  if (token.attrGet("id") === null) token.attrSet("id", equationId(label));
  return text.replace(LABEL, "");
}

export function labelsIn(tex: string): readonly string[] {
  return [...tex.matchAll(LABEL)].map(([, label = ""]) => label.trim());
}

/** Ids that begin so are those of equations. */
export function equationId(label: string): string {
  return /^eq[-:]/.test(label) ? label : `eq-${label}`;
}
