/** The words of a text of the project, whatever it is written in: for titles, order and language. */
import type { Folder } from "../../input/folder.js";
import { readerOf } from "../../read/readers.js";
import { textIn } from "./settings-file.js";

/** @returns as Markdown; empty for a file that is not there, or that may not be read: whoever publishes it tells that. */
export async function wordsOfFile(file: string, folder: Folder): Promise<string> {
  return readerOf(file).glance((await textIn(file, folder)) ?? "");
}
