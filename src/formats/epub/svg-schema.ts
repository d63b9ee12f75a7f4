/**
 * What the elements of a drawing may say as attributes (SVG 1.1, as the schema of EPUBCheck has it).
 *
 * Drawing programs write more: properties where they mean nothing, values that there are not, what came
 * with SVG 2, and notes of their own. Browsers read over it; a property says the same in `style`.
 */

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Elements that are drawn, or that say how. */
export const ELEMENTS = list(`
  a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath
  color-profile cursor defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
  feDiffuseLighting feDisplacementMap feDistantLight feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage
  feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter
  font font-face font-face-format font-face-name font-face-src font-face-uri foreignObject g glyph glyphRef hkern
  image line linearGradient marker mask metadata missing-glyph mpath path pattern polygon polyline radialGradient
  rect set stop style svg switch symbol text textPath title tref tspan use view vkern`);

const COLOR = "color color-interpolation color-rendering";
const PAINT = `${COLOR} fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width`;
const GRAPHICS = `clip-path clip-rule cursor display filter image-rendering mask opacity pointer-events
  shape-rendering text-rendering visibility`;
const MARKERS = "marker-end marker-mid marker-start";
const TEXT = `alignment-baseline baseline-shift direction dominant-baseline font-family font-size font-size-adjust
  font-stretch font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical kerning
  letter-spacing text-anchor text-decoration unicode-bidi word-spacing writing-mode`;
const STOPS = "stop-color stop-opacity";
const OTHERS = `clip color-interpolation-filters color-profile enable-background flood-color flood-opacity
  lighting-color overflow`;

const PROPERTIES = list([PAINT, GRAPHICS, MARKERS, TEXT, STOPS, OTHERS].join(" "));
/** Properties that have no attribute in SVG 1.1. */
const LATER_PROPERTIES = list(
  "isolation mask-type mix-blend-mode paint-order transform-origin vector-effect",
);

const SHAPE = list([PAINT, GRAPHICS].join(" "));
const LINE = list([PAINT, GRAPHICS, MARKERS].join(" "));
const WORDS = list([PAINT, GRAPHICS, TEXT].join(" "));
const GRADIENT = list([COLOR, STOPS].join(" "));
const IMAGE = list(`${COLOR} ${GRAPHICS} clip color-profile fill-opacity overflow stroke-opacity`);
const EFFECT = list("color-interpolation-filters");
const LIGHT = list(`${COLOR} color-interpolation-filters lighting-color`);
const FLOOD = list(`${COLOR} color-interpolation-filters flood-color flood-opacity`);
const NONE: ReadonlySet<string> = new Set();

/** The properties that elements may say as attributes; those that are not here may say all. */
const PROPERTIES_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    [SHAPE, "circle ellipse rect"],
    [LINE, "line path polygon polyline"],
    [WORDS, "altGlyph clipPath text textPath tref tspan"],
    [GRADIENT, "linearGradient radialGradient stop"],
    [IMAGE, "image"],
    [LIGHT, "feDiffuseLighting feSpecularLighting"],
    [FLOOD, "feFlood"],
    [
      EFFECT,
      `feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDisplacementMap feGaussianBlur
      feMerge feMorphology feOffset feTile feTurbulence`,
    ],
    [NONE, "desc metadata style title view"],
  ].flatMap(([properties, names]) =>
    [...list(names as string)].map((name) => [name, properties as ReadonlySet<string>] as const),
  ),
);

/** The values of properties that have no others. */
const VALUES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    "alignment-baseline": `auto baseline before-edge text-before-edge middle central after-edge text-after-edge
      ideographic alphabetic hanging mathematical`,
    "clip-rule": "nonzero evenodd",
    direction: "ltr rtl",
    display: `block compact inline inline-table list-item marker none run-in table table-caption table-cell
      table-column table-column-group table-footer-group table-header-group table-row table-row-group`,
    "dominant-baseline": `auto use-script no-change reset-size ideographic alphabetic hanging mathematical central
      middle text-after-edge text-before-edge`,
    "fill-rule": "nonzero evenodd",
    "font-style": "normal italic oblique",
    "font-weight": "normal bold bolder lighter 100 200 300 400 500 600 700 800 900",
    "image-rendering": "auto optimizeSpeed optimizeQuality",
    overflow: "visible hidden scroll auto",
    "pointer-events": "visiblePainted visibleFill visibleStroke visible painted fill stroke all none",
    "shape-rendering": "auto optimizeSpeed crispEdges geometricPrecision",
    "stroke-linecap": "butt round square",
    "stroke-linejoin": "miter round bevel",
    "text-anchor": "start middle end",
    "text-rendering": "auto optimizeSpeed optimizeLegibility geometricPrecision",
    visibility: "visible hidden collapse",
  }).map(([name, values]) => [name, list(`${values} inherit`)]),
);

/** All other attributes without a prefix. */
const ATTRIBUTES = list(`
  accent-height accumulate additive alphabetic amplitude arabic-form ascent attributeName attributeType azimuth
  baseFrequency baseProfile bbox begin bias by calcMode cap-height class clipPathUnits contentScriptType
  contentStyleType cx cy d descent diffuseConstant divisor dur dx dy edgeMode elevation end exponent
  externalResourcesRequired filterRes filterUnits focusable format from fx fy g1 g2 glyph-name glyphRef
  gradientTransform gradientUnits hanging height horiz-adv-x horiz-origin-x horiz-origin-y href id ideographic in in2
  intercept k k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lang lengthAdjust
  limitingConeAngle local markerHeight markerUnits markerWidth maskContentUnits maskUnits mathematical max media
  method min mode name numOctaves offset operator order orient orientation origin overline-position
  overline-thickness panose-1 path pathLength patternContentUnits patternTransform patternUnits points pointsAtX
  pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY rendering-intent
  repeatCount repeatDur requiredExtensions requiredFeatures restart result role rotate rx ry scale seed slope spacing
  specularConstant specularExponent spreadMethod startOffset stdDeviation stemh stemv stitchTiles string
  strikethrough-position strikethrough-thickness style surfaceScale systemLanguage tabindex tableValues target targetX
  targetY textLength title to transform type u1 u2 underline-position underline-thickness unicode unicode-range
  units-per-em v-alphabetic v-hanging v-ideographic v-mathematical values version vert-adv-y vert-origin-x
  vert-origin-y viewBox viewTarget width widths x x-height x1 x2 xChannelSelector xmlns y y1 y2 yChannelSelector z
  zoomAndPan`);

/** Where an element may say something: as an attribute, in its `style`, or nowhere, since it means nothing. */
export function placeOf(element: string, name: string, value: string): "attribute" | "style" | "nowhere" {
  // Notes of programs have prefixes.
  if (name.includes(":") || /^(?:aria|data)-/.test(name) || ATTRIBUTES.has(name)) return "attribute";
  if (LATER_PROPERTIES.has(name)) return "style";
  if (!PROPERTIES.has(name)) return "nowhere";
  const isAllowed = PROPERTIES_OF.get(element)?.has(name) ?? true;
  const isKnown = VALUES.get(name)?.has(value.trim()) ?? true;
  return isAllowed && isKnown ? "attribute" : "style";
}
