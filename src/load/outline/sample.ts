/** Some of what the texts of a project say. */
import type { Folder } from "../../input/folder.js";
import { wordsOfFile } from "./words-of-file.js";

/** A few texts tell as much as all; the first ones are often a title page and a list. */
const MOST_FILES = 8;
const MOST_LETTERS = 20_000;

/** @param files relative to the publication's folder. */
export async function sampleOf(files: readonly string[], folder: Folder): Promise<string> {
  const step = Math.max(1, Math.floor(files.length / MOST_FILES));
  const chosen = files.filter((_, index) => index % step === 0).slice(0, MOST_FILES);
  const texts = await Promise.all(chosen.map((file) => wordsOfFile(file, folder)));
  return texts.map((text) => text.slice(0, MOST_LETTERS)).join("\n\n");
}
