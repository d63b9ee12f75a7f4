/** Commands of LaTeX, KaTeX and MathJax that temml does not know, by what it knows. */
import { type Expander, type Expansion, optionOf, textOf } from "./expansion.js";

const COLOURS = "blue cyan gray green magenta orange pink purple red".split(" ");
/** Of the packages `dsfont`, `bbm` and `unicode-math`, with what is nearest. */
const ALPHABETS = {
  bbm: "mathbb",
  mathbbm: "mathbb",
  mathds: "mathbb",
  mathpzc: "mathscr",
  symbf: "mathbf",
  symup: "mathrm",
  symit: "mathit",
  symsf: "mathsf",
};
/** They set a page; a formula of a book has no use for them. */
const WITHOUT_MEANING = "allowdisplaybreaks nobreak leqno reqno strut hfill hfil noindent";
/** Names for scripts and styles, of which a book has none. */
const NAMED = "htmlId htmlClass htmlStyle htmlData cssId class style enclose";

/** A character of no script around the name of what a formula refers to, see `formula.ts`. */
export const REFERENCE_MARK = "\uFFFC";

/** By their names without the backslash. */
export const COMMANDS: readonly (readonly [name: string, expansion: Expansion])[] = [
  ["KaTeX", "\\text{KaTeX}"],
  ["minuso", "\\mathbin{⦵}"],
  ["overlinesegment", "\\overline{#1}"],
  ["underlinesegment", "\\underline{#1}"],
  ["xrightleftarrows", "\\xtofrom"],
  ...NAMED.split(" ").map((name) => [name, secondArgument] as const),
  ...COLOURS.map((name) => [name, `\\textcolor{${name}}{#1}`] as const),
  ...Object.entries(ALPHABETS).map(([name, alphabet]) => [name, `\\${alphabet}{#1}`] as const),
  ...WITHOUT_MEANING.split(" ").map((name) => [name, ""] as const),
  ["require", ignoreArgument],
  ["message", ignoreArgument],
  ["errmessage", ignoreArgument],
  ["vspace", ignoreArgument],
  ["xrightequilibrium", "\\xrightleftharpoons"],
  ["xleftequilibrium", "\\xleftrightharpoons"],
  ["unicode", character],
  ["bbox", withoutOption],
  ["mbox", "\\text{#1}"],
  ["ensuremath", "#1"],
  ["lefteqn", "\\mathrlap{#1}"],
  ["mspace", "\\mskip#1"],
  ["buildrel", "\\overset{#1}"],
  ["intertext", "\\text{#1}\\\\"],
  ["shortintertext", "\\text{#1}\\\\"],
  ["shoveleft", "#1"],
  ["shoveright", "#1"],
  ["displaylimits", "\\limits"],
  ["slashed", "\\cancel{#1}"],
  ["nicefrac", "{#1}/{#2}"],
  ["circled", "\\textcircled{#1}"],
  ["qed", "\\square"],
  ["qedhere", "\\quad\\square"],
  ["celsius", "°\\mathrm{C}"],
  ["textdegree", "°"],
  ["texteuro", "\\text{€}"],
  ["eqref", (expander) => referenceTex(expander, "(", ")")],
  ["ref", (expander) => referenceTex(expander, "", "")],
  ["textbackslash", "\\backslash"],
  ["textsuperscript", "{}^{\\text{#1}}"],
  ["textsubscript", "{}_{\\text{#1}}"],
];

function referenceTex(expander: Expander, before: string, after: string): string {
  const label = textOf(expander.consumeArgs(1)[0]!).replace(/ /g, "");
  const written = label.replace(/[_#%&$]/g, "\\$&");
  return `\\text{${before}${REFERENCE_MARK}${written}${REFERENCE_MARK}${after}}`;
}

function ignoreArgument(expander: Expander): string {
  expander.consumeArgs(1);
  return "";
}

function secondArgument(expander: Expander): string {
  return textOf(expander.consumeArgs(2)[1]!);
}

/** `\unicode{x263A}` of MathJax. */
function character(expander: Expander): string {
  const number = textOf(expander.consumeArgs(1)[0]!).trim();
  return number.startsWith("x") ? `\\char"${number.slice(1)} ` : `\\char${number} `;
}

/** `\bbox[red, 2pt]{x}` of MathJax. */
function withoutOption(expander: Expander): string {
  optionOf(expander);
  return textOf(expander.consumeArgs(1)[0]!);
}
