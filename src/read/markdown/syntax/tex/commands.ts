/** Commands of LaTeX that people write in Markdown for Pandoc, and what each becomes. */
import type { ReferenceForm } from "../reference-token.js";

/** What is in the braces, set as such. */
export const STYLES: Readonly<Record<string, { readonly tag: string; readonly className?: string }>> = {
  textbf: { tag: "strong" },
  textit: { tag: "em" },
  textsl: { tag: "em" },
  emph: { tag: "em" },
  texttt: { tag: "code" },
  textsc: { tag: "span", className: "smallcaps" },
  underline: { tag: "u" },
  uline: { tag: "u" },
  textsuperscript: { tag: "sup" },
  textsubscript: { tag: "sub" },
  textrm: { tag: "span" },
  textsf: { tag: "span" },
  textnormal: { tag: "span" },
  mbox: { tag: "span" },
  centerline: { tag: "span" },
};

/** References, with what of the place they say. */
export const REFERENCES: Readonly<Record<string, ReferenceForm>> = {
  ref: "number",
  eqref: "number",
  autoref: "words",
  cref: "words",
  Cref: "words",
  nameref: "words",
  vref: "words",
  pageref: "page",
};

/** Citations, with how they stand in a sentence. */
export const CITATIONS: Readonly<Record<string, "parenthetical" | "in-text">> = {
  cite: "parenthetical",
  citep: "parenthetical",
  parencite: "parenthetical",
  autocite: "parenthetical",
  footcite: "parenthetical",
  citet: "in-text",
  textcite: "in-text",
};

/** Words. */
export const WORDS: Readonly<Record<string, string>> = {
  LaTeX: "LaTeX",
  TeX: "TeX",
  XeLaTeX: "XeLaTeX",
  BibTeX: "BibTeX",
  ldots: "…",
  dots: "…",
  textellipsis: "…",
  textemdash: "—",
  textendash: "–",
  textbackslash: "\\",
  textasciitilde: "~",
  textbar: "|",
  textregistered: "®",
  texttrademark: "™",
  textcopyright: "©",
  copyright: "©",
  textdegree: "°",
  texteuro: "€",
  euro: "€",
  pounds: "£",
  quad: "\u2003",
  qquad: "\u2003\u2003",
};

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** What a book has from its theme and its `publication.yaml`, or does not need, by the number of arguments. */
const LAYOUT: readonly ReadonlySet<string>[] = [
  list(`
    noindent indent smallskip medskip bigskip vfill hfill par centering raggedright raggedleft tiny scriptsize
    footnotesize small normalsize large Large LARGE huge Huge bfseries itshape scshape ttfamily rmfamily
    sffamily normalfont frontmatter mainmatter backmatter appendix tableofcontents listoffigures listoftables
    printindex makeindex maketitle printbibliography nopagebreak linebreak nolinebreak FloatBarrier
    singlespacing onehalfspacing doublespacing sloppy fussy flushbottom raggedbottom allowdisplaybreaks
    null leavevmode protect phantomsection bgroup egroup begingroup endgroup hrule hrulefill dotfill
    landscape twocolumn onecolumn relax unskip ignorespaces strut`),
  list(`
    vspace hspace vskip hskip thispagestyle pagestyle pagenumbering usepackage RequirePackage
    enlargethispage needspace addvspace stepcounter refstepcounter bibliography bibliographystyle
    nocite hyphenation includeonly selectlanguage color fontfamily fontseries fontshape input include
    graphicspath clearfield theoremstyle`),
  list(`
    setcounter addtocounter setlength addtolength markboth fontsize newtheorem definecolor captionsetup counterwithin numberwithin titleformat`),
  list("addcontentsline newenvironment renewenvironment titlespacing"),
];

const TAKEN: ReadonlyMap<string, number> = new Map([
  ...LAYOUT.flatMap((names, count) => [...names].map((name) => [name, count] as const)),
  ...[...Object.keys(REFERENCES), ...Object.keys(CITATIONS), "index", "label", "footnote", "url"].map(
    (name) => [name, 1] as const,
  ),
  ...Object.keys(STYLES).map((name) => [name, 1] as const),
  ...Object.keys(WORDS).map((name) => [name, 0] as const),
  ["href", 2],
]);

/** How many arguments a command takes; undefined when it is not known here. */
export function argumentsOf(name: string): number | undefined {
  return TAKEN.get(name);
}

export function isLayout(name: string): boolean {
  return LAYOUT.some((names) => names.has(name));
}
