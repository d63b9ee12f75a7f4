/** Keys of `publication.yaml` for what an edition looks like: its theme, its pages, and the variables of both. */
import * as z from "zod";
import { ENGINES } from "../../model/publication.js";
import { THEMES } from "../editions/themes.js";
import { DEFAULT_TRIM, NAMED_TRIMS, parseBleed, parseTrim } from "./trim.js";
import { text, variable, variableName } from "./values.js";

export const design = {
  content: text.optional().describe("Folder that section files are relative to. Default: `content`."),
  cover: text.optional().describe("Cover image, relative to the publication's folder."),
  theme: text
    .optional()
    .describe("Templates and styles: one that ships with Colophon, or a folder of `templates/` or `styles/`.")
    .meta({ examples: [...THEMES] }),
  trim: text
    .refine((each) => parseTrim(each) !== undefined, "bad-trim")
    .optional()
    .describe(
      `Page size after cutting: a name, or width and height (\`6in 9in\`). Default: ${DEFAULT_TRIM}; scholarly: 170mm 240mm; report: a4; illustrated: 190mm 250mm; screenplay: a4, or letter where that is the paper.`,
    )
    .meta({ examples: [...Object.keys(NAMED_TRIMS), "6in 9in", "148mm 210mm"] }),
  bleed: z
    .preprocess((value) => (value === 0 ? "0" : value), text)
    .refine((each) => parseBleed(each) !== undefined, "bad-bleed")
    .optional()
    .describe(
      "How far pictures and grounds that reach the edge of a page are printed beyond it, for the printer who cuts: " +
        "a length from 0 to 25 mm (`3mm`, `0.125in`). Default: 0.",
    )
    .meta({ examples: ["3mm", "0.125in"] }),
  watermark: text
    .optional()
    .describe("Words behind the text of every page of a PDF, pale and aslant: whose copy it is."),
  engine: z
    .enum(ENGINES)
    .optional()
    .describe(
      "What makes the pages of a PDF: `plan` looks for the best pages of each chapter as a whole, `pagedjs` fills one after another. " +
        "Default: plan.",
    ),
  variables: z
    .record(variableName, variable)
    .optional()
    .describe("Values for templates and styles, by name."),
};
