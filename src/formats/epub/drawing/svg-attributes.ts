/**
 * What each element of a drawing may say as attributes, but for properties (SVG 1.1, as the schema of EPUBCheck
 * has it: there it differs from what browsers read over).
 */

const list = (names: string): string[] => names.trim().split(/\s+/);

const TIMING = "begin dur end max min repeatCount repeatDur restart";
const TARGET = "attributeName attributeType";
const VALUES = "accumulate additive by calcMode from href keySplines keyTimes to values";
const FILTER_REGION = "height result width x y";
const TRANSFER = "amplitude exponent intercept offset slope tableValues type";
const GLYPH = "d horiz-adv-x vert-adv-y vert-origin-x vert-origin-y";
const KERNING = "g1 g2 k u1 u2";
const GRADIENT = "gradientTransform gradientUnits href spreadMethod";
const LENGTH = "lengthAdjust textLength";
const PLACED = "dx dy rotate x y";

/** The attributes of each element that are not those of others too. */
const OWN: Readonly<Record<string, string>> = {
  a: "href target",
  altGlyph: `${PLACED} format glyphRef href`,
  altGlyphDef: "",
  altGlyphItem: "",
  animate: `${TIMING} ${TARGET} ${VALUES}`,
  animateColor: `${TIMING} ${TARGET} ${VALUES}`,
  animateMotion: `${TIMING} ${VALUES} keyPoints origin path rotate`,
  animateTransform: `${TIMING} ${TARGET} ${VALUES} type`,
  circle: "cx cy r",
  clipPath: "clipPathUnits",
  "color-profile": "href local name rendering-intent",
  cursor: "href x y",
  defs: "",
  desc: "",
  ellipse: "cx cy rx ry",
  feBlend: `${FILTER_REGION} in in2 mode`,
  feColorMatrix: `${FILTER_REGION} in type values`,
  feComponentTransfer: `${FILTER_REGION} in`,
  feComposite: `${FILTER_REGION} in in2 k1 k2 k3 k4 operator`,
  feConvolveMatrix: `${FILTER_REGION} bias divisor edgeMode in kernelMatrix kernelUnitLength order preserveAlpha
    targetX targetY`,
  feDiffuseLighting: `${FILTER_REGION} diffuseConstant in kernelUnitLength surfaceScale`,
  feDisplacementMap: `${FILTER_REGION} in in2 scale xChannelSelector yChannelSelector`,
  feDistantLight: "azimuth elevation",
  feFlood: `${FILTER_REGION} in`,
  feFuncA: TRANSFER,
  feFuncB: TRANSFER,
  feFuncG: TRANSFER,
  feFuncR: TRANSFER,
  feGaussianBlur: `${FILTER_REGION} in stdDeviation`,
  feImage: `${FILTER_REGION} href preserveAspectRatio`,
  feMerge: FILTER_REGION,
  feMergeNode: "in",
  feMorphology: `${FILTER_REGION} in operator radius`,
  feOffset: `${FILTER_REGION} dx dy in`,
  fePointLight: "x y z",
  feSpecularLighting: `${FILTER_REGION} in kernelUnitLength specularConstant specularExponent surfaceScale`,
  feSpotLight: "limitingConeAngle pointsAtX pointsAtY pointsAtZ specularExponent x y z",
  feTile: `${FILTER_REGION} in`,
  feTurbulence: `${FILTER_REGION} baseFrequency numOctaves seed stitchTiles type`,
  filter: "filterRes filterUnits height href primitiveUnits width x y",
  font: "horiz-adv-x horiz-origin-x horiz-origin-y vert-adv-y vert-origin-x vert-origin-y",
  "font-face": `accent-height alphabetic ascent bbox cap-height descent hanging ideographic mathematical
    overline-position overline-thickness panose-1 slope stemh stemv strikethrough-position strikethrough-thickness
    underline-position underline-thickness unicode-range units-per-em v-alphabetic v-hanging v-ideographic
    v-mathematical widths x-height`,
  "font-face-format": "string",
  "font-face-name": "name",
  "font-face-src": "",
  "font-face-uri": "href",
  foreignObject: "height width x y",
  g: "",
  glyph: `${GLYPH} arabic-form glyph-name orientation unicode`,
  glyphRef: "dx dy format glyphRef href x y",
  hkern: KERNING,
  image: "height href preserveAspectRatio width x y",
  line: "x1 x2 y1 y2",
  linearGradient: `${GRADIENT} x1 x2 y1 y2`,
  marker: "markerHeight markerUnits markerWidth orient preserveAspectRatio refX refY viewBox",
  mask: "height maskContentUnits maskUnits width x y",
  metadata: "",
  "missing-glyph": GLYPH,
  mpath: "href",
  path: "d pathLength",
  pattern:
    "height href patternContentUnits patternTransform patternUnits preserveAspectRatio viewBox width x y",
  polygon: "points",
  polyline: "points",
  radialGradient: `${GRADIENT} cx cy fx fy r`,
  rect: "height rx ry width x y",
  set: `${TIMING} ${TARGET} href to`,
  stop: "offset",
  style: "media title type",
  svg: `baseProfile contentScriptType contentStyleType height preserveAspectRatio version viewBox width x xmlns y
    zoomAndPan`,
  switch: "",
  symbol: "height preserveAspectRatio viewBox width",
  text: `${LENGTH} ${PLACED}`,
  textPath: `${LENGTH} href method spacing startOffset`,
  title: "",
  tref: `${LENGTH} ${PLACED} href`,
  tspan: `${LENGTH} ${PLACED}`,
  use: "height href width x y",
  view: "preserveAspectRatio viewBox viewTarget zoomAndPan",
  vkern: KERNING,
};

const SHAPES = "circle ellipse line path polygon polyline rect";
const DRAWN = `${SHAPES} a foreignObject g image text use`;
const WORDS = "altGlyph textPath tref tspan";
const ANIMATIONS = "animate animateColor animateMotion animateTransform set";

/** Attributes of several elements: the attributes, then the elements. */
const SHARED: readonly (readonly [string, string])[] = [
  [
    "requiredExtensions requiredFeatures systemLanguage",
    `${DRAWN} ${WORDS} ${ANIMATIONS}
    clipPath cursor defs mask pattern svg switch`,
  ],
  ["transform", `${DRAWN} clipPath defs switch`],
  ["role", `${DRAWN} altGlyph glyph glyphRef svg symbol tspan`],
  [
    "class style",
    `${DRAWN} ${WORDS} clipPath defs desc feDiffuseLighting feFlood feImage feSpecularLighting filter
    font glyph glyphRef linearGradient marker mask missing-glyph pattern radialGradient stop svg switch symbol title`,
  ],
  [
    "focusable tabindex",
    Object.keys(OWN)
      .filter((name) => name !== "style")
      .join(" "),
  ],
  ["id lang", Object.keys(OWN).join(" ")],
];

/** The elements that there are, with their attributes. */
export const ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OWN).map(([element, own]) => {
    const shared = SHARED.filter(([, elements]) => list(elements).includes(element));
    return [element, new Set([own, ...shared.map(([names]) => names)].flatMap(list))];
  }),
);
