/**
 * The reference chapters of the manual, written from what the program itself goes by: the
 * schema of the publication file, the command line, the codes of diagnostics, the themes, the habits of other tools.
 */
import { commandsChapter } from "./commands.js";
import { diagnosticsChapter } from "./diagnostics.js";
import { habitsChapter } from "./habits.js";
import { publicationFileChapter } from "./publication-file.js";
import { themesChapter } from "./themes.js";
import { valuesChapter } from "./values.js";

/** Markdown by file name. */
export async function referenceChapters(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ["from-elsewhere.md", await habitsChapter()],
    ["reference-publication.md", await publicationFileChapter()],
    ["reference-values.md", valuesChapter()],
    ["reference-commands.md", commandsChapter()],
    ["reference-diagnostics.md", diagnosticsChapter()],
    ["reference-themes.md", await themesChapter()],
  ]);
}
