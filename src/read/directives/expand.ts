/** Follows the directives that the tools of texts know beyond Markdown, before a text is parsed. */
import type { PrepareContext, PreparedText } from "../source-reader.js";
import { withBlocks } from "./blocks/write.js";
import { withoutComments } from "./comments.js";
import type { Directives } from "./dialects.js";
import { withoutDivisions } from "./divisions.js";
import { withoutHiddenLines } from "./hidden-lines.js";
import { withIncludes } from "./include/follow.js";

/**
 * What cannot be followed is reported and stays.
 *
 * @param file Path relative to the publication's folder.
 */
export async function expandDirectives(
  file: string,
  text: string,
  { includes, blocks, hiddenLines, comments, divisions }: Directives,
  { settings, folder, reader, report, content, files }: PrepareContext,
): Promise<PreparedText> {
  const inputs = new Set<string>();
  const context = { folder, reader, report, content, inputs, files, syntaxes: includes(settings, text) };
  const included = await withIncludes(file, text, context);
  const own = divisions === undefined ? included : withoutDivisions(included, settings.divisions === "read");
  const said = comments === undefined ? own : withoutComments(own);
  const shown = hiddenLines === undefined ? said : withoutHiddenLines(said, settings.hiddenLines);
  const lines = blocks === undefined ? shown : withBlocks(file, shown, blocks, report);
  return {
    text: lines.map((line) => line.text).join("\n"),
    origins: lines.map(({ origin }) => origin),
    inputs: [...inputs],
  };
}
