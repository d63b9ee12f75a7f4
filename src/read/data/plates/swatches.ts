/** The colours that a picture is made of: few, far apart, and the same whenever they are looked for. */

/** A colour with how much of the picture it is. */
export interface Swatch {
  /** `#rrggbb`. */
  readonly colour: string;
  /** Pixels. */
  readonly weight: number;
}

/** Levels of each channel that count as one. */
const STEP = 32;
/** How far colours are apart, in levels, before the rule gives way. */
const APART = 96;

interface Bin {
  red: number;
  green: number;
  blue: number;
  count: number;
}

/**
 * Gathers pixels that are nearly alike, and gives the mean of each gathering.
 *
 * @param pixels red, green and blue, one after the other, 0 to 255.
 */
export function coloursIn(pixels: Uint8Array): readonly Swatch[] {
  const bins = new Map<number, Bin>();
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const key = [red, green, blue].reduce((sum, each) => sum * 256 + Math.floor(each / STEP), 0);
    const bin = bins.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 };
    bin.red += red;
    bin.green += green;
    bin.blue += blue;
    bin.count += 1;
    bins.set(key, bin);
  }
  return [...bins.values()].map(({ red, green, blue, count }) => ({
    colour: `#${[red, green, blue].map((sum) => hex(sum / count)).join("")}`,
    weight: count,
  }));
}

function hex(level: number): string {
  return Math.round(level).toString(16).padStart(2, "0");
}

/**
 * The colours that stand for all: the largest first, strong ones before grey ones, each far from those before.
 *
 * @param count how many; fewer when there are no more.
 */
export function chosen(swatches: readonly Swatch[], count: number): readonly string[] {
  const left = [...swatches].sort(
    (one, other) => worth(other) - worth(one) || (one.colour < other.colour ? -1 : 1),
  );
  const found: string[] = [];
  for (let apart = APART; found.length < count && apart >= 1; apart /= 2) {
    for (const { colour } of left) {
      if (found.length >= count) break;
      if (found.every((each) => distance(each, colour) >= apart)) found.push(colour);
    }
  }
  return found;
}

/** A small spot of a strong colour is what people remember. */
function worth({ colour, weight }: Swatch): number {
  const levels = levelsOf(colour);
  const strength = (Math.max(...levels) - Math.min(...levels)) / 255;
  return weight * (1 + 3 * strength);
}

function distance(one: string, other: string): number {
  const [first, second] = [levelsOf(one), levelsOf(other)];
  return Math.hypot(...first.map((level, index) => level - second[index]!));
}

function levelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
