/**
 * What Quarto keeps of a text whose code it has run, `_freeze/`: the text with its outputs, as Markdown
 * (https://quarto.org/docs/projects/code-execution.html#freeze). It counts as long as the text is the one that was run.
 */
import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { PrepareContext } from "../source-reader.js";

export interface KeptResults {
  readonly text: string;
  /** For each line, the line of the text that it comes from, from 0. */
  readonly origins: readonly number[];
  /** The file that has them, relative to the publication's folder. */
  readonly file: string;
}

const FOLDER = "_freeze";
/** Formats whose results a book can show, the nearest first. */
const FORMATS = ["epub", "html", "ipynb"];

/** @returns undefined when nothing is kept, or what is kept is of an earlier text. */
export async function keptResults(
  file: string,
  text: string,
  { folder, reader, report }: Pick<PrepareContext, "folder" | "reader" | "report">,
): Promise<KeptResults | undefined> {
  const stem = file.slice(0, -posix.extname(file).length);
  for (const format of FORMATS) {
    const path = `${FOLDER}/${stem}/execute-results/${format}.json`;
    const found = await folder.lookup(path);
    if (found.status !== "file") continue;
    const markdown = markdownOf((await reader.text(found.path, report)) ?? "", text);
    if (markdown === undefined) continue;
    const shown = withPlacesOfPictures(markdown, stem);
    return { text: shown, origins: originsOf(shown, text), file: found.path };
  }
  return undefined;
}

/** @param text what was run, when it is still the same: its MD5 is beside the results. */
function markdownOf(kept: string, text: string): string | undefined {
  try {
    const { hash, result } = JSON.parse(kept) as { hash?: unknown; result?: { markdown?: unknown } };
    const isCurrent = hash === createHash("md5").update(text).digest("hex");
    return isCurrent && typeof result?.markdown === "string" ? result.markdown : undefined;
  } catch {
    return undefined;
  }
}

/** While Quarto works pictures lie in `waves_files/` beside the text, afterwards in its `_freeze`. */
function withPlacesOfPictures(markdown: string, stem: string): string {
  const kept = posix.relative(posix.dirname(stem), `${FOLDER}/${stem}`);
  return markdown.replaceAll(`${posix.basename(stem)}_files/`, `${kept}/`);
}

/** How far ahead a line of the results is looked for in the text. */
const AHEAD = 400;

/** Lines that the text does not have come from the one before them. */
function originsOf(results: string, text: string): number[] {
  const source = text.split("\n");
  let next = 0;
  return results.split("\n").map((line) => {
    const found = line.trim() === "" ? -1 : source.slice(next, next + AHEAD).indexOf(line);
    if (found >= 0) next += found + 1;
    return Math.max(0, next - 1);
  });
}
