/** The keys of `publication.yaml` that say what the publication is. */
import * as z from "zod";
import { languageStanding } from "../../language/tag.js";
import { isDate, isMoment } from "../../model/date.js";
import { RELATOR_WORDS, type Relator, relatorNamed } from "../../model/marc-relators.js";
import { identifierFault } from "./identifier.js";
import { statement } from "./provenance-keys.js";
import { rights } from "./rights-keys.js";
import { list, orOne, orPlain, text } from "./values.js";

const relator = z
  .preprocess(
    (value) => (typeof value === "string" ? value.trim().toLowerCase() : value),
    z.enum(RELATOR_WORDS as [string, ...string[]], "unknown-relator"),
  )
  .transform((word) => relatorNamed(word) as Relator)
  .describe(
    "MARC relator, by code or name: aut (author), edt (editor), trl (translator), ill (illustrator), … Default: aut.",
  );

const contributor = z.strictObject({
  name: text.describe("The name as it is printed."),
  "file-as": text.optional().describe("The name as it is sorted: `Klabnik, Steve`."),
  role: relator.optional(),
  kind: z
    .enum(["person", "organisation"])
    .optional()
    .describe(
      "`organisation` for a group, a firm or an office; shops and libraries file it otherwise. Default: `person`.",
    ),
  provenance: statement
    .optional()
    .describe(
      "`generated` for a contributor that is a system of generative AI; `human` or `assisted` for a person.",
    ),
});

const subject = z
  .strictObject({
    scheme: text.optional().describe("The scheme of the code: `thema`, `bisac`, …"),
    code: text.optional().describe("The code in the scheme."),
    term: text.optional().describe("The subject in words."),
  })
  .refine((each) => each.code !== undefined || each.term !== undefined, "empty-subject");

const series = z.strictObject({
  name: text.describe("Name of the series."),
  position: z.number().optional().describe("Position of the publication in the series."),
});

const identifier = text
  .refine((each) => identifierFault(each) !== "bad-isbn", "bad-isbn")
  .refine((each) => identifierFault(each) !== "bad-identifier", "bad-identifier");

export const metadata = {
  title: text.describe("Title of the publication."),
  subtitle: text.optional().describe("Subtitle, printed below the title."),
  language: text
    .refine((each) => languageStanding(each) !== "bad", "bad-language")
    .describe("Main language of the text, a BCP 47 tag: `fr`, `en-GB`."),
  contributors: orOne(list(orPlain(contributor, (name) => ({ name }))))
    .optional()
    .describe("Authors, editors, translators and others, in order: names, or mappings that say more."),
  publisher: text.optional().describe("Name of the publisher."),
  date: z
    .union([z.string(), z.int()])
    .refine(isDate, "bad-date")
    .optional()
    .describe("Date of publication: `2026`, `2026-11` or `2026-11-22`."),
  modified: text
    .refine(isMoment, "bad-moment")
    .optional()
    .describe(
      "When the texts were changed last: `2026-11-30` or `2026-11-30T09:30:00Z`. Reading systems tell a revised ebook by it. Default: `SOURCE_DATE_EPOCH`, else the last commit that touched a file of the publication, else `date`.",
    ),
  rights,
  description: text.optional().describe("What shops and libraries show about the publication."),
  subjects: list(z.union([text, subject]))
    .optional()
    .describe("Subjects: words, or codes of a scheme."),
  identifier: identifier
    .optional()
    .describe("`urn:isbn:…`, `urn:uuid:…` or a URL. Default: a UUID derived from title, names and language."),
  series: z.union([text, series]).optional().describe("The series that the publication belongs to."),
};
