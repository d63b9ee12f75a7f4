/**
 * The attributes that the manuscript may have.
 *
 * Names are those of hast properties. What is listed as meaningless is left out without a
 * word: harmless, common in HTML for the web, and without a sense in a book.
 */

/** Which language's rules hold for an element. */
export type Vocabulary = "html" | "svg" | "mathml";

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Besides these every element may have `data-*` and `aria-*`. */
export const GLOBAL_ATTRIBUTES = list("id className lang xmlLang dir title role style hidden translate");

/**
 * By these the composition, the engine and Paged.js know their own elements: one of the author's
 * could take text out of the comparison, or make the layout run in circles.
 */
export const RESERVED_DATA =
  /^data(?:Ref|Source|Medium|Folios?(?:Of)?|NoteFor|Repeated|Continued|FirstSide|Id|Page|PageNumber|Text|Undisplayed|HasNotes|ItemNum|(?:Split|Break|Previous|Next|After|Following|Footnote|AlignLast|LastSplit|Pagedjs|Counter|DataCounter|Target|Nth|NotePolicy|NoteDisplay|Colophon).*)$/;
export const RESERVED_CLASS = /^(?:pagedjs_|colophon-)/;

export const ELEMENT_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  a: list("href hrefLang type rel"),
  blockquote: list("cite"),
  q: list("cite"),
  ins: list("cite dateTime"),
  del: list("cite dateTime"),
  time: list("dateTime"),
  data: list("value"),
  details: list("open"),
  img: list("src alt width height"),
  input: list("type disabled checked"),
  li: list("value"),
  ol: list("start reversed type"),
  col: list("span"),
  colgroup: list("span"),
  td: list("colSpan rowSpan headers"),
  th: list("colSpan rowSpan headers scope abbr"),
};

export const SVG_ATTRIBUTES = list(`
  alignmentBaseline baselineShift clipPath clipPathUnits clipRule color cx cy d direction display
  dominantBaseline dx dy fill fillOpacity fillRule fontFamily fontSize fontStretch fontStyle
  fontVariant fontWeight fr fx fy gradientTransform gradientUnits height href letterSpacing
  lengthAdjust markerEnd markerHeight markerMid markerStart markerUnits markerWidth mask
  maskContentUnits maskUnits method offset opacity orient overflow paintOrder pathLength
  patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY rotate rx
  ry shapeRendering side spacing spreadMethod startOffset stopColor stopOpacity stroke
  strokeDashArray strokeDashOffset strokeLineCap strokeLineJoin strokeMiterLimit strokeOpacity
  strokeWidth systemLanguage textAnchor textDecoration textLength textRendering transform
  transformOrigin unicodeBidi vectorEffect version viewBox visibility width wordSpacing writingMode x
  x1 x2 xLinkHref xLinkTitle xmlns xmlnsXLink xmlSpace y y1 y2`);

/** In lower case: hast knows only some of these names. */
export const MATHML_ATTRIBUTES = list(`
  accent accentunder align columnalign columnlines columnspacing columnspan depth dir display
  displaystyle encoding fence form frame framespacing height href largeop linebreak linethickness
  lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation open
  close rowalign rowlines rowspacing rowspan rspace scriptlevel separator separators stretchy
  symmetric voffset width xmlns alttext intent arg`);

export const MEANINGLESS_ATTRIBUTES = list(`
  target loading decoding fetchPriority crossOrigin referrerPolicy sizes srcSet border cellPadding
  cellSpacing noShade noWrap compact clear face size color bgColor vAlign hSpace vSpace summary
  tabIndex contentEditable draggable spellCheck accessKey autoFocus itemProp itemScope itemType itemId
  itemRef download ping name rules frame axis char charOff longDesc useMap isMap is slot part nonce
  inert enterKeyHint inputMode xmlns xmlBase property typeof vocab resource prefix about markdown htmlFor
  close closed`);

/** Schemes that an address may have; one without a scheme names a file of the publication. */
export const LINK_SCHEMES = list(
  "http https mailto tel sms ftp urn doi geo xmpp irc ircs news nntp sip sips",
);
export const IMAGE_SCHEMES = list("http https data");
/** Properties that hold an address. */
export const ADDRESSES = list("href src cite xLinkHref");

/** Properties that a `style` attribute may set: how a thing looks, never where else it gets something. */
export const STYLE_PROPERTIES = list(`
  background-color border border-bottom border-collapse border-color border-left border-radius
  border-right border-spacing border-style border-top border-width break-after break-before
  break-inside caption-side clear color direction flex-grow float font-family font-feature-settings
  font-kerning font-size font-stretch font-style font-variant font-variant-caps
  font-variant-numeric font-weight height hyphens letter-spacing line-height list-style-type margin
  margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width
  object-fit orphans padding padding-bottom padding-left padding-right padding-top page-break-after
  page-break-before page-break-inside quotes tab-size text-align text-align-last text-decoration
  text-indent text-orientation text-transform vertical-align white-space widows width word-break
  word-spacing writing-mode fill fill-opacity fill-rule font opacity stop-color stop-opacity stroke
  stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor
  dominant-baseline`);

/** Properties of `style` that are left out without a word: of windows, or of the makers of browsers. */
export const MEANINGLESS_STYLE =
  /^(?:-|(?:box|text)-shadow$|cursor$|outline|overflow|pointer-events$|scroll|transition|user-select$|will-change$|z-index$)/;
