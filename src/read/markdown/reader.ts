/** Markdown, the first kind of source file. */
import { DIRECTIVES } from "../directives/dialects.js";
import { expandDirectives } from "../directives/expand.js";
import { type KeptResults, keptResults } from "../directives/kept-results.js";
import type { PrepareContext, PreparedText, SourceReader } from "../source-reader.js";

export const markdown: SourceReader = {
  endings: [".md", ".markdown", ".mdown", ".mdx", ".qmd", ".rmd", ".txt"],
  glance: (text) => text,
  async prepare(file, text, context) {
    const { dialect, settings } = context;
    const kept = dialect === "quarto" ? await keptResults(file, text, context) : undefined;
    const prepared =
      kept === undefined
        ? await withDirectives(file, text, context)
        : fromResults(await withDirectives(file, kept.text, context), kept);
    const { macros, cells } = settings;
    return {
      ...prepared,
      dialect,
      ...(macros === undefined ? {} : { macros }),
      ...(cells === undefined ? {} : { cells }),
    };
  },
  parser: async () => (await import("./parse.js")).parseFile,
};

async function withDirectives(file: string, text: string, context: PrepareContext): Promise<PreparedText> {
  const directives = DIRECTIVES[context.dialect];
  return directives === undefined ? { text, inputs: [] } : expandDirectives(file, text, directives, context);
}

/** With the places of the text whose results they are. */
function fromResults({ text, origins, inputs }: PreparedText, kept: KeptResults): PreparedText {
  const places = origins === undefined ? kept.origins : origins.map((line) => kept.origins[line] ?? 0);
  return { text, origins: places, inputs: [...inputs, kept.file] };
}
