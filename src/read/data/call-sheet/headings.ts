/** The parts of a scene's heading: `INT. KITCHEN - NIGHT`. */
import type { Scene } from "./schema.js";

const HEADING = /^(I\/E|INT\.?\s*\/\s*EXT|INT|EXT|EST)\b[.\s]*(.*?)(?:\s+[-–—]\s+([^-–—]+))?$/i;
/** As call sheets write them. */
const SHORT: Readonly<Record<string, string>> = { DAY: "D", NIGHT: "N", JOUR: "J", NUIT: "N" };

type Parts = Pick<Scene, "int-ext" | "set" | "day-night">;

/** What a row says itself counts before what its heading says. */
export function headingOf(row: Scene): Parts {
  const said = row.heading === undefined ? {} : partsOf(row.heading);
  return {
    "int-ext": row["int-ext"] ?? said["int-ext"],
    set: row.set ?? said.set,
    "day-night": row["day-night"] ?? said["day-night"],
  };
}

function partsOf(heading: string): Partial<Parts> {
  const match = HEADING.exec(heading.trim());
  if (match === null) return { set: heading };
  const [, where = "", set = "", when] = match;
  const inside = where.replace(/\s/g, "").replace(/\./g, "").toUpperCase();
  return {
    "int-ext": inside.includes("/") ? "I/E" : inside,
    set,
    ...(when === undefined ? {} : { "day-night": SHORT[when.toUpperCase()] ?? when }),
  };
}
