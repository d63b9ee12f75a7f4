/** The words of a text of the project, whatever it is written in: for titles, order and language. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Folder } from "../../input/folder.js";
import { readerOf } from "../../read/readers.js";

/** @returns as Markdown; empty for a file that is not there. */
export async function wordsOfFile(file: string, { root }: Folder): Promise<string> {
  const text = await readFile(join(root, file), "utf8").catch(() => "");
  return readerOf(file).glance(text);
}
