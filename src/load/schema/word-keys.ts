/** The keys of `words`: the book's own words, and how those that have a number stand beside it. */
import * as z from "zod";
import { en } from "../../language/words/en.js";
import { NUMBER, NUMBERED } from "../../language/words/number-forms.js";
import { text } from "./values.js";

const numberForm = text.refine((form) => form.split(NUMBER).length === 2, "bad-number-form");

const plain = Object.entries(en).map(([key, english]) => [
  key,
  text.optional().describe(`In English: “${english}”.`),
]);

const forms = NUMBERED.map((key) => [
  `${key}-number`,
  numberForm.optional().describe(`How it stands with its number, \`${NUMBER}\`: “${en[key]} ${NUMBER}”.`),
]);

const separator = z.string().optional().describe("What stands between “Figure 1” and its caption.");

export const words = z
  .strictObject(
    Object.fromEntries([...plain, ...forms, ["caption-separator", separator]]) as Record<
      string,
      z.ZodOptional<z.ZodString>
    >,
  )
  .optional()
  .describe(
    "The book's own words, by their names, in place of those that Colophon has for its language: `chapter: Lecture`. " +
      "An edition in another language has its own.",
  );
