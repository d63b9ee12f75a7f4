/** Notebooks of Jupyter: texts, code and what it has given, as it is kept in the file. Nothing is run. */
import { diagnostic } from "../../diagnostics/diagnostic.js";
import { markdown } from "../markdown/reader.js";
import type { SourceReader } from "../source-reader.js";
import { readNotebook } from "./notebook.js";
import { placesOfLines } from "./places.js";
import { writtenNotebook } from "./written.js";

export const notebook: SourceReader = {
  endings: [".ipynb"],
  glance(text) {
    const read = readNotebook(text);
    return "reason" in read ? "" : writtenNotebook(read).text;
  },
  async prepare(file, text, context) {
    const read = readNotebook(text);
    if ("reason" in read) {
      const { reason, line } = read;
      const hint = "Open it in Jupyter and save it again";
      const message = `\`${file}\` is not a notebook: ${reason}`;
      context.report(diagnostic("bad-notebook", message, { file, line, column: 1 }, hint));
      return undefined;
    }
    const written = writtenNotebook(read);
    const places = placesOfLines(text, read.cells);
    const lineOf = (index: number) => {
      const { cell, line } = written.origins[index] ?? { cell: 0, line: 0 };
      return places[cell]?.[line] ?? 0;
    };
    const prepared = await markdown.prepare(file, written.text, context);
    const origins = prepared?.origins ?? written.origins.map((_, index) => index);
    return prepared && { ...prepared, origins: origins.map(lineOf) };
  },
  parser: markdown.parser,
};
