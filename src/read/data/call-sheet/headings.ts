/** The parts of a scene's heading: `INT. KITCHEN - NIGHT`. */
import { settingOf } from "../../fountain/scene-heading.js";
import type { Scene } from "./schema.js";

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
  const { place, location, time } = settingOf(heading.trim());
  return {
    ...(place === "" ? {} : { "int-ext": place.includes("/") ? "I/E" : place }),
    set: location,
    ...(time === "" ? {} : { "day-night": SHORT[time.toUpperCase()] ?? time }),
  };
}
