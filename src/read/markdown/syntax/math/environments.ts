/** Environments that temml does not know, by those that it knows. */
import { closingOf } from "../tex/arguments.js";
import { proofTree } from "./proof-tree.js";

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
  alignat: named("alignedat"),
  split: named("aligned"),
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
  const pieces = /\\begin\s*\{/.test(tex) ? environmentPieces(tex, display) : [];
  const around = display === "block" ? rowsAround(tex) : undefined;
  if (around === undefined) return replaced(tex, pieces);
  const end = tex.length;
  const [first, last] = [
    { from: 0, to: 0, by: around.begin },
    { from: end, to: end, by: around.end },
  ];
  return replaced(tex, [first, ...pieces, last]);
}

/** A stretch of the TeX, and what stands for it. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

function environmentPieces(tex: string, display: "block" | "inline"): Piece[] {
  const pieces: Piece[] = [];
  let columns = -1;
  for (const match of tex.matchAll(BORDER)) {
    const [whole, border = "", name = ""] = match;
    if (match.index < (pieces.at(-1)?.to ?? 0)) continue;
    const end = match.index + whole.length;
    const rewritten = border === "begin" ? rewrittenEnvironment(tex, name, match.index, end) : undefined;
    if (rewritten !== undefined) {
      pieces.push(rewritten);
      continue;
    }
    const replacement = (display === "inline" && INLINE[name.replace("*", "")]) || REPLACEMENTS[name];
    if (replacement === undefined) continue;
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
  return pieces;
}

/** One whose text means something else, as a whole. */
function rewrittenEnvironment(tex: string, name: string, from: number, start: number): Piece | undefined {
  const rewrite = REWRITTEN.get(name);
  const end = rewrite === undefined ? -1 : tex.indexOf(`\\end{${name}}`, start);
  const by = end < 0 ? undefined : rewrite!(tex.slice(start, end));
  return by === undefined ? undefined : { from, to: end + `\\end{${name}}`.length, by };
}

const REWRITTEN: ReadonlyMap<string, (text: string) => string | undefined> = new Map([
  ["prooftree", proofTree],
  ["cases*", (text) => wordedCases(text, "cases")],
  ["dcases*", (text) => wordedCases(text, "dcases")],
  ["numcases", numberedCases],
  ["subnumcases", numberedCases],
]);

/** What stands before the brace is given first. */
function numberedCases(text: string): string | undefined {
  const open = text.search(/\S/);
  const close = text[open] === "{" ? closingOf(text, open, "}") : undefined;
  return close === undefined
    ? undefined
    : text.slice(open + 1, close) + wordedCases(text.slice(close + 1), "cases");
}

/** The second column holds words, with formulas between dollars. */
function wordedCases(text: string, name: string): string {
  const rows = splitAtTop(
    text.replace(/\\(?:label\s*\{[^{}]*\}|(?:nonumber|notag)(?![A-Za-z]))/g, ""),
    "\\\\",
  );
  const written = rows.flatMap((row) => {
    const [value = "", ...words] = splitAtTop(row, "&");
    const when = words.join("").trim();
    return row.trim() === "" ? [] : [when === "" ? value : `${value}&\\text{${when}}`];
  });
  return `\\begin{${name}}${written.join("\\\\")}\\end{${name}}`;
}

function splitAtTop(tex: string, sign: "\\\\" | "&"): string[] {
  const places = signsAtTop(tex).filter((each) => each.sign === sign);
  const starts = [0, ...places.map(({ index }) => index + sign.length)];
  return starts.map((start, at) => tex.slice(start, places[at]?.index));
}

/** Rows need an environment around them, which people leave out who know them from other tools. */
function rowsAround(tex: string): Replacement | undefined {
  const signs = signsAtTop(tex);
  const isAligned = signs.some(({ sign }) => sign === "&");
  const hasRows = signs.some(({ sign, index }) => sign === "\\\\" && tex.slice(index + 2).trim() !== "");
  if (!isAligned && !hasRows) return undefined;
  // A tag is that of a row.
  if (/\\tag(?![A-Za-z])/.test(tex)) return named(isAligned ? "align*" : "gather*");
  return named(isAligned ? "aligned" : "gathered");
}

/** Where rows and columns end that are in no braces and no environment. */
function signsAtTop(tex: string): { readonly sign: string; readonly index: number }[] {
  let depth = 0;
  return [...tex.matchAll(BORDERS)].flatMap(({ 0: sign, index }) => {
    if (/^(?:\{|\\begin|\\left)$/.test(sign)) depth += 1;
    else if (/^(?:\}|\\end|\\right)$/.test(sign)) depth -= 1;
    else if (depth === 0 && (sign === "\\\\" || sign === "&")) return [{ sign, index }];
    return [];
  });
}

const BORDERS = /\\(?:begin|end|left|right)(?![A-Za-z])|\\[\s\S]|[{}&]/g;

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

function replaced(tex: string, pieces: readonly Piece[]): Known {
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
