/**
 * Colours that authors write by hand, and whether they can be read on the pages that readers choose: white by day,
 * black at night, and nobody says which.
 */

/** A colour in sRGB, each part from 0 to 255. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

const WHITE: Colour = { red: 255, green: 255, blue: 255 };
const BLACK: Colour = { red: 0, green: 0, blue: 0 };

/** Large letters and drawn lines need so much (WCAG 2.2, 1.4.3); for text on both grounds there is hardly more. */
const ENOUGH = 3;
/** The luminance that is as far from white as from black: a contrast of about 4.6 to each. */
const MIDDLE = 0.179;

/**
 * The colour nearest to the author's that can be read on white and on black alike.
 *
 * @returns undefined for a grey one, which is best left to the reader: it says nothing but light or dark.
 */
export function readableOnBoth(colour: Colour): Colour | undefined {
  const isReadable = contrast(colour, WHITE) >= ENOUGH && contrast(colour, BLACK) >= ENOUGH;
  if (isReadable) return colour;
  const { red, green, blue } = colour;
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 32) return undefined;
  const end = luminance(colour) > MIDDLE ? BLACK : WHITE;
  let [from, to] = [0, 1];
  for (let step = 0; step < 12; step++) {
    const share = (from + to) / 2;
    const isFar = luminance(mixed(colour, end, share)) > MIDDLE === luminance(colour) > MIDDLE;
    [from, to] = isFar ? [share, to] : [from, share];
  }
  return mixed(colour, end, to);
}

/** Black or white: what is read better on a ground. */
export function inkOn(ground: Colour): Colour {
  return contrast(ground, BLACK) >= contrast(ground, WHITE) ? BLACK : WHITE;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”). */
function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, “relative luminance”, 0 to 1. */
function luminance({ red, green, blue }: Colour): number {
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function mixed(one: Colour, other: Colour, share: number): Colour {
  const part = (name: keyof Colour) => Math.round(one[name] * (1 - share) + other[name] * share);
  return { red: part("red"), green: part("green"), blue: part("blue") };
}

export function written({ red, green, blue }: Colour): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The colour that a value of CSS names; undefined for one that depends on where it stands, or is see-through. */
export function colourOf(value: string): Colour | undefined {
  const text = value.trim().toLowerCase();
  const hex = /^#(?:[\da-f]{3}|[\da-f]{6})$/.test(text) ? text.slice(1) : NAMED.get(text);
  if (hex !== undefined) return fromHex(hex);
  const shade = HSL.exec(text);
  if (shade) return fromHsl(Number(shade[1]), Number(shade[2]) / 100, Number(shade[3]) / 100);
  const parts = /^rgb\(\s*(\d+)\s*[,\s]\s*(\d+)\s*[,\s]\s*(\d+)\s*\)$/.exec(text);
  if (!parts) return undefined;
  const [red, green, blue] = parts.slice(1).map((part) => Math.min(255, Number(part)));
  return { red: red!, green: green!, blue: blue! };
}

const HSL = /^hsl\(\s*(-?[\d.]+)(?:deg)?\s*[,\s]\s*([\d.]+)%\s*[,\s]\s*([\d.]+)%\s*\)$/;

/** CSS Color 4, 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (turn: number) => {
    const at = (((turn + hue / 30) % 12) + 12) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return { red: part(0), green: part(8), blue: part(4) };
}

function fromHex(hex: string): Colour {
  const long = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
  return { red: red!, green: green!, blue: blue! };
}

/** CSS Color 4, 6.1. */
const NAMES = `
  aliceblue f0f8ff  antiquewhite faebd7  aqua 00ffff  aquamarine 7fffd4  azure f0ffff  beige f5f5dc
  bisque ffe4c4  black 000000  blanchedalmond ffebcd  blue 0000ff  blueviolet 8a2be2  brown a52a2a
  burlywood deb887  cadetblue 5f9ea0  chartreuse 7fff00  chocolate d2691e  coral ff7f50
  cornflowerblue 6495ed  cornsilk fff8dc  crimson dc143c  cyan 00ffff  darkblue 00008b  darkcyan 008b8b
  darkgoldenrod b8860b  darkgray a9a9a9  darkgreen 006400  darkgrey a9a9a9  darkkhaki bdb76b
  darkmagenta 8b008b  darkolivegreen 556b2f  darkorange ff8c00  darkorchid 9932cc  darkred 8b0000
  darksalmon e9967a  darkseagreen 8fbc8f  darkslateblue 483d8b  darkslategray 2f4f4f  darkslategrey 2f4f4f
  darkturquoise 00ced1  darkviolet 9400d3  deeppink ff1493  deepskyblue 00bfff  dimgray 696969
  dimgrey 696969  dodgerblue 1e90ff  firebrick b22222  floralwhite fffaf0  forestgreen 228b22
  fuchsia ff00ff  gainsboro dcdcdc  ghostwhite f8f8ff  gold ffd700  goldenrod daa520  gray 808080
  green 008000  greenyellow adff2f  grey 808080  honeydew f0fff0  hotpink ff69b4  indianred cd5c5c
  indigo 4b0082  ivory fffff0  khaki f0e68c  lavender e6e6fa  lavenderblush fff0f5  lawngreen 7cfc00
  lemonchiffon fffacd  lightblue add8e6  lightcoral f08080  lightcyan e0ffff  lightgoldenrodyellow fafad2
  lightgray d3d3d3  lightgreen 90ee90  lightgrey d3d3d3  lightpink ffb6c1  lightsalmon ffa07a
  lightseagreen 20b2aa  lightskyblue 87cefa  lightslategray 778899  lightslategrey 778899
  lightsteelblue b0c4de  lightyellow ffffe0  lime 00ff00  limegreen 32cd32  linen faf0e6  magenta ff00ff
  maroon 800000  mediumaquamarine 66cdaa  mediumblue 0000cd  mediumorchid ba55d3  mediumpurple 9370db
  mediumseagreen 3cb371  mediumslateblue 7b68ee  mediumspringgreen 00fa9a  mediumturquoise 48d1cc
  mediumvioletred c71585  midnightblue 191970  mintcream f5fffa  mistyrose ffe4e1  moccasin ffe4b5
  navajowhite ffdead  navy 000080  oldlace fdf5e6  olive 808000  olivedrab 6b8e23  orange ffa500
  orangered ff4500  orchid da70d6  palegoldenrod eee8aa  palegreen 98fb98  paleturquoise afeeee
  palevioletred db7093  papayawhip ffefd5  peachpuff ffdab9  peru cd853f  pink ffc0cb  plum dda0dd
  powderblue b0e0e6  purple 800080  rebeccapurple 663399  red ff0000  rosybrown bc8f8f  royalblue 4169e1
  saddlebrown 8b4513  salmon fa8072  sandybrown f4a460  seagreen 2e8b57  seashell fff5ee  sienna a0522d
  silver c0c0c0  skyblue 87ceeb  slateblue 6a5acd  slategray 708090  slategrey 708090  snow fffafa
  springgreen 00ff7f  steelblue 4682b4  tan d2b48c  teal 008080  thistle d8bfd8  tomato ff6347
  turquoise 40e0d0  violet ee82ee  wheat f5deb3  white ffffff  whitesmoke f5f5f5  yellow ffff00
  yellowgreen 9acd32
`;
const NAMED: ReadonlyMap<string, string> = new Map(
  [...NAMES.matchAll(/(\w+) ([\da-f]{6})/g)].map(([, name, hex]) => [name!, hex!]),
);
