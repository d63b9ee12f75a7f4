/** Brings pictures and what is said of them together. */
import { posix } from "node:path";
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import { nearest } from "../../../diagnostics/nearest.js";
import type { ContentContext } from "../kind.js";
import type { FoundPicture } from "./pictures.js";
import type { CaptionRow, Plates } from "./schema.js";

export interface Plate {
  readonly picture: FoundPicture;
  readonly said: CaptionRow;
  readonly at: Location;
}

/** Those that rows name first, in their order, then the others. */
export function platesOf(
  { captions = [] }: Plates,
  pictures: readonly FoundPicture[],
  { places, at, report }: ContentContext,
): readonly Plate[] {
  const byName = new Map(pictures.map((picture) => [picture.name, picture]));
  const said = captions.flatMap((row, index): Plate[] => {
    const name = posix.basename(row.file ?? "");
    const picture = byName.get(name);
    if (picture !== undefined && byName.delete(name)) {
      return [{ picture, said: row, at: at(["captions", index]) }];
    }
    const place = places.value(["captions", index, "file"]);
    const isKnown = pictures.some((each) => each.name === name);
    const similar = nearest(name, byName.keys());
    const message = isKnown
      ? `\`${name}\` has two captions, of which the first is shown`
      : `There is no image \`${name}\` in the folder`;
    const hint =
      similar === undefined ? "Correct the name, or remove the row" : `Did you mean \`${similar}\`?`;
    report(diagnostic("sheet-reference", message, place, isKnown ? "Remove one of the rows" : hint));
    return [];
  });
  const others = [...byName.values()].map((picture) => ({ picture, said: {}, at: at(["from"]) }));
  return [...said, ...others];
}

/** Titles with their plates, in the order in which they come; those without a title before all. */
export function groupsOf(plates: readonly Plate[]): ReadonlyMap<string, readonly Plate[]> {
  const groups = new Map<string, Plate[]>();
  const loose = plates.filter(({ said }) => said.group === undefined);
  if (loose.length > 0) groups.set("", loose);
  for (const plate of plates) {
    const { group } = plate.said;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), plate]);
  }
  return groups;
}

/**
 * Rows of one height: each is as many pictures as come nearest to a width.
 *
 * @param wide of a row, in its height.
 */
export function inRows(plates: readonly Plate[], wide: number): readonly (readonly Plate[])[] {
  const rows: Plate[][] = [];
  let width = 0;
  for (const plate of plates) {
    const { aspect } = plate.picture;
    const last = rows.at(-1);
    // One more is taken in while the row comes nearer to its width by it.
    const isNearer = last !== undefined && Math.abs(width + aspect - wide) < Math.abs(width - wide);
    if (last === undefined || !isNearer) {
      rows.push([plate]);
      width = aspect;
    } else {
      last.push(plate);
      width += aspect;
    }
  }
  return rows;
}
