/** What the making of a PDF works with. */
import type { MakingContext } from "../format.js";
import type { WorkerPool } from "./paginate/pool.js";

export interface PdfContext extends MakingContext {
  /** Browsers that lay out pages. */
  readonly pool: WorkerPool;
}
