/** The places of all blocks in the finished PDF, from what the survey says of each run. */

import { placedBlocks } from "../../adapt/placed-blocks.js";
import type { Book } from "../../model/book.js";
import type { SourceMap } from "../../model/source-map.js";
import type { Pagination } from "./paginate/paginate.js";

export function printedBlocks({ placed, laidOut }: Pagination, book: Book): SourceMap {
  const texts = new Map(placedBlocks(book).map(({ source, text }) => [source, text]));
  const blocks = placed.flatMap(({ start }, index) =>
    laidOut[index]!.survey.blocks.map((block) => ({
      ...block,
      page: start + block.page,
      text: texts.get(block.source) ?? "",
    })),
  );
  return { format: "pdf", blocks };
}
