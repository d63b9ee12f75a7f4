/** Markdown, the first kind of source file. */
import { DIALECTS } from "../../model/dialect.js";
import { expandDirectives } from "../directives/expand.js";
import type { SourceReader } from "../source-reader.js";

export const markdown: SourceReader = {
  endings: [".md", ".markdown", ".mdown"],
  async prepare(file, text, { dialect, folder, reader, report, content }) {
    if (DIALECTS[dialect].directives === "literal") return { text, dialect, inputs: [] };
    return { ...(await expandDirectives(file, text, folder, report, reader, content)), dialect };
  },
  parser: async () => (await import("./parse.js")).parseFile,
};
