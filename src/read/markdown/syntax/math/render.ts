/** Formulas as MathML. One that cannot be read stays in the text as it was written. */
import type { MarkdownIt } from "markdown-it";
import { escapedText } from "../../../../hast/escape.js";
import { alignLines } from "../../align.js";
import { contextOf, type ParseContext, type PlacedToken, reportAt } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { macrosAt, withoutDefinitions } from "../tex/macros.js";
import { formulaOf, type TexFault } from "./formula.js";

export function renderMath(md: MarkdownIt): void {
  for (const type of ["math_inline", "math_display", "math_block"]) {
    md.renderer.rules[type] = (tokens, index, _options, env, renderer) => {
      const token = tokens[index]!;
      const formula = render(token, contextOf(env));
      if (type === "math_inline" || formula === "") return formula;
      const tag = type === "math_block" ? "div" : "span";
      token.attrJoin("class", "equation");
      return `<${tag}${renderer.renderAttrs(token)}>${formula}</${tag}>${type === "math_block" ? "\n" : ""}`;
    };
  }
}

/** @returns nothing for what only defines macros. */
function render(formula: PlacedToken, context: ParseContext): string {
  const { content, markup, info, type } = formula;
  const tex = withoutDefinitions(content);
  if (tex.trim() === "") return "";
  const result = formulaOf(
    tex,
    type === "math_inline" ? "inline" : "block",
    macrosAt(context, startOf(formula, context)),
    (endless.get(context) ?? 0) < MOST_ENDLESS ? undefined : SOME_CALLS,
  );
  if ("mathml" in result) return result.mathml + numberOf(result.tag);
  report(context, formula, result.fault);
  return `<code class="math-source">${escapedText(markup + content + (info || markup))}</code>`;
}

/** Beside the formula, where one that is counted has its number. */
function numberOf(tag: string | undefined): string {
  if (tag === undefined) return "";
  const words = /^<mtext[^>]*>([^<]*)<\/mtext>$/.exec(tag)?.[1];
  return `<span class="equation-number">${words ?? `<math>${tag}</math>`}</span>`;
}

/** A text with a macro that has no end has many formulas with it: after the first few less is spent on each. */
const SOME_CALLS = 300;
const MOST_ENDLESS = 5;
const endless = new WeakMap<ParseContext, number>();

const HINT = "Correct the TeX; write `\\$` where a dollar is meant";

function report(
  context: ParseContext,
  formula: PlacedToken,
  { reason, at, unknown, isEndless }: TexFault,
): void {
  const offset = placeIn(formula, context)(Math.min(at, formula.content.trimEnd().length));
  const message = `This formula cannot be read: ${reason}`;
  if (isEndless) {
    endless.set(context, (endless.get(context) ?? 0) + 1);
    reportOnce(context, "bad-math", "macros", message, offset, "Correct the definitions of its macros");
    return;
  }
  if (unknown === undefined) {
    reportAt(context, "bad-math", message, offset, HINT);
    return;
  }
  const hint = `Define \`${unknown}\` by \`\\newcommand\`, or write something else`;
  reportOnce(context, "bad-math", unknown, message, offset, hint);
}

function startOf(formula: PlacedToken, context: ParseContext): number {
  return placeIn(formula, context)(0);
}

/** From an offset in a formula to one in the text. */
function placeIn(formula: PlacedToken, context: ParseContext): (at: number) => number {
  const { start = 0, map, content, markup, meta } = formula;
  if (map)
    return alignLines(context.source, content, map[0] + ((meta as { lines?: number } | null)?.lines ?? 0));
  return (at) => start + markup.length + at;
}
