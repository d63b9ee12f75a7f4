/** The place in the sources that a message about a printed block names. */
import { type Location, locationFrom } from "../../diagnostics/location.js";
import type { SourcePlaces } from "./print.js";

/** @param source `file:line:column`, or the name of a block that the program has written. */
export function blockPlace({ edition, ids, named }: SourcePlaces, source: string): Location {
  const written = locationFrom(source);
  if (written !== undefined) return written;
  const candidates = named.get(source) ?? [/^.+#(.+)$/.exec(source)?.[1] ?? ""];
  return candidates.map((id) => ids.get(id)).find((place) => place !== undefined) ?? edition;
}
