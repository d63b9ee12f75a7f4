/** What a build tells while it runs. Progress is for people who wait; results never depend on it. */
import type { EditionResult } from "./edition-result.js";
import type { Format } from "./format.js";

/** The stages of an edition, in the order in which a build passes through them. */
export type Stage = "parse" | "compose" | "render" | "paginate" | "assemble" | "package" | "publish";

/** How far a stage is. */
export interface StageProgress {
  /** Steps done of `total`: runs when paginating, files when parsing. */
  readonly done: number;
  readonly total: number;
  /** Pages so far. */
  readonly pages?: number;
  /** About how long the stage will go on; missing as long as that would be a guess. */
  readonly secondsLeft?: number;
}

export type ProgressEvent =
  | {
      readonly type: "edition-start";
      readonly publication: string;
      readonly edition: string;
      readonly format: Format;
    }
  | ({
      readonly type: "stage";
      readonly publication: string;
      readonly edition: string;
      readonly stage: Stage;
    } & Partial<StageProgress>)
  | ({ readonly type: "edition-end" } & EditionResult);
