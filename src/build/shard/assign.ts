/**
 * Shares out the editions of a catalogue among machines that do not speak to each other.
 *
 * Each computes the whole plan from the same inputs and builds its own part. An ebook that carries
 * the page numbers of a print edition stays with it, or the pages would be laid out twice; its
 * bytes are the same in any shard.
 */
import { createHash } from "node:crypto";
import type { Shard } from "../../model/build.js";
import type { Edition, Publication } from "../../model/publication.js";
import { editionBefore } from "../before.js";

export interface Weighted {
  readonly publication: Publication;
  readonly edition: Edition;
  /** Expected work: seconds, or anything that grows with them. */
  readonly weight: number;
}

export interface Plan {
  /** Shard of each edition, from 1, by `publication/edition`. */
  readonly shards: ReadonlyMap<string, number>;
  /** SHA-256 of it. */
  readonly digest: string;
}

export function nameOf({ id }: Publication, edition: Edition): string {
  return `${id}/${edition.id}`;
}

/** The heaviest first, each to the shard that has the least (LPT); names decide between equals. */
export function planShards(editions: readonly Weighted[], { count }: Pick<Shard, "count">): Plan {
  const loads = Array.from({ length: count }, () => 0);
  const shards = new Map<string, number>();
  for (const { names, weight } of unitsOf(editions)) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest]! += weight;
    for (const name of names) shards.set(name, lightest + 1);
  }
  const listed = [...shards].sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash("sha256")
    .update(JSON.stringify([count, listed]))
    .digest("hex");
  return { shards, digest };
}

interface Unit {
  readonly names: string[];
  weight: number;
}

/** Editions that are built together, heaviest first. */
function unitsOf(editions: readonly Weighted[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const { publication, edition, weight } of editions) {
    const source = editionBefore(publication, edition) ?? edition;
    const key = nameOf(publication, source);
    const unit = units.get(key) ?? { names: [], weight: 0 };
    unit.names.push(nameOf(publication, edition));
    unit.weight += weight;
    units.set(key, unit);
  }
  const named = [...units.entries()];
  return named.sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1)).map(([, unit]) => unit);
}
