/**
 * Gives a graph the font of books. Graphviz measures words by the widths of Times unless it is told another font,
 * and the fonts that books and reading systems have are wider: words would stick out of their shapes.
 */

const FONT = 'fontname="Helvetica,sans-serif"';
const DEFAULTS = ` graph [${FONT}]; node [${FONT}]; edge [${FONT}];`;

/** Comments, lines of a preprocessor, quoted names, and HTML-like labels cannot hold the brace that opens the graph. */
const BEFORE_BRACE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|^#[^\n]*|"(?:\\[\s\S]|[^"\\])*"|\{/gm;

/** The same lines, so that mistakes keep their place. What the graph says of fonts comes after, and holds. */
export function withDefaults(text: string): string {
  for (const match of text.matchAll(BEFORE_BRACE)) {
    if (match[0] !== "{") continue;
    return text.slice(0, match.index + 1) + DEFAULTS + text.slice(match.index + 1);
  }
  return text;
}
