/** Markdown, the first kind of source file. */
import { DIRECTIVES } from "../directives/dialects.js";
import { expandDirectives } from "../directives/expand.js";
import type { SourceReader } from "../source-reader.js";

export const markdown: SourceReader = {
  endings: [".md", ".markdown", ".mdown", ".mdx", ".qmd", ".rmd", ".txt"],
  async prepare(file, text, context) {
    const directives = DIRECTIVES[context.dialect];
    if (directives === undefined) return { text, dialect: context.dialect, inputs: [] };
    return expandDirectives(file, text, directives, context);
  },
  parser: async () => (await import("./parse.js")).parseFile,
};
