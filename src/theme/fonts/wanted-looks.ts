/** Which weights, widths and settings of fonts a style sheet asks for, anywhere: a variable font is made into these. */
import type { WantedLooks } from "./font-instances.js";

/** Regular and bold are asked for by texts, whatever the styles say. */
const ALWAYS = [400, 700];
/** Of a font that slants, its most slanted look: `font-style: italic` names no angle. */
const ITALIC = [-90];

const WEIGHT = /(?:^|[{;\s])(?:font-weight|font|--[\w-]*weight[\w-]*)\s*:\s*([^;}]*)/gi;
const WIDTH = /(?:^|[{;\s])(?:font-stretch|font-width)\s*:\s*([^;}]*)/gi;
const SETTINGS = /(?:^|[{;\s])font-variation-settings\s*:\s*([^;}]*)/gi;
const KEYWORD_WIDTHS: Readonly<Record<string, number>> = {
  "ultra-condensed": 50,
  "extra-condensed": 62.5,
  condensed: 75,
  "semi-condensed": 87.5,
  "semi-expanded": 112.5,
  expanded: 125,
  "extra-expanded": 150,
  "ultra-expanded": 200,
};

/** @param css everything that may set a font: style sheets, variables, templates. */
export function wantedLooks(css: string): WantedLooks {
  const settings = new Map<string, number>();
  for (const [, value = ""] of css.matchAll(SETTINGS)) {
    for (const [, tag = "", number] of value.matchAll(/["'](\w{4})["']\s+(-?[\d.]+)/g)) {
      // The first one: a static font has one value.
      if (!settings.has(tag)) settings.set(tag, Number(number));
    }
  }
  const weights = [...css.matchAll(WEIGHT)].flatMap(([, value = ""]) => weightsIn(value));
  const widths = [...css.matchAll(WIDTH)].flatMap(([, value = ""]) => widthsIn(value));
  const set = (tag: string) => settings.get(tag) ?? [];
  return {
    weights: [...new Set([...ALWAYS, ...weights, ...[set("wght")].flat()])],
    widths: [...new Set([100, ...widths, ...[set("wdth")].flat()])],
    slants: ITALIC,
    settings,
  };
}

/** Variables of an edition, as the custom properties that they become. */
export function settingsOf(variables: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `--${name}: ${value};`)
    .join("\n");
}

/** Plain numbers of three digits or so: those of a `font` with a unit are sizes. */
function weightsIn(value: string): number[] {
  return [...value.matchAll(/(?<![\w.#/-])(\d{1,4}(?:\.\d+)?)(?![\w.%])/g)]
    .map(([, number]) => Number(number))
    .filter((number) => number >= 50 && number <= 1000);
}

function widthsIn(value: string): number[] {
  const percents = [...value.matchAll(/([\d.]+)%/g)].map(([, number]) => Number(number));
  const keyword = KEYWORD_WIDTHS[value.trim().toLowerCase()];
  return keyword === undefined ? percents : [keyword];
}
