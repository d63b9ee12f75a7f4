/** The options of `colophon build`, as commander hands them over. */
import type { Limits } from "../model/limits.js";
import type { LevelOptions, ShardOption } from "./option-values.js";
import type { RequestedReport } from "./report-options.js";

/** Options as commander hands them over. */
export interface BuildOptions extends LevelOptions {
  readonly edition?: readonly string[];
  readonly out: string;
  readonly jobs?: number;
  readonly limit?: Partial<Limits>;
  /** False for `--no-cache`. */
  readonly cache?: boolean;
  /** False for `--no-config`. */
  readonly config?: string | false;
  readonly allowFetch?: readonly string[];
  readonly allow?: readonly string[];
  readonly quiet?: true;
  readonly json?: true;
  readonly check?: true;
  readonly shard?: ShardOption;
  readonly timings?: readonly string[];
  readonly manifest?: string;
  readonly report?: readonly RequestedReport[];
  readonly watch?: true;
}
