/**
 * Makes static fonts of a variable one: one for each look that the styles ask for.
 *
 * A browser prints a variable font letter by letter as drawings (Type 3), a font for each value of an axis,
 * which are large, look coarse on screens and cannot be searched everywhere.
 */
import { programFingerprint } from "../../cache/fingerprint.js";
import { keyOf, type Store } from "../../cache/store.js";
import type { FontAxis } from "./font-file.js";

/** What a style sheet asks of fonts, anywhere. */
export interface WantedLooks {
  /** 1 to 1000. */
  readonly weights: readonly number[];
  /** Percent. */
  readonly widths: readonly number[];
  /** Degrees. */
  readonly slants: readonly number[];
  /** Values of other axes, by tag (`font-variation-settings`). */
  readonly settings: ReadonlyMap<string, number>;
}

/** One static font to be made. */
export interface Instance {
  readonly weight: number | undefined;
  readonly width: number | undefined;
  readonly slant: number | undefined;
  readonly axes: Readonly<Record<string, number>>;
}

/** CSS pixels: the size of running text, for fonts that are drawn otherwise for small sizes. */
const TEXT_SIZE = 14;
/** More looks of one font are a mistake; the last ones are left to their neighbours. */
const MOST_INSTANCES = 24;

/** The looks that a font with these axes can have of those that are wanted. */
export function instancesOf(axes: ReadonlyMap<string, FontAxis>, wanted: WantedLooks): Instance[] {
  const weights = valuesOf(axes.get("wght"), wanted.weights);
  const widths = valuesOf(axes.get("wdth"), wanted.widths);
  const slants = valuesOf(axes.get("slnt"), wanted.slants);
  const others = Object.fromEntries(
    [...axes]
      .filter(([tag]) => !["wght", "wdth", "slnt"].includes(tag))
      .map(([tag, axis]) => {
        const value = wanted.settings.get(tag) ?? (tag === "opsz" ? TEXT_SIZE : axis.usual);
        return [tag, within(axis, value)];
      }),
  );
  const all = weights.flatMap((weight) =>
    widths.flatMap((width) =>
      slants.map((slant) => ({
        weight,
        width,
        slant,
        axes: { ...others, ...given("wght", weight), ...given("wdth", width), ...given("slnt", slant) },
      })),
    ),
  );
  return all.slice(0, MOST_INSTANCES);
}

function given(tag: string, value: number | undefined): Record<string, number> {
  return value === undefined ? {} : { [tag]: value };
}

/** One undefined for an axis that the font does not have. */
function valuesOf(axis: FontAxis | undefined, wanted: readonly number[]): (number | undefined)[] {
  if (axis === undefined) return [undefined];
  return [...new Set(wanted.map((value) => within(axis, value)))].sort((a, b) => a - b);
}

function within({ least, most }: FontAxis, value: number): number {
  return Math.min(most, Math.max(least, value));
}

/** The font with its axes held at these values, with all its glyphs, in the plain form. Kept from build to build. */
export async function pinFont(
  font: Uint8Array,
  axes: Readonly<Record<string, number>>,
  store: Store,
): Promise<Uint8Array> {
  const key = keyOf(await programFingerprint(), font, JSON.stringify(axes));
  const kept = await store.read("font", key);
  if (kept) return kept;
  const { default: subsetFont } = await import("subset-font");
  const pinned = await subsetFont(Buffer.from(font), "", {
    targetFormat: "sfnt",
    keepAllGlyphs: true,
    ...(Object.keys(axes).length === 0 ? {} : { variationAxes: axes }),
  });
  await store.write("font", key, pinned);
  return pinned;
}
