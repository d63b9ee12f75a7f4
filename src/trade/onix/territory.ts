/** Where something holds. */
import { element, type OnixElement } from "./xml.js";

/** @param places codes of ISO 3166-1, or `WORLD`. */
export function territory(places: readonly string[]): OnixElement {
  const isWorld = places.includes("WORLD");
  return element("Territory", [
    isWorld ? element("RegionsIncluded", "WORLD") : element("CountriesIncluded", places.join(" ")),
  ]);
}
