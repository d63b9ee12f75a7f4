/** The places of all blocks in the finished PDF, from what the survey says of each run. */
import type { PlacedBlock } from "../../adapt/placed-blocks.js";
import type { SourceMap } from "../../model/source-map.js";
import type { Pagination } from "./paginate/paginate.js";

/** @param sources the blocks of the book. */
export function printedBlocks({ placed, laidOut }: Pagination, sources: readonly PlacedBlock[]): SourceMap {
  const texts = new Map(sources.map(({ source, text }) => [source, text]));
  const blocks = placed.flatMap(({ start }, index) =>
    laidOut[index]!.survey.blocks.map((block) => ({
      ...block,
      page: start + block.page,
      text: texts.get(block.source) ?? "",
    })),
  );
  return { format: "pdf", blocks };
}
