/** What the reader of data has put together: the text that is parsed, as JSON. */
import type { TableFile } from "./tables.js";

export interface Gathered {
  /** Of the file itself. */
  readonly text: string;
  /** By the keys that name them. */
  readonly tables: Readonly<Record<string, TableFile>>;
  /** What the kind has asked for besides. */
  readonly found?: unknown;
}
