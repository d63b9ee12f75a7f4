/** How papers of a production name the scenes of a script. */
import type { Element } from "hast";

/**
 * Their numbers; in a script without any, how many each is, so that a draft can be listed and shot from, too.
 *
 * @param headings of all scenes of the script, in order.
 * @returns names by headings; an empty one where only other scenes have a number.
 */
export function sceneNames(headings: readonly Element[]): ReadonlyMap<Element, string> {
  const isNumbered = headings.some(({ properties }) => properties.dataNumber !== undefined);
  return new Map(
    headings.map((heading, index) => [
      heading,
      isNumbered ? String(heading.properties.dataNumber ?? "") : String(index + 1),
    ]),
  );
}
