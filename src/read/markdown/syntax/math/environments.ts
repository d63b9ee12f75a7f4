/** Environments that temml does not know, by those that it knows. */

interface Known {
  readonly tex: string;
  /** The place in what was written of a place in `tex`. */
  placeOf(at: number): number;
}

interface Replacement {
  readonly begin: string;
  readonly end: string;
}

const named = (name: string): Replacement => ({ begin: `\\begin{${name}}`, end: `\\end{${name}}` });
const NOTHING: Replacement = { begin: "", end: "" };
const PARENTHESES = { begin: "\\left(\\begin{smallmatrix}", end: "\\end{smallmatrix}\\right)" };
const BRACKETS = { begin: "\\left[\\begin{smallmatrix}", end: "\\end{smallmatrix}\\right]" };

const REPLACEMENTS: Readonly<Record<string, Replacement>> = {
  eqnarray: named("align"),
  "eqnarray*": named("align*"),
  IEEEeqnarray: named("align"),
  "IEEEeqnarray*": named("align*"),
  flalign: named("align"),
  "flalign*": named("align*"),
  dmath: named("equation"),
  "dmath*": named("equation*"),
  dgroup: named("gather"),
  multlined: named("gathered"),
  "cases*": named("cases"),
  "dcases*": named("dcases"),
  tabular: named("array"),
  psmallmatrix: PARENTHESES,
  bsmallmatrix: BRACKETS,
  math: NOTHING,
  displaymath: NOTHING,
  subequations: NOTHING,
  empheq: NOTHING,
  center: NOTHING,
};

/** Within a line those that stand on lines of their own have others in their place. */
const INLINE: Readonly<Record<string, Replacement>> = {
  equation: NOTHING,
  align: named("aligned"),
  gather: named("gathered"),
  multline: named("gathered"),
};

/** In these the sign of relation has a column of its own. */
const THREE_COLUMNS = /^(?:eqnarray|IEEEeqnarray)\*?$/;
/** What they are given, which others are not. */
const ARGUMENT = /^\s*(?:\[[^\]]*\]|\{[^{}]*\})/;
const TAKING = /^(?:IEEEeqnarray\*?|empheq)$/;
const BORDER = /\\(begin|end)\s*\{([A-Za-z]+\*?)\}/g;

/** @param display `block` for a formula on lines of its own. */
export function knownEnvironments(tex: string, display: "block" | "inline"): Known {
  if (!/\\begin\s*\{/.test(tex)) return { tex, placeOf: (at) => at };
  const pieces: { readonly from: number; readonly to: number; readonly by: string }[] = [];
  let columns = -1;
  for (const match of tex.matchAll(BORDER)) {
    const [whole, border = "", name = ""] = match;
    const replacement = (display === "inline" && INLINE[name.replace("*", "")]) || REPLACEMENTS[name];
    if (replacement === undefined) continue;
    const end = match.index + whole.length;
    if (border === "begin") {
      const argument = TAKING.test(name) ? (ARGUMENT.exec(tex.slice(end))?.[0].length ?? 0) : 0;
      pieces.push({ from: match.index, to: end + argument, by: replacement.begin });
      if (THREE_COLUMNS.test(name)) columns = end + argument;
    } else {
      if (columns >= 0 && THREE_COLUMNS.test(name)) {
        for (const at of secondColumns(tex, columns, match.index))
          pieces.push({ from: at, to: at + 1, by: " " });
        columns = -1;
      }
      pieces.push({ from: match.index, to: end, by: replacement.end });
    }
  }
  return replaced(tex, pieces);
}

/** The places of the second `&` of each row. */
function secondColumns(tex: string, from: number, to: number): number[] {
  const places: number[] = [];
  let depth = 0;
  let column = 0;
  for (const { 0: sign, index } of tex.slice(from, to).matchAll(/\\begin\b|\\end\b|\\[\s\S]|[{}&]/g)) {
    if (sign === "{" || sign === "\\begin") depth += 1;
    else if (sign === "}" || sign === "\\end") depth -= 1;
    else if (depth > 0) continue;
    else if (sign === "\\\\") column = 0;
    else if (sign === "&") {
      column += 1;
      if (column === 2) places.push(from + index);
    }
  }
  return places;
}

function replaced(
  tex: string,
  pieces: readonly { readonly from: number; readonly to: number; readonly by: string }[],
): Known {
  let text = "";
  let done = 0;
  const steps: { readonly at: number; readonly shift: number }[] = [{ at: 0, shift: 0 }];
  for (const { from, to, by } of pieces) {
    text += tex.slice(done, from) + by;
    done = to;
    steps.push({ at: text.length, shift: to - text.length });
  }
  return {
    tex: text + tex.slice(done),
    placeOf: (at) => at + steps.findLast((step) => step.at <= at)!.shift,
  };
}
