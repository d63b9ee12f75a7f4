/** Follows the directives that mdBook and GitBook know beyond Markdown, before a text is parsed. */
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import { openReader, type Reader } from "../../input/reader.js";
import { withBlocks } from "./blocks.js";
import { withIncludes } from "./include.js";

export interface ExpandedText {
  readonly text: string;
  /** For each line, the line of the file that it stands for; both from 0. */
  readonly origins: readonly number[];
  /** Other files that are part of it now, relative to the publication's folder. */
  readonly inputs: readonly string[];
}

/**
 * What cannot be followed is reported and stays.
 *
 * @param file Path relative to the publication's folder.
 * @param content Folder of the book's texts, which is GitBook's `/`.
 */
export async function expandDirectives(
  file: string,
  text: string,
  folder: Folder,
  report: Report,
  reader: Reader = openReader(folder.root),
  content = ".",
): Promise<ExpandedText> {
  const inputs = new Set<string>();
  const included = await withIncludes(file, text, { folder, reader, report, content, inputs });
  const lines = withBlocks(file, included, report);
  return {
    text: lines.map((line) => line.text).join("\n"),
    origins: lines.map(({ origin }) => origin),
    inputs: [...inputs],
  };
}
