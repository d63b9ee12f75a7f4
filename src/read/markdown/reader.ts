/** Markdown, the first kind of source file. */
import { DIRECTIVES } from "../directives/dialects.js";
import { expandDirectives } from "../directives/expand.js";
import type { SourceReader } from "../source-reader.js";

export const markdown: SourceReader = {
  endings: [".md", ".markdown", ".mdown", ".mdx", ".qmd", ".rmd", ".txt"],
  glance: (text) => text,
  async prepare(file, text, context) {
    const { dialect, settings } = context;
    const directives = DIRECTIVES[dialect];
    const prepared =
      directives === undefined
        ? { text, inputs: [] }
        : await expandDirectives(file, text, directives, context);
    return { ...prepared, dialect, ...(settings.macros === undefined ? {} : { macros: settings.macros }) };
  },
  parser: async () => (await import("./parse.js")).parseFile,
};
