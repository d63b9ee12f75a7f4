/** Keys of `publication.yaml` for how the text of an edition is numbered, noted, cited and set. */
import * as z from "zod";
import { hyphenation } from "./hyphenation-keys.js";
import { list, text } from "./values.js";
import { words } from "./word-keys.js";

export const typesetting = {
  "toc-depth": z
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe("Heading levels in the table of contents. Default: 1 for the theme illustrated, else 2."),
  numbering: z
    .enum(["chapter", "through"])
    .optional()
    .describe(
      "How figures, tables, listings and equations are counted: in each chapter (2.1) or through the book. " +
        "Default: chapter for the themes technical, scholarly and report, else through.",
    ),
  "heading-numbers": z
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe(
      "Down to which level headings are numbered: 1 for chapters and appendices alone, 2 for `2.1`, 3 for `2.1.3`. " +
        "Headings that say their numbers themselves keep them. Default: 3 for the theme scholarly, else 1.",
    ),
  notes: z
    .enum(["footnotes", "side-notes", "chapter-endnotes", "book-endnotes"])
    .optional()
    .describe(
      "Where notes stand: at the foot of the page, in its outer margin beside the lines that call them (in an ebook as " +
        "footnotes), after each section, or in the section `endnotes`. " +
        "Default: book-endnotes when there is a section `endnotes`, else footnotes.",
    ),
  bibliography: z
    .union([text, list(text)])
    .optional()
    .describe(
      "Works that `[@key]` cites: BibTeX or BibLaTeX (.bib), CSL-JSON (.json), RIS (.ris) or CSL-YAML (.yaml) files, relative to the folder.",
    ),
  csl: text
    .optional()
    .describe(
      "Citation style: `author-date` (default), `numeric` or `notes`, or a CSL file relative to the folder.",
    ),
  "csl-locale": z
    .union([text, list(text)])
    .optional()
    .describe(
      "Words of citations in the language of the book, in place of ours: CSL locale files (`locales-pl-PL.xml`), relative to the folder.",
    ),
  nocite: z
    .union([text, list(text)])
    .optional()
    .describe("Works that the bibliography lists though nothing cites them: `@key`, or `@*` for all."),
  typography: z
    .enum(["language", "as-typed"])
    .optional()
    .describe(
      "Quotes, dashes and spaces as the language of each text wants them, or left as they are typed. " +
        "Default: language.",
    ),
  hyphenation,
  words,
};
