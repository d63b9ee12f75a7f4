/** The keys of `publication.yaml` that say what people made and what machines made. */
import * as z from "zod";
import { isDate } from "../../model/date.js";
import { EDITING, EXTENTS, MAKINGS } from "../../model/provenance.js";
import { list, text } from "./values.js";

const making = text
  .refine((each) => (MAKINGS as readonly string[]).includes(each), "unknown-making")
  .describe("`human`, `assisted` (people with the help of generative AI) or `generated`.")
  .meta({ examples: [...MAKINGS] });

const names = z.union([text, list(text)]);

const statementKeys = {
  made: making,
  tool: names.optional().describe("The systems, as their makers write them: `Claude`, or a list."),
  "reviewed-by": names.optional().describe("Who has looked through it and answers for it, or a list."),
  date: z
    .union([z.string(), z.int()])
    .refine(isDate, "bad-date")
    .optional()
    .describe("When it was reviewed: `2026-11-22`."),
  extent: z
    .enum(EXTENTS, "unknown-extent")
    .optional()
    .describe("How much of it: `some` or `entire`; of images also how many there are, `few` or `many`."),
  editing: z
    .enum(EDITING, "unknown-editing")
    .optional()
    .describe("How much people changed of what a machine made: `minimal` or `extensive`."),
};

/** How one thing was made: a word, or a mapping that says more. */
export const statement = z.union([making, z.strictObject(statementKeys)]);

export type StatementDescription = z.output<typeof statement>;

export const provenance = z
  .union([
    making,
    z.strictObject({
      text: statement.optional().describe("How the text was made."),
      images: statement.optional().describe("How its images were made."),
      translation: statement.optional().describe("How it was translated."),
      narration: statement.optional().describe("Who reads it: a person, or a synthetic voice."),
      responsible: names
        .optional()
        .describe(
          "Who answers for all of it: the person or the press with editorial responsibility, or a list.",
        ),
      sections: z
        .record(z.string(), statement)
        .optional()
        .describe("How single sections were made, by the names of their files."),
      marks: z
        .enum(["none", "shown"])
        .optional()
        .describe("`shown`: passages and images that say how they were made are marked where they stand."),
    }),
  ])
  .optional()
  .describe(
    "What people made and what machines made: `human`, `assisted` or `generated` for text and images, or a mapping. " +
      "It is printed on the copyright page and written into every file. Default: nothing is claimed.",
  );
