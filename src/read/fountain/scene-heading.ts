/** What a scene heading says: its number, whether the scene is inside or outside, where, and when. */

const PLACES = String.raw`(?:int\.? *\/ *ext|ext\.? *\/ *int|int|ext|est|i\.? *\/ *e|e\.? *\/ *i)`;

const WITH_POINT = new RegExp(`^${PLACES}\\.`, "i");
/** In small letters only with a point: “Est modus in rebus” is no heading. */
const IN_CAPITALS = new RegExp(`^${PLACES.replace(/[a-z]/g, (letter) => letter.toUpperCase())}\\s`);
const SETTING = new RegExp(`^(${PLACES})[.\\s]\\s*(?:[-–—]\\s+)?`, "i");

const NUMBER = /\s*#([\p{L}\p{N}.-]+)#\s*$/u;
/** What divides the parts of a heading: `INT. KITCHEN - NIGHT`, in French often with a slash. */
const DIVIDER = /\s+(?:[-–—]|\/)+\s+/;

export function isSceneHeading(line: string): boolean {
  return WITH_POINT.test(line) || IN_CAPITALS.test(line);
}

/** A heading without its number, and the number. */
export function numberOf(heading: string): { readonly heading: string; readonly number?: string } {
  const found = NUMBER.exec(heading);
  return found === null
    ? { heading: heading.trimEnd() }
    : { heading: heading.slice(0, found.index), number: found[1]! };
}

export interface Setting {
  /** `INT`, `EXT`, `INT/EXT`; empty for a heading that is forced. */
  readonly place: string;
  readonly location: string;
  /** `DAY`; empty when the heading has no part of its own for it. */
  readonly time: string;
}

/** @param heading without its number and its marks of emphasis. */
export function settingOf(heading: string): Setting {
  const [found = "", place = ""] = SETTING.exec(heading) ?? [];
  const parts = heading.slice(found.length).split(DIVIDER);
  const time = parts.length > 1 ? parts.pop()! : "";
  return {
    place: place
      .toUpperCase()
      .replaceAll(/[.\s]/g, "")
      .replace(/^I\/E$/, "INT/EXT")
      .replace(/^E\/I$/, "EXT/INT"),
    location: parts.join(" - ").trim(),
    time: time.trim(),
  };
}
