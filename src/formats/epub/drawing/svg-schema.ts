/**
 * What the elements of a drawing may say as attributes (SVG 1.1, as the schema of EPUBCheck has it).
 *
 * Drawing programs write more: properties where they mean nothing, values that there are not, what came
 * with SVG 2, and notes of their own. Browsers read over it; a property says the same in `style`.
 */
import { ATTRIBUTES } from "./svg-attributes.js";

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

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
/** Which way lines run is for a whole text to say. */
const INNER_WORDS: ReadonlySet<string> = new Set([...WORDS].filter((name) => name !== "writing-mode"));
const GRADIENT = list([COLOR, STOPS].join(" "));
const IMAGE = list(`${COLOR} ${GRAPHICS} clip color-profile fill-opacity overflow stroke-opacity`);
const EFFECT = list("color-interpolation-filters");
const FILL = list("fill");
const FACE = list("font-family font-size font-stretch font-style font-variant font-weight");
const FACE_OF_GLYPH = list(`${[...FACE].join(" ")} font-size-adjust`);
const LIGHT = list(`${COLOR} color-interpolation-filters lighting-color`);
const FLOOD = list(`${COLOR} color-interpolation-filters flood-color flood-opacity`);
const NONE: ReadonlySet<string> = new Set();

/** The properties that elements may say as attributes; those that are not here may say all. */
const PROPERTIES_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    [SHAPE, "circle ellipse rect"],
    [LINE, "line path polygon polyline"],
    [WORDS, "clipPath text"],
    [INNER_WORDS, "altGlyph textPath tref tspan"],
    [FACE, "font-face"],
    [FACE_OF_GLYPH, "glyphRef"],
    [FILL, "animate animateColor animateMotion animateTransform set"],
    [GRADIENT, "linearGradient radialGradient stop"],
    [IMAGE, "image"],
    [LIGHT, "feDiffuseLighting feSpecularLighting"],
    [FLOOD, "feFlood"],
    [
      EFFECT,
      `feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDisplacementMap feGaussianBlur
      feMerge feMorphology feOffset feTile feTurbulence`,
    ],
    [
      NONE,
      `altGlyphDef altGlyphItem color-profile cursor desc feDistantLight feFuncA feFuncB feFuncG feFuncR feMergeNode
      fePointLight feSpotLight font-face-format font-face-name font-face-src font-face-uri hkern metadata mpath style
      title view vkern`,
    ],
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

/** What a drawing as a whole may be. */
const ROLES = list("application document img");

/** Where an element may say something: as an attribute, in its `style`, or nowhere, since it means nothing. */
export function placeOf(element: string, name: string, value: string): "attribute" | "style" | "nowhere" {
  const attributes = ATTRIBUTES.get(element);
  if (name === "role" && element === "svg") return ROLES.has(value) ? "attribute" : "nowhere";
  // Notes of programs have prefixes.
  if (name.startsWith("xlink:") && !attributes?.has("href")) return "nowhere";
  if (name.includes(":") || /^data-/.test(name) || attributes?.has(name)) return "attribute";
  if (name.startsWith("aria-") && element !== "style") return "attribute";
  const isProperty = PROPERTIES.has(name) && (PROPERTIES_OF.get(element)?.has(name) ?? true);
  if (isProperty && (VALUES.get(name)?.has(value.trim()) ?? true)) return "attribute";
  const isStyle = PROPERTIES.has(name) || LATER_PROPERTIES.has(name);
  return isStyle && attributes?.has("style") ? "style" : "nowhere";
}
