/** The keys of `hyphenation`: where words are divided, by language. */
import * as z from "zod";
import { languageStanding } from "../../language/tag.js";
import { list } from "./values.js";

const DIVIDED_WORD = /^[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*$/u;

const word = z.string().regex(DIVIDED_WORD, "bad-divided-word");
const letters = z.int().min(1).max(20).optional();

const ofLanguage = z.strictObject({
  words: list(word)
    .optional()
    .describe("Words with a hyphen wherever a line may end; a word without any stays whole."),
  before: letters.describe("The fewest letters that stand before a hyphen. Default: 2."),
  after: letters.describe("The fewest letters that go to the next line. Default: 3."),
});

export const hyphenation = z
  .record(
    z.string().refine((each) => languageStanding(each) !== "bad", "bad-language"),
    z.union([list(word).transform((words) => ofLanguage.parse({ words })), ofLanguage]),
  )
  .optional()
  .describe(
    "Where words are divided in print, by language, in place of what its patterns say: `en: [data-base, Pellan]`. " +
      "In capitals or not, a word is divided at its hyphens and nowhere else.",
  );
