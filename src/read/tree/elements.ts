/**
 * The elements that the manuscript may have, and what becomes of the others.
 *
 * The names come from HTML (Living Standard), SVG 2 and MathML Core. What is not listed here
 * is not HTML at all, and then probably text: `Vec<T>`.
 */

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Elements of HTML that a book may have. */
export const HTML_ELEMENTS = list(`
  a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del
  details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input
  ins kbd label li mark nav ol p pre q rb rp rt rtc ruby s samp section small span strong sub
  summary sup table tbody td tfoot th thead time tr u ul var wbr`);

/** Without scripts, animation, filters and anything that fetches a file. */
export const SVG_ELEMENTS = list(`
  svg circle clippath defs desc ellipse foreignobject g line lineargradient marker mask metadata
  path pattern polygon polyline radialgradient rect stop switch symbol text textpath title tspan
  use view a`);

export const MATHML_ELEMENTS = list(`
  math annotation merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow
  ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
  menclose maction`);

/** Elements that are HTML but are taken out; their text stays. */
const REFUSED_ELEMENTS = list(`
  annotation-xml animate animatemotion animatetransform applet area audio base basefont bgsound
  blink body button canvas command content datalist dialog embed fieldset form frame frameset head
  html iframe image isindex keygen legend link main map marquee menu menuitem meta meter nobr noembed
  noframes noscript object optgroup option output param picture plaintext portal progress script
  search select set shadow slot source spacer style svg template textarea title track video xmp
  filter feblend fecolormatrix fecomposite fegaussianblur femerge femergenode feoffset feflood
  fedropshadow fetile feimage feturbulence femorphology fedisplacementmap`);

/** Obsolete elements and what says the same today. */
export const REPLACED_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ["acronym", "abbr"],
  ["big", "span"],
  ["center", "div"],
  ["dir", "ul"],
  ["font", "span"],
  ["strike", "s"],
  ["tt", "code"],
]);

/** Elements without content or end tag. */
export const VOID_ELEMENTS = list(`
  area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta
  param source track wbr`);

/** Elements in which the HTML parser reads tags as text, or leaves them out. */
export const RAW_TEXT_ELEMENTS = list(`
  iframe noembed noframes optgroup option plaintext select textarea title xmp`);

/** Stands before the name of such an element, so that its content is read like any other. */
export const RENAMED = "x-";

/** Elements whose end tag may be left out, with the start tags that close them. */
export const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    p: "p",
    li: "li",
    dt: "dt dd",
    dd: "dt dd",
    rt: "rt rp",
    rp: "rt rp",
    option: "option optgroup",
    optgroup: "optgroup",
    td: "td th tr tbody tfoot thead",
    th: "td th tr tbody tfoot thead",
    tr: "tr tbody tfoot thead",
    thead: "tbody tfoot",
    tbody: "tbody tfoot",
    tfoot: "tbody",
    colgroup: "colgroup thead tbody tfoot tr",
    caption: "colgroup thead tbody tfoot tr",
  }).map(([name, by]) => [name, list(by)]),
);

/** True for any element of HTML, SVG or MathML, and for custom elements, which have a hyphen. */
export function isElementName(name: string): boolean {
  return (
    HTML_ELEMENTS.has(name) ||
    SVG_ELEMENTS.has(name) ||
    MATHML_ELEMENTS.has(name) ||
    REFUSED_ELEMENTS.has(name) ||
    REPLACED_ELEMENTS.has(name) ||
    /^[a-z][a-z0-9]*-/.test(name)
  );
}
