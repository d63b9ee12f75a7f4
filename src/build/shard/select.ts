/** The editions that a build is to make: those that are asked for, or the part of them that is one shard. */
import { selectedEditions } from "../../load/catalogue.js";
import type { BuildRequest } from "../../model/build.js";
import type { Edition, Publication } from "../../model/publication.js";
import { nameOf, planShards } from "./assign.js";
import { weighted } from "./weights.js";

export interface Selection {
  editionsOf(publication: Publication): readonly Edition[];
  /** Which part of the whole it is, when the build is one shard of several. */
  readonly shard?: { readonly index: number; readonly count: number; readonly plan: string };
}

type Wanted = Pick<BuildRequest, "editions" | "shard">;

export async function selectEditions(
  publications: readonly Publication[],
  { editions: ids, shard }: Wanted,
): Promise<Selection> {
  if (shard === undefined) return { editionsOf: (publication) => selectedEditions(publication, ids) };
  const all = publications.flatMap((publication) =>
    selectedEditions(publication, ids).map((edition) => ({ publication, edition })),
  );
  const { index, count, timings = {} } = shard;
  const { shards, digest } = planShards(await weighted(all, timings), shard);
  return {
    editionsOf: (publication) =>
      selectedEditions(publication, ids).filter((each) => shards.get(nameOf(publication, each)) === index),
    shard: { index, count, plan: digest },
  };
}
