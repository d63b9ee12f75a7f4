/** What the names of things begin with that a text refers to, in Quarto (`@fig-tide`) and in pandoc-crossref (`@fig:tide`). */

/** Kinds of theorems and the like, with the classes that they have in LaTeX and bookdown. */
export const THEOREM_KINDS = {
  thm: "theorem",
  lem: "lemma",
  cor: "corollary",
  prp: "proposition",
  cnj: "conjecture",
  def: "definition",
  exm: "example",
  exr: "exercise",
  sol: "solution",
  rem: "remark",
  alg: "algorithm",
  hyp: "hypothesis",
} as const;

export type TheoremKind = (typeof THEOREM_KINDS)[keyof typeof THEOREM_KINDS];

/** Kinds of callouts, with the words that a book has for them. */
export const CALLOUT_KINDS = {
  nte: "callout-note",
  tip: "callout-tip",
  imp: "callout-important",
  wrn: "callout-warning",
  cau: "callout-caution",
} as const;

export type CalloutKind = (typeof CALLOUT_KINDS)[keyof typeof CALLOUT_KINDS];

/** A part of a regular expression. */
export const REFERENCE_KINDS = [
  ...["fig", "tbl", "tab", "lst", "eq", "sec"],
  ...Object.keys(THEOREM_KINDS),
  ...Object.keys(CALLOUT_KINDS),
].join("|");
