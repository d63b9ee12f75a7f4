/**
 * How much work editions are likely to be, from what every machine knows alike.
 *
 * Times of an earlier build say it best, when the build is given them. Else the size of the texts
 * does: nothing of the machine, its clock or its cache may have a say.
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { FORMATS } from "../../model/format.js";
import type { Edition, Publication } from "../../model/publication.js";
import { nameOf, type Weighted } from "./assign.js";

const MILLION = 1_000_000;

/** Every edition with its weight, in seconds of a machine of reference or of the one that timed them. */
export async function weighted(
  editions: readonly { readonly publication: Publication; readonly edition: Edition }[],
  timings: Readonly<Record<string, number>>,
): Promise<readonly Weighted[]> {
  const estimates = await Promise.all(editions.map(estimate));
  const known = editions.map(({ publication, edition }) => timings[nameOf(publication, edition)]);
  // Editions that nobody has timed are brought to the scale of those that somebody has.
  const scale = ratio(known, estimates);
  return editions.map((each, index) => ({ ...each, weight: known[index] ?? estimates[index]! * scale }));
}

function ratio(known: readonly (number | undefined)[], estimates: readonly number[]): number {
  let measured = 0;
  let estimated = 0;
  known.forEach((seconds, index) => {
    if (seconds === undefined) return;
    measured += seconds;
    estimated += estimates[index]!;
  });
  return measured > 0 ? measured / estimated : 1;
}

async function estimate({
  publication,
  edition,
}: {
  readonly publication: Publication;
  readonly edition: Edition;
}): Promise<number> {
  const files = [...new Set(edition.sections.flatMap((section) => section.files))];
  const sizes = await Promise.all(files.map((file) => sizeOf(join(publication.root, file))));
  const { million, start } = FORMATS[edition.format].work;
  return start + (million * sizes.reduce((sum, size) => sum + size, 0)) / MILLION;
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
