/** The kinds of source files. A new one is its folder here, and a line. */
import { extname } from "node:path";
import { data } from "./data/reader.js";
import { fountain } from "./fountain/reader.js";
import { markdown } from "./markdown/reader.js";
import { notebook } from "./notebook/reader.js";
import type { SourceReader } from "./source-reader.js";

export const READERS: readonly [SourceReader, ...SourceReader[]] = [markdown, notebook, fountain, data];

/** The reader of a file, by the ending of its name; what nobody knows is read as Markdown. */
export function readerOf(file: string): SourceReader {
  const ending = extname(file).toLowerCase();
  return READERS.find(({ endings }) => endings.includes(ending)) ?? READERS[0];
}
