/** Plain text as a format: for word counts, for comparing two states of a book, for tools that read aloud. */
import { languagesOf } from "../../adapt/languages.js";
import type { FormatMaker } from "../format.js";

export const text: FormatMaker = {
  open: () => ({
    async make(book, { onStage }) {
      onStage("render");
      const { plainText } = await import("./plain-text.js");
      const written = plainText(book);
      const lines = written.split("\n").length - 1;
      const facts = { extent: lines, languages: languagesOf(book), fonts: [], images: [] };
      return { bytes: Buffer.from(written, "utf8"), facts, diagnostics: [] };
    },
  }),
};
